#include "tests/search/reference/mailgenerator.h"

using namespace Qt::StringLiterals;

namespace kw::reference {

namespace {

constexpr qint64 Newest = 1'735'689'600; // 1 January 2025
constexpr qint64 ThreeYears = 3 * 365 * 86'400;

struct Account {
    QString key;
    QString name;
    QString address;
    QChar separator;
};

const QList<Account> &accounts()
{
    static const QList<Account> all{{u"work"_s, u"Work"_s, u"me@work.example"_s, u'/'},
                                    {u"home"_s, u"Zu Hause"_s, u"ich@zuhause.example"_s, u'.'},
                                    {u"club"_s, u"Клуб"_s, u"ya@klub.example"_s, u'/'}};
    return all;
}

const QList<std::pair<QString, QString>> &tags()
{
    static const QList<std::pair<QString, QString>> all{{u"Important"_s, u"$label1"_s},
                                                        {u"Später"_s, u"spaeter"_s},
                                                        {u"To do"_s, u"$label4"_s},
                                                        {u"仕事"_s, u"kw_shigoto"_s}};
    return all;
}

QString cased(const QString &word, int choice)
{
    return choice == 0 ? word.toUpper() : word;
}

} // namespace

MailGenerator::MailGenerator(quint32 seed)
    : m_random(seed)
{
    const QList<std::pair<QString, FolderRole>> usual{
        {u"INBOX"_s, FolderRole::Inbox},    {u"Drafts"_s, FolderRole::Drafts},
        {u"Sent Mail"_s, FolderRole::Sent}, {u"Archive"_s, FolderRole::Archive},
        {u"Bin"_s, FolderRole::Trash},      {u"Spam"_s, FolderRole::Junk}};
    for (int account = 0; account < int(accounts().size()); ++account) {
        const QChar separator = accounts().at(account).separator;
        const auto add = [&](const QString &path, FolderRole role) {
            m_folders.append({FolderId(m_folders.size() + 1), AccountId(account + 1), path, separator, role});
        };
        for (const auto &[path, role] : usual)
            add(path, role);
        for (int i = account; i < int(languages().size()); i += int(accounts().size())) {
            for (const QString &name : languages().at(i).folders)
                add(oneIn(2) ? name : u"Archive"_s + separator + name, FolderRole::None);
        }
    }
}

SearchContext MailGenerator::context() const
{
    SearchContext context;
    for (int i = 0; i < int(accounts().size()); ++i) {
        const Account &account = accounts().at(i);
        context.ownAddresses.append(account.address);
        context.accountNames.insert(AccountId(i + 1), {account.key, account.name, account.address});
    }
    for (const auto &[name, keyword] : tags())
        context.tagKeywords.insert(name, keyword);
    return context;
}

GeneratedMessage MailGenerator::next()
{
    const Language &language = languages().at(m_count % int(languages().size()));
    GeneratedMessage out;
    out.language = language.name;
    out.ownWord = ownWord(language, ++m_count);
    Message &message = out.message;
    message.id = MessageId(m_count);
    message.date = Newest - qint64(m_random() % ThreeYears);
    message.subject = (oneIn(3) ? language.answer : QString()) + sentence(language, 1 + below(5));
    message.body = text(language);
    if (oneIn(3))
        message.quoted = text(anyOf(languages()));
    address(message, language);
    file(message);
    mark(message, language);
    QString &place = oneIn(3) ? message.subject : message.body;
    place = withWord(place, cased(out.ownWord, below(4)), language);
    return out;
}

// Six syllables after the lead: of one length, so none begins another.
QString MailGenerator::ownWord(const Language &language, int number)
{
    QString word = language.lead;
    for (int i = 0; i < 6; ++i) {
        word += language.digits.at(number % 10);
        number /= 10;
    }
    return word;
}

QString MailGenerator::sentence(const Language &language, int words)
{
    QString out;
    for (int i = 0; i < words; ++i)
        out += (i > 0 ? language.blank : QString()) + cased(anyOf(language.words), below(12));
    return out;
}

QString MailGenerator::text(const Language &language)
{
    static const QStringList ends{u"\n"_s, u" "_s, u"\r\n\r\n"_s, u"\u00A0"_s, u"\t"_s};
    QString out;
    for (int i = 0, sentences = 1 + below(6); i < sentences; ++i)
        out += sentence(oneIn(8) ? languages().first() : language, 2 + below(8)) + language.stop
            + anyOf(ends);
    // As some programs write accents.
    return oneIn(5) ? out.normalized(QString::NormalizationForm_D) : out;
}

// Amid the text: between two words, or right behind one where the script leaves no blanks.
QString MailGenerator::withWord(const QString &text, const QString &word, const Language &language)
{
    const QString blank = language.blank;
    switch (below(3)) {
    case 0:
        return word + blank + text;
    case 1:
        return text + blank + word;
    default: {
        const qsizetype gap = text.indexOf(u'\n');
        return gap < 0 ? text + blank + word : text.first(gap) + u' ' + word + text.sliced(gap);
    }
    }
}

Address MailGenerator::person(const Language &language)
{
    if (oneIn(6)) {
        const Account &own = anyOf(accounts());
        return {oneIn(2) ? own.name : QString(), own.address};
    }
    return anyOf(language.people);
}

void MailGenerator::address(Message &message, const Language &language)
{
    message.from = person(language);
    for (int i = 0, n = 1 + below(3); i < n; ++i)
        message.to.append(person(oneIn(3) ? anyOf(languages()) : language));
    for (int i = 0, n = below(3); i < n; ++i)
        message.cc.append(person(anyOf(languages())));
    if (oneIn(5))
        message.list = oneIn(2) ? u"KDE developers <kde-devel.kde.org>"_s : u"news.beispiel.example"_s;
    message.isFromKnown = message.from.email.size() % 2 == 0;
}

void MailGenerator::file(Message &message)
{
    const Folder &folder = anyOf(m_folders);
    message.folder = folder.id;
    message.account = folder.account;
    message.folderPath = folder.path;
    message.separator = folder.separator;
    message.role = folder.role;
}

void MailGenerator::mark(Message &message, const Language &language)
{
    static const QList<Flag> flags{Flag::Seen,    Flag::Seen,  Flag::Seen,      Flag::Answered,
                                   Flag::Flagged, Flag::Draft, Flag::Forwarded, Flag::Bulk};
    for (const Flag flag : flags) {
        if (oneIn(4))
            message.flags |= quint32(flag);
    }
    for (int i = 0, n = oneIn(3) ? 1 + below(2) : 0; i < n; ++i)
        message.files.append(anyOf(language.files));
    if (!message.files.isEmpty())
        message.flags |= quint32(Flag::HasAttachment);
    for (const auto &[name, keyword] : tags()) {
        if (oneIn(8))
            message.keywords.append(keyword);
    }
    message.size = oneIn(10) ? 1'000'000 + m_random() % 30'000'000 : 500 + m_random() % 60'000;
}

} // namespace kw::reference
