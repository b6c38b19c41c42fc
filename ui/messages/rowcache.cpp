#include "ui/messages/rowcache.h"

namespace kw {

namespace {
constexpr int CachedRows = 1536;
constexpr int FetchBack = 16;
constexpr int FetchAhead = 64;
} // namespace

RowCache::RowCache()
    : m_rows(CachedRows)
{
}

const ListRow *RowCache::row(const KeyIndex &index, int position, const ListSource &source,
                             const ListQuery &query)
{
    const qint64 id = index.at(position).id;
    if (const ListRow *here = m_rows.object(id); here || m_gone.contains(id))
        return here;
    const auto missing = [&](int p) { return !m_rows.contains(index.at(p).id); };
    int first = position;
    int last = position;
    while (first > 0 && position - first < FetchBack && missing(first - 1))
        --first;
    while (last + 1 < index.size() && last - position < FetchAhead && missing(last + 1))
        ++last;
    QList<PageKey> keys;
    for (int p = first; p <= last; ++p)
        keys.append(index.at(p));
    remember(source.rows(query, keys));
    for (const PageKey key : std::as_const(keys)) {
        if (!m_rows.contains(key.id))
            m_gone.insert(key.id);
    }
    return m_rows.object(id);
}

void RowCache::remember(const QList<ListRow> &rows)
{
    for (const ListRow &row : rows)
        m_rows.insert(row.key.id, new ListRow(row));
}

void RowCache::forgetAll()
{
    m_rows.clear();
    m_gone.clear();
}

QList<PageKey> RowCache::showing(const QSet<MessageId> &messages) const
{
    QList<PageKey> keys;
    const auto cached = m_rows.keys();
    for (const qint64 id : cached) {
        const ListRow *row = m_rows.object(id);
        if (row && messages.contains(row->message.id))
            keys.append(row->key);
    }
    return keys;
}

QList<PageKey> RowCache::keysOf(const QSet<ThreadId> &conversations) const
{
    QList<PageKey> keys;
    const auto cached = m_rows.keys();
    for (const qint64 id : cached) {
        const ListRow *row = m_rows.object(id);
        if (row && conversations.contains(row->thread))
            keys.append(row->key);
    }
    return keys;
}

qsizetype RowCache::bytes() const
{
    qsizetype bytes = 0;
    const auto cached = m_rows.keys();
    for (const qint64 id : cached) {
        const ListRow *row = m_rows.object(id);
        const MessageRow &m = row->message;
        bytes += qsizetype(sizeof(ListRow)) + 64;
        for (const QString &text : {m.from.name, m.from.email, m.recipients, m.subject, m.preview})
            bytes += text.capacity() * 2 + 24;
    }
    return bytes;
}

} // namespace kw
