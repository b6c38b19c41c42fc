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

QList<MessageId> GmailCopies::others(const StoredMessage &message) const
{
    QList<MessageId> ids;
    if (message.gmailId == 0)
        return ids;
    Statement &query = m_db.prepared(Copies);
    query.bind(message.gmailId, message.folder);
    while (const auto copy = nextStored(query)) {
        if (copy->id != message.id)
            ids.append(copy->id);
    }
    return ids;
}

void GmailCopies::settle(FolderId folder, quint64 gmailId)
{
    if (gmailId == 0)
        return;
    QList<StoredMessage> copies;
    Statement &query = m_db.prepared(Copies);
    query.bind(gmailId, folder);
    while (const auto copy = nextStored(query))
        copies.append(*copy);
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
        .bind(leaving.id, left.first())
        .run();
    return true;
}

} // namespace kw
