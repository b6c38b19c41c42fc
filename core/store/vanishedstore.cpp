#include "core/store/vanishedstore.h"

#include "core/store/messagerow.h"
#include "core/store/statement.h"

#include <QDateTime>

#include <limits>

namespace kw {

#define KW_VANISHED_COLUMNS                                                                                  \
    "v.id, v.account_id, v.folder_id, v.folder_path, v.message_id, v.at, v.ours, v.date, v.flags, "          \
    "v.keywords, v.size, "                                                                                   \
    "v.from_name, v.from_email, v.subject"

VanishedStore::VanishedStore(Database &db)
    : m_db(db)
{
}

void VanishedStore::keep(MessageId id, bool ours)
{
    Statement &write = m_db.prepared(
        "INSERT INTO vanished(account_id, folder_id, folder_path, message_id, at, ours, date, flags, "
        "keywords, "
        "size, header_hash, thread_id, from_name, from_email, recipients, subject, preview, traits, header, "
        "body) "
        "SELECT f.account_id, f.id, f.path, m.id, ?2, ?3, m.date, m.flags, m.keywords, m.size, "
        "m.header_hash, "
        "m.thread_id, m.from_name, m.from_email, m.recipients, m.subject, m.preview, m.traits, b.header, "
        "b.text "
        "FROM message m JOIN folder f ON f.id=m.folder_id JOIN bodies.body b ON b.message_id=m.id AND "
        "b.header_hash=m.header_hash AND NOT " KW_IS_PARTIAL " WHERE m.id=?1 RETURNING id");
    write.bind(id, QDateTime::currentMSecsSinceEpoch(), ours);
    if (write.next())
        m_db.changes().vanished();
    write.rewind();
}

QList<VanishedRow> VanishedStore::read(Statement &query) const
{
    QList<VanishedRow> rows;
    while (query.next()) {
        VanishedRow row;
        row.id = query.integer(0);
        row.account = AccountId(query.integer(1));
        row.folder = FolderId(query.integer(2));
        row.folderPath = query.text(3);
        row.message = MessageId(query.integer(4));
        row.at = query.integer(5);
        row.ours = query.integer(6) != 0;
        row.date = query.integer(7);
        row.flags = query.number(8);
        row.keywords = splitKeywords(query.text(9));
        row.size = query.number(10);
        row.from = {query.text(11), query.text(12)};
        row.subject = query.text(13);
        rows.append(row);
    }
    return rows;
}

QList<VanishedRow> VanishedStore::rows(int limit) const
{
    return rows(0, nullptr, limit);
}

QList<VanishedRow> VanishedStore::rows(qint64 sinceMs, const VanishedRow *after, int limit) const
{
    constexpr qint64 Latest = std::numeric_limits<qint64>::max();
    Statement &query = m_db.prepared(
        "SELECT " KW_VANISHED_COLUMNS " FROM vanished v WHERE at>=?1 AND (at,id)<(?2,?3) AND ours=0 AND NOT "
        "EXISTS(SELECT 1 FROM message m JOIN folder f ON "
        "f.id=m.folder_id WHERE m.thread_id=v.thread_id AND m.header_hash=v.header_hash AND "
        "f.account_id=v.account_id) "
        "ORDER BY v.at DESC, v.id DESC LIMIT ?4");
    query.bind(sinceMs, after ? after->at : Latest, after ? after->id : Latest, limit);
    return read(query);
}

std::optional<VanishedRow> VanishedStore::row(qint64 id) const
{
    Statement &query = m_db.prepared("SELECT " KW_VANISHED_COLUMNS " FROM vanished v WHERE v.id=?");
    query.bind(id);
    const auto rows = read(query);
    return rows.isEmpty() ? std::nullopt : std::optional(rows.first());
}

std::optional<VanishedRow> VanishedStore::ofMessage(MessageId id) const
{
    Statement &query = m_db.prepared("SELECT " KW_VANISHED_COLUMNS
                                     " FROM vanished v WHERE v.message_id=? ORDER BY v.id DESC LIMIT 1");
    query.bind(id);
    const auto rows = read(query);
    return rows.isEmpty() ? std::nullopt : std::optional(rows.first());
}

std::optional<StoredBody> VanishedStore::body(qint64 id) const
{
    Statement &query = m_db.prepared("SELECT header, body FROM vanished WHERE id=?");
    query.bind(id);
    if (!query.next())
        return {};
    StoredBody body{qUncompress(query.blob(0)), qUncompress(query.blob(1))};
    query.rewind();
    return body;
}

void VanishedStore::remove(qint64 id)
{
    m_db.prepared("DELETE FROM vanished WHERE id=?").bind(id).run();
    m_db.changes().vanished();
}

int VanishedStore::purge(qint64 olderThanMs)
{
    int gone = 0;
    Statement &query = m_db.prepared("DELETE FROM vanished WHERE at<? RETURNING id");
    query.bind(olderThanMs);
    while (query.next())
        ++gone;
    if (gone > 0)
        m_db.changes().vanished();
    return gone;
}

} // namespace kw
