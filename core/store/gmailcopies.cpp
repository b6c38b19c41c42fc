#include "core/store/gmailcopies.h"

#include "core/store/messagerow.h"

namespace kw {

namespace {

// Rows of one number in the account of one folder, the one that is to stand for all first. 1 and 7 are
// FolderRole::Inbox and All.
constexpr const char *Copies = "SELECT " KW_STORED_COLUMNS
                               " FROM message WHERE gmail_id=?1 AND gmail_id<>0 AND folder_id IN (SELECT id "
                               "FROM folder WHERE account_id=(SELECT account_id FROM folder WHERE id=?2)) "
                               "ORDER BY hidden, CASE role WHEN 1 THEN 0 WHEN 7 THEN 2 ELSE 1 END, id";

} // namespace

GmailCopies::GmailCopies(Database &db)
    : m_db(db)
{
}

QList<StoredMessage> GmailCopies::all(FolderId folder, quint64 gmailId) const
{
    QList<StoredMessage> copies;
    if (gmailId == 0)
        return copies;
    Statement &query = m_db.prepared(Copies);
    query.bind(gmailId, folder);
    while (const auto copy = nextStored(query))
        copies.append(*copy);
    return copies;
}

QList<StoredMessage> GmailCopies::others(const StoredMessage &message) const
{
    auto copies = all(message.folder, message.gmailId);
    copies.removeIf([&message](const StoredMessage &copy) { return copy.id == message.id; });
    return copies;
}

void GmailCopies::settle(FolderId folder, quint64 gmailId)
{
    const auto copies = all(folder, gmailId);
    for (qsizetype i = 0; i < copies.size(); ++i) {
        StoredMessage now = copies[i];
        now.flags = i == 0 ? now.flags & ~quint32(Flag::Copy) : now.flags | quint32(Flag::Copy);
        if (now.flags == copies[i].flags)
            continue;
        m_db.prepared("UPDATE message SET flags=?2 WHERE id=?1").bind(now.id, now.flags).run();
        m_db.changes().message(now.id, copies[i].place(), now.place());
    }
}

bool GmailCopies::handBodyOn(const StoredMessage &leaving)
{
    const auto left = others(leaving);
    if (left.isEmpty())
        return false;
    m_db.prepared("UPDATE OR IGNORE bodies.body SET message_id=?2 WHERE message_id=?1")
        .bind(leaving.id, left.first().id)
        .run();
    return true;
}

} // namespace kw
