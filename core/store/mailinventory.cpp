#include "core/store/mailinventory.h"

#include <algorithm>
#include <array>

namespace kw {

void MailInventory::setFolders(const QList<FolderRow> &folders)
{
    // Places stay, because mails refer to them.
    for (const FolderRow &folder : folders) {
        const auto known = m_folderAt.constFind(folder.id);
        if (known != m_folderAt.cend()) {
            m_folders[*known] = folder;
            continue;
        }
        m_folderAt.insert(folder.id, quint32(m_folders.size()));
        m_folders.append(folder);
    }
}

std::vector<MailInventory::Mail>::iterator MailInventory::place(MessageId id)
{
    return std::lower_bound(m_mails.begin(), m_mails.end(), id,
                            [](const Mail &mail, MessageId wanted) { return raw(mail.id) < raw(wanted); });
}

const MailInventory::Mail *MailInventory::find(MessageId id) const
{
    const auto at = const_cast<MailInventory *>(this)->place(id);
    return at != m_mails.end() && at->id == id ? &*at : nullptr;
}

void MailInventory::put(MessageId id, FolderId folder, qint64 date, quint32 size, quint32 flags,
                        const Address &from)
{
    const auto known = m_folderAt.constFind(folder);
    if (known == m_folderAt.cend()) {
        remove(id);
        return;
    }
    const Mail mail{id, date, size, flags, senderIndex(from), *known};
    if (m_mails.empty() || raw(m_mails.back().id) < raw(id)) {
        m_mails.push_back(mail);
        return;
    }
    const auto at = place(id);
    if (at != m_mails.end() && at->id == id)
        *at = mail;
    else
        m_mails.insert(at, mail);
}

void MailInventory::remove(MessageId id)
{
    const auto at = place(id);
    if (at != m_mails.end() && at->id == id)
        m_mails.erase(at);
}

quint32 MailInventory::senderIndex(const Address &from)
{
    const QString key = from.email.isEmpty() ? from.name : from.email.toLower();
    const auto known = m_senderAt.constFind(key);
    if (known != m_senderAt.cend())
        return *known;
    const auto index = quint32(m_senders.size());
    m_senders.push_back({from, soundsLikeBulk(from.email)});
    m_senderAt.insert(key, index);
    return index;
}

bool MailInventory::soundsLikeBulk(const QString &email)
{
    static constexpr std::array<QLatin1StringView, 20> Words{
        QLatin1StringView("newsletter"),   QLatin1StringView("news"),     QLatin1StringView("noreply"),
        QLatin1StringView("no-reply"),     QLatin1StringView("no_reply"), QLatin1StringView("donotreply"),
        QLatin1StringView("do-not-reply"), QLatin1StringView("mailing"),  QLatin1StringView("mailer"),
        QLatin1StringView("marketing"),    QLatin1StringView("promo"),    QLatin1StringView("offers"),
        QLatin1StringView("digest"),       QLatin1StringView("updates"),  QLatin1StringView("notification"),
        QLatin1StringView("notify"),       QLatin1StringView("bounce"),   QLatin1StringView("campaign"),
        QLatin1StringView("announce"),     QLatin1StringView("deals")};
    const QStringView local = QStringView(email).left(email.indexOf(QLatin1Char('@')));
    return std::ranges::any_of(Words, [local](QLatin1StringView word) {
        const qsizetype at = local.indexOf(word, 0, Qt::CaseInsensitive);
        return at >= 0 && (at == 0 || !local.at(at - 1).isLetter());
    });
}

} // namespace kw
