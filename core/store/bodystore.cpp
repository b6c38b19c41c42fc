#include "core/store/bodystore.h"

#include "core/store/messagerow.h"

namespace kw {

BodyStore::BodyStore(Database &db)
    : m_db(db)
{
}

void BodyStore::put(MessageId id, const StoredBody &body, qint64 nowMs)
{
    const QByteArray header = qCompress(body.header, 6);
    // Level 1: mail that does not shrink at once (attachments) does not shrink at all.
    const QByteArray text = qCompress(body.body, body.body.size() > qsizetype(256) * 1024 ? 1 : 6);
    m_db.prepared("INSERT OR REPLACE INTO bodies.body SELECT COALESCE((" KW_BODY_OWNER
                  "), id), header_hash, ?2, "
                  "?3, ?4, ?5 FROM message m WHERE id=?1")
        .bind(id, header.size() + text.size(), nowMs, header, text)
        .run();
}

std::optional<StoredBody> BodyStore::get(MessageId id) const
{
    Statement &query = m_db.prepared("SELECT b.header, b.text FROM bodies.body b JOIN message m ON "
                                     "b.message_id=(" KW_BODY_OWNER ") WHERE m.id=?");
    query.bind(id);
    if (!query.next())
        return {};
    StoredBody body{qUncompress(query.blob(0)), qUncompress(query.blob(1))};
    query.rewind();
    if (body.header.isEmpty())
        return {}; // damaged: fetched again
    return body;
}

void BodyStore::touch(MessageId id, qint64 nowMs)
{
    m_db.prepared("UPDATE bodies.body SET used_at=?2 WHERE message_id=(SELECT (" KW_BODY_OWNER
                  ") FROM message m "
                  "WHERE m.id=?1)")
        .bind(id, nowMs)
        .run();
}

void BodyStore::remove(MessageId id)
{
    m_db.prepared("DELETE FROM bodies.body WHERE message_id=?").bind(id).run();
}

qint64 BodyStore::totalBytes() const
{
    Statement &query = m_db.prepared("SELECT COALESCE(SUM(bytes), 0) FROM bodies.body");
    const qint64 total = query.next() ? query.integer(0) : 0;
    query.rewind();
    return total;
}

int BodyStore::evict(qint64 budget)
{
    qint64 over = totalBytes() - budget;
    int gone = 0;
    while (over > 0) {
        Statement &oldest
            = m_db.prepared("SELECT message_id, bytes FROM bodies.body ORDER BY used_at LIMIT 1");
        if (!oldest.next())
            break;
        const auto id = MessageId(oldest.integer(0));
        over -= oldest.integer(1);
        oldest.rewind();
        remove(id);
        ++gone;
    }
    return gone;
}

QList<MessageId> BodyStore::missing(FolderId folder, qint64 sinceSeconds, quint32 maxSize, int limit) const
{
    QList<MessageId> out;
    Statement &query = m_db.prepared("SELECT id FROM message m WHERE folder_id=? AND hidden=0 AND date>=? "
                                     "AND size<=? AND uid IS NOT NULL AND size>0 "
                                     "AND NOT " KW_HAS_BODY " "
                                     "ORDER BY date DESC, id DESC LIMIT ?");
    query.bind(folder, sinceSeconds, maxSize, limit);
    while (query.next())
        out.append(MessageId(query.integer(0)));
    return out;
}

} // namespace kw
