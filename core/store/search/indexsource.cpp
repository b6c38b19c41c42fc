#include "core/store/search/indexsource.h"

#include "core/store/messagerow.h"

namespace kw {

namespace {

qint64 oneNumber(Statement &query)
{
    const qint64 number = query.next() ? query.integer(0) : 0;
    query.rewind();
    return number;
}

} // namespace

IndexSource::IndexSource(Database &db)
    : m_db(db)
{
}

QList<IndexSource::Change> IndexSource::feed(qint64 after, int most) const
{
    QList<Change> out;
    Statement &query
        = m_db.prepared("SELECT seq, message_id FROM index_feed WHERE seq>? ORDER BY seq LIMIT ?");
    query.bind(after, most);
    while (query.next())
        out.append({query.integer(0), MessageId(query.integer(1))});
    return out;
}

qint64 IndexSource::lastChange() const
{
    return oneNumber(m_db.prepared("SELECT seq FROM sqlite_sequence WHERE name='index_feed'").bind());
}

qint64 IndexSource::waiting(qint64 after) const
{
    return oneNumber(m_db.prepared("SELECT COUNT(*) FROM index_feed WHERE seq>?").bind(after));
}

bool IndexSource::hasAllSince(qint64 after) const
{
    const qint64 last = lastChange();
    if (after >= last)
        return after == last;
    const qint64 first = oneNumber(m_db.prepared("SELECT MIN(seq) FROM index_feed").bind());
    return first > 0 && first <= after + 1;
}

QList<MessageId> IndexSource::messages(MessageId above, int most) const
{
    QList<MessageId> out;
    Statement &query = m_db.prepared("SELECT id FROM message WHERE id>? ORDER BY id LIMIT ?");
    query.bind(above, most);
    while (query.next())
        out.append(MessageId(query.integer(0)));
    return out;
}

MessageId IndexSource::lastMessage() const
{
    return MessageId(oneNumber(m_db.prepared("SELECT seq FROM sqlite_sequence WHERE name='message'").bind()));
}

qint64 IndexSource::count() const
{
    return oneNumber(m_db.prepared("SELECT COUNT(*) FROM message").bind());
}

std::optional<IndexSource::Row> IndexSource::row(MessageId id) const
{
    Statement &query = m_db.prepared(
        "SELECT m.date, m.header_hash, m.from_name, m.from_email, m.subject, COALESCE(e.recipients, "
        "m.recipients), e.cc, e.list, e.whole FROM message m LEFT JOIN envelope e ON e.message_id=m.id "
        "WHERE m.id=?");
    query.bind(id);
    if (!query.next())
        return {};
    Row row{id,
            query.integer(0),
            quint64(query.integer(1)),
            {query.text(2), query.text(3)},
            query.text(4),
            query.text(5),
            query.text(6),
            query.text(7),
            query.integer(8) != 0};
    query.rewind();
    return row;
}

QList<IndexSource::State> IndexSource::states(MessageId from, int most) const
{
    QList<State> out;
    Statement &query
        = m_db.prepared("SELECT m.id, m.header_hash, m.flags, CASE WHEN EXISTS(SELECT 1 " KW_BODY_OF
                        ") THEN 2 ELSE COALESCE((SELECT e.whole FROM envelope e WHERE e.message_id=m.id), 0) "
                        "END FROM message m WHERE m.id>=? ORDER BY m.id LIMIT ?");
    query.bind(from, most);
    while (query.next())
        out.append({MessageId(query.integer(0)), quint64(query.integer(1)), IndexDepth(query.integer(3)),
                    (query.number(2) & quint32(Flag::HasAttachment)) != 0});
    return out;
}

bool IndexSource::trim(qint64 upTo)
{
    constexpr qint64 Some = 20'000; // so that nothing else waits long
    m_db.prepared("DELETE FROM index_feed WHERE seq<=?1 AND seq<(SELECT MIN(seq) FROM index_feed)+?2")
        .bind(upTo, Some)
        .run();
    return oneNumber(m_db.prepared("SELECT EXISTS(SELECT 1 FROM index_feed WHERE seq<=?)").bind(upTo)) != 0;
}

void IndexSource::limit(qint64 most)
{
    while (trim(lastChange() - most)) { }
}

} // namespace kw
