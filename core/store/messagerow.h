#pragma once

#include "core/store/changecollector.h"
#include "core/store/database.h"
#include "core/store/rows.h"
#include "core/store/statement.h"

#include <algorithm>
#include <optional>

// The row m, or another of the same Gmail message, that the text of m is stored under; null: not here.
#define KW_BODY_OF                                                                                           \
    "FROM bodies.body b WHERE b.header_hash=m.header_hash AND (b.message_id=m.id OR (m.gmail_id<>0 AND "     \
    "b.message_id IN (SELECT c.id FROM message c WHERE c.gmail_id=m.gmail_id AND c.gmail_id<>0)))"
#define KW_BODY_OWNER "SELECT b.message_id " KW_BODY_OF " LIMIT 1"
// Of a text b: parts of it were left on the server.
#define KW_IS_PARTIAL                                                                                        \
    "EXISTS(SELECT 1 FROM bodies.partial p WHERE p.message_id=b.message_id AND p.header_hash=b.header_hash)"
// 0: not here, 1: without parts that were left on the server, 2: whole.
#define KW_BODY_STATE                                                                                        \
    "COALESCE((SELECT CASE WHEN " KW_IS_PARTIAL " THEN 1 ELSE 2 END " KW_BODY_OF " LIMIT 1), 0)"
// The whole text is here.
#define KW_HAS_BODY "EXISTS(SELECT 1 " KW_BODY_OF " AND NOT " KW_IS_PARTIAL ")"
// The columns of a MessageRow, in the order readRows takes them.
#define KW_ROW_COLUMNS                                                                                       \
    "m.id, m.folder_id, f.account_id, m.uid, m.role, m.date, m.flags, m.pending, m.keywords, m.size, "       \
    "m.thread_id, "                                                                                          \
    "m.from_name, m.from_email, m.recipients, m.subject, m.preview, m.hidden, " KW_BODY_STATE
#define KW_ROW_TABLES "message m JOIN folder f ON f.id=m.folder_id"
// What the write side works with.
#define KW_STORED_COLUMNS                                                                                    \
    "id, folder_id, uid, role, date, flags, server_flags, pending, size, thread_id, hidden, keywords, "      \
    "header_hash, gmail_id"

namespace kw {

struct StoredMessage {
    MessageId id{};
    FolderId folder{};
    Uid uid{};
    FolderRole role = FolderRole::None;
    qint64 date = 0;
    quint32 flags = 0;
    quint32 serverFlags = 0;
    quint32 pending = 0;
    quint32 size = 0;
    ThreadId thread{};
    bool hidden = false;
    QString keywords; // as stored: separated by spaces
    quint64 headerHash = 0;
    quint64 gmailId = 0;

    PageKey key() const { return {date, raw(id)}; }
    ChangeCollector::Place place() const { return {folder, role, !hidden, key(), flags}; }
    bool isUnread() const { return (flags & quint32(Flag::Seen)) == 0; }
};

// "Lars Hansen, Anna +2", as the list shows it for sent mail.
inline QString recipientLine(const QList<Address> &to)
{
    QStringList names;
    for (const Address &a : to.first(std::min<qsizetype>(to.size(), 2)))
        names.append(displayName(a));
    QString line = names.join(QLatin1StringView(", "));
    if (to.size() > 2)
        line += QLatin1StringView(" +") + QString::number(to.size() - 2);
    return line;
}

inline QStringList splitKeywords(const QString &stored)
{
    return stored.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

inline MessageRow readRow(Statement &query, int at = 0)
{
    MessageRow row;
    row.id = MessageId(query.integer(at));
    row.folder = FolderId(query.integer(at + 1));
    row.account = AccountId(query.integer(at + 2));
    row.uid = Uid(query.number(at + 3));
    row.role = FolderRole(query.integer(at + 4));
    row.date = query.integer(at + 5);
    row.flags = query.number(at + 6);
    row.pending = query.number(at + 7);
    row.keywords = splitKeywords(query.text(at + 8));
    row.size = query.number(at + 9);
    row.thread = ThreadId(query.integer(at + 10));
    row.from = {query.text(at + 11), query.text(at + 12)};
    row.recipients = query.text(at + 13);
    row.subject = query.text(at + 14);
    row.preview = query.text(at + 15);
    row.hidden = query.integer(at + 16) != 0;
    row.hasText = query.integer(at + 17) != 0;
    row.hasBody = query.integer(at + 17) == 2;
    return row;
}

inline QList<MessageRow> readRows(Statement &query)
{
    QList<MessageRow> out;
    while (query.next())
        out.append(readRow(query));
    return out;
}

// The next row of a running query.
inline std::optional<StoredMessage> nextStored(Statement &query)
{
    if (!query.next())
        return {};
    StoredMessage m;
    m.id = MessageId(query.integer(0));
    m.folder = FolderId(query.integer(1));
    m.uid = Uid(query.number(2));
    m.role = FolderRole(query.integer(3));
    m.date = query.integer(4);
    m.flags = query.number(5);
    m.serverFlags = query.number(6);
    m.pending = query.number(7);
    m.size = query.number(8);
    m.thread = ThreadId(query.integer(9));
    m.hidden = query.integer(10) != 0;
    m.keywords = query.text(11);
    m.headerHash = quint64(query.integer(12));
    m.gmailId = quint64(query.integer(13));
    return m;
}

// The only row of a query.
inline std::optional<StoredMessage> readStored(Statement &query)
{
    auto m = nextStored(query);
    query.rewind();
    return m;
}

inline std::optional<StoredMessage> storedMessage(Database &db, MessageId id)
{
    Statement &query = db.prepared("SELECT " KW_STORED_COLUMNS " FROM message WHERE id=?");
    query.bind(id);
    return readStored(query);
}

} // namespace kw
