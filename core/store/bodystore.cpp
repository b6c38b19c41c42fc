#include "core/store/bodystore.h"

#include "core/store/messagerow.h"

#include <QtEndian>

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
    m_db.prepared("INSERT OR REPLACE INTO bodies.body(message_id, header_hash, bytes, used_at, header, text) "
                  "SELECT COALESCE((" KW_BODY_OWNER
                  "), id), header_hash, ?2, ?3, ?4, ?5 FROM message m WHERE id=?1")
        .bind(id, header.size() + text.size(), nowMs, header, text)
        .run();
    // All labels of a Gmail message share the text.
    m_db.prepared("INSERT INTO index_feed(message_id) SELECT id FROM message WHERE id=?1 UNION SELECT c.id "
                  "FROM message m JOIN message c ON c.gmail_id=m.gmail_id AND c.gmail_id<>0 WHERE m.id=?1")
        .bind(id)
        .run();
    m_db.prepared("DELETE FROM bodies.partial WHERE message_id=(SELECT (" KW_BODY_OWNER
                  ") FROM message m WHERE id=?1)")
        .bind(id)
        .run();
    if (!body.isWhole())
        m_db.prepared(
                "INSERT INTO bodies.partial SELECT b.message_id, b.header_hash, ?2 FROM bodies.body b JOIN "
                "message m ON b.message_id=(" KW_BODY_OWNER ") WHERE m.id=?1")
            .bind(id, body.leftOut)
            .run();
    if (m_room.isEmpty())
        return;
    Statement &owner
        = m_db.prepared("SELECT f.account_id FROM message m JOIN folder f ON f.id=m.folder_id WHERE m.id=?");
    owner.bind(id);
    if (owner.next()) {
        const auto room = m_room.find(AccountId(owner.integer(0)));
        if (room != m_room.end())
            *room -= header.size() + text.size();
    }
    owner.rewind();
}

std::optional<StoredBody> BodyStore::get(MessageId id) const
{
    Statement &query = m_db.prepared(
        "SELECT b.header, b.text, (SELECT p.left_out FROM bodies.partial p WHERE "
        "p.message_id=b.message_id AND p.header_hash=b.header_hash) FROM bodies.body b JOIN message m ON "
        "b.message_id=(" KW_BODY_OWNER ") WHERE m.id=?");
    query.bind(id);
    if (!query.next())
        return {};
    StoredBody body{qUncompress(query.blob(0)), qUncompress(query.blob(1)), query.blob(2)};
    query.rewind();
    if (body.header.isEmpty())
        return {}; // damaged: fetched again
    return body;
}

std::optional<BodyStore::Packed> BodyStore::packed(MessageId id) const
{
    Statement &query = m_db.prepared("SELECT b.header, b.text FROM bodies.body b JOIN message m ON "
                                     "b.message_id=(" KW_BODY_OWNER ") WHERE m.id=?");
    query.bind(id);
    if (!query.next())
        return {};
    Packed body{query.blob(0), query.blob(1)};
    query.rewind();
    return body;
}

// qCompress() puts the length in front.
qint64 BodyStore::Packed::octets() const
{
    const auto length = [](const QByteArray &packed) {
        return packed.size() < 4 ? 0 : qint64(qFromBigEndian<quint32>(packed.constData()));
    };
    return length(header) + length(text);
}

std::optional<StoredBody> BodyStore::Packed::unpacked() const
{
    StoredBody body{qUncompress(header), qUncompress(text)};
    return body.header.isEmpty() ? std::nullopt : std::optional(body);
}

std::optional<StoredBody> BodyStore::getWhole(MessageId id) const
{
    auto body = get(id);
    return body && body->isWhole() ? body : std::nullopt;
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

BodyStore::Evicted BodyStore::evict(const Eviction &what)
{
    Evicted gone = evictSome(what, false);
    if (gone.bytes < what.bytes && !what.keptLast.isEmpty() && (what.most == 0 || gone.count < what.most)) {
        Eviction rest = what;
        rest.bytes -= gone.bytes;
        rest.most = what.most == 0 ? 0 : what.most - gone.count;
        const Evicted more = evictSome(rest, true);
        gone = {gone.count + more.count, gone.bytes + more.bytes};
    }
    return gone;
}

BodyStore::Evicted BodyStore::evictSome(const Eviction &what, bool keptToo)
{
    QByteArray sql = "SELECT b.message_id, b.bytes FROM bodies.body b CROSS JOIN message m ON "
                     "m.id=b.message_id CROSS JOIN folder f ON f.id=m.folder_id WHERE (?1=0 OR "
                     "f.account_id=?1) AND m.role<>2 AND NOT EXISTS(SELECT 1 FROM op WHERE "
                     "op.message_id=b.message_id AND op.state<2) AND NOT EXISTS(SELECT 1 FROM op WHERE "
                     "op.source_id=b.message_id AND op.state<2)";
    if (!keptToo && !what.keptLast.isEmpty()) {
        QByteArrayList ids;
        for (const FolderId folder : what.keptLast)
            ids.append(QByteArray::number(raw(folder)));
        sql += " AND m.folder_id NOT IN (" + ids.join(',') + ')';
    }
    const auto query = m_db.statement(sql + " ORDER BY b.used_at, b.message_id");
    query->bind(what.account);
    Evicted gone;
    QList<MessageId> ids;
    while (gone.bytes < what.bytes && (what.most == 0 || gone.count < what.most) && query->next()) {
        ids.append(MessageId(query->integer(0)));
        gone.bytes += query->integer(1);
        ++gone.count;
    }
    query->rewind();
    for (const MessageId id : std::as_const(ids))
        remove(id);
    return gone;
}

QHash<AccountId, qint64> BodyStore::bytesByAccount() const
{
    QHash<AccountId, qint64> out;
    Statement &query = m_db.prepared(
        "SELECT f.account_id, SUM(b.bytes) FROM bodies.body b INDEXED BY body_used CROSS JOIN message m ON "
        "m.id=b.message_id CROSS JOIN folder f ON f.id=m.folder_id GROUP BY f.account_id");
    while (query.next())
        out.insert(AccountId(query.integer(0)), query.integer(1));
    return out;
}

qint64 BodyStore::freeBytes() const
{
    const auto value = [this](const char *sql) {
        const auto query = m_db.statement(sql);
        return query->next() ? query->integer(0) : 0;
    };
    return value("PRAGMA bodies.freelist_count") * value("PRAGMA bodies.page_size");
}

bool BodyStore::giveBack(int pages)
{
    const qint64 before = freeBytes();
    if (before == 0)
        return false;
    const QByteArray step = "PRAGMA bodies.incremental_vacuum(" + QByteArray::number(pages) + ')';
    if (!m_db.execute(step.constData()))
        return false;
    const qint64 left = freeBytes();
    return left > 0 && left < before; // a file that cannot shrink stays as it is
}

void BodyStore::setRoom(AccountId account, std::optional<qint64> bytes)
{
    if (bytes)
        m_room.insert(account, *bytes);
    else
        m_room.remove(account);
}

bool BodyStore::hasRoom(AccountId account) const
{
    const auto room = m_room.constFind(account);
    return room == m_room.cend() || *room > 0;
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
