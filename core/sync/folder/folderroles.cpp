#include "core/sync/folder/folderroles.h"

#include "core/store/sharedfolders.h"

#include <QSet>

#include <array>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

struct Names {
    FolderRole role;
    QStringList names; // case-folded
};

const std::array<Names, 5> &knownNames()
{
    static const std::array<Names, 5> names{{
        {FolderRole::Sent,
         {u"sent"_s,
          u"sent items"_s,
          u"sent mail"_s,
          u"sent messages"_s,
          u"gesendet"_s,
          u"gesendete objekte"_s,
          u"gesendete elemente"_s,
          u"envoyés"_s,
          u"messages envoyés"_s,
          u"éléments envoyés"_s,
          u"enviados"_s,
          u"elementos enviados"_s,
          u"inviati"_s,
          u"posta inviata"_s,
          u"verzonden"_s,
          u"verzonden items"_s,
          u"skickat"_s,
          u"sendt"_s,
          u"sendte elementer"_s,
          u"lähetetyt"_s,
          u"wysłane"_s,
          u"odeslané"_s,
          u"отправленные"_s,
          u"надіслані"_s,
          u"已发送"_s,
          u"已发送邮件"_s,
          u"寄件備份"_s,
          u"送信済み"_s,
          u"送信済みトレイ"_s,
          u"보낸편지함"_s}},
        {FolderRole::Drafts,
         {u"drafts"_s,     u"draft"_s,         u"entwürfe"_s,  u"brouillons"_s, u"borradores"_s,
          u"rascunhos"_s,  u"bozze"_s,         u"concepten"_s, u"utkast"_s,     u"kladder"_s,
          u"luonnokset"_s, u"kopie robocze"_s, u"szkice"_s,    u"koncepty"_s,   u"черновики"_s,
          u"чернетки"_s,   u"草稿"_s,          u"草稿箱"_s,    u"下書き"_s,     u"임시보관함"_s}},
        {FolderRole::Trash,
         {u"trash"_s,
          u"deleted"_s,
          u"deleted items"_s,
          u"deleted messages"_s,
          u"bin"_s,
          u"papierkorb"_s,
          u"gelöschte elemente"_s,
          u"gelöschte objekte"_s,
          u"corbeille"_s,
          u"éléments supprimés"_s,
          u"papelera"_s,
          u"elementos eliminados"_s,
          u"lixeira"_s,
          u"lixo"_s,
          u"cestino"_s,
          u"prullenbak"_s,
          u"verwijderde items"_s,
          u"papperskorgen"_s,
          u"papirkurv"_s,
          u"slettet"_s,
          u"roskakori"_s,
          u"kosz"_s,
          u"koš"_s,
          u"корзина"_s,
          u"удаленные"_s,
          u"кошик"_s,
          u"已删除"_s,
          u"已删除邮件"_s,
          u"垃圾桶"_s,
          u"ゴミ箱"_s,
          u"ごみ箱"_s,
          u"휴지통"_s}},
        {FolderRole::Junk,
         {u"junk"_s,
          u"spam"_s,
          u"junk e-mail"_s,
          u"junk email"_s,
          u"junk mail"_s,
          u"bulk mail"_s,
          u"spamverdacht"_s,
          u"unerwünscht"_s,
          u"courrier indésirable"_s,
          u"indésirables"_s,
          u"correo no deseado"_s,
          u"lixo eletrônico"_s,
          u"posta indesiderata"_s,
          u"ongewenst"_s,
          u"ongewenste e-mail"_s,
          u"skräppost"_s,
          u"søppelpost"_s,
          u"roskaposti"_s,
          u"nevyžádaná pošta"_s,
          u"спам"_s,
          u"垃圾邮件"_s,
          u"迷惑メール"_s,
          u"스팸메일함"_s}},
        {FolderRole::Archive,
         {u"archive"_s, u"archives"_s, u"archiv"_s, u"archivo"_s, u"archivio"_s, u"arquivo"_s, u"archief"_s,
          u"arkiv"_s, u"arkisto"_s, u"archiwum"_s, u"архив"_s, u"архів"_s, u"存档"_s, u"归档"_s,
          u"アーカイブ"_s}},
    }};
    return names;
}

// "INBOX/Sent" -> "sent"; null where the folder lies deeper and so is somebody's own.
QString topName(const ListedFolder &folder)
{
    QString path = folder.path;
    if (!folder.separator.isNull()) {
        const QString prefix = u"INBOX"_s + folder.separator;
        if (path.startsWith(prefix, Qt::CaseInsensitive))
            path = path.sliced(prefix.size());
        if (path.startsWith(u"[Gmail]"_s + folder.separator))
            path = path.sliced(8);
        if (path.contains(folder.separator))
            return {};
    }
    return path.toCaseFolded();
}

SharedFolders sharedAmong(const QList<ListedFolder> &folders)
{
    QList<SharedFolders::Listed> listed;
    listed.reserve(folders.size());
    for (const ListedFolder &folder : folders)
        listed.append({folder.path, folder.separator, folder.selectable});
    return SharedFolders(listed);
}

} // namespace

QList<ListedFolder> withToldRoles(QList<ListedFolder> folders)
{
    const SharedFolders shared = sharedAmong(folders);
    QSet<FolderRole> taken;
    for (ListedFolder &folder : folders) {
        if (folder.path.compare("INBOX"_L1, Qt::CaseInsensitive) == 0)
            folder.role = FolderRole::Inbox;
        else if (folder.role == FolderRole::Inbox || shared.contains(folder.path))
            folder.role = FolderRole::None;
        if (!folder.selectable || taken.contains(folder.role))
            folder.role = FolderRole::None;
        if (folder.role != FolderRole::None)
            taken.insert(folder.role);
    }
    return folders;
}

QList<ListedFolder> withRoles(QList<ListedFolder> folders, const ChosenRoles &chosen)
{
    const SharedFolders shared = sharedAmong(folders);
    folders = withToldRoles(std::move(folders));
    QSet<FolderRole> taken;
    for (auto choice = chosen.cbegin(); choice != chosen.cend(); ++choice) {
        const auto it = std::find_if(folders.begin(), folders.end(), [&choice](const ListedFolder &f) {
            return f.path == choice.value() && f.selectable && !f.unsupported && f.role != FolderRole::Inbox;
        });
        if (it == folders.end())
            continue;
        for (ListedFolder &other : folders) {
            if (other.role == choice.key())
                other.role = FolderRole::None;
        }
        it->role = choice.key();
    }
    for (const ListedFolder &folder : std::as_const(folders))
        taken.insert(folder.role);
    for (const Names &known : knownNames()) {
        if (taken.contains(known.role))
            continue;
        for (const QString &name : known.names) { // in order of preference
            const auto it = std::find_if(folders.begin(), folders.end(), [&](const ListedFolder &f) {
                return f.role == FolderRole::None && f.selectable && !f.unsupported && topName(f) == name
                    && !shared.contains(f.path);
            });
            if (it != folders.end()) {
                it->role = known.role;
                break;
            }
        }
    }
    return folders;
}

} // namespace kw
