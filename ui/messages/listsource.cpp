#include "ui/messages/listsource.h"

#include "core/store/conversationsize.h"
#include "core/store/textfilter.h"
#include "ui/messages/searchhits.h"

#include <algorithm>
#include <limits>

namespace kw {

namespace {
template <class Rows> QList<ListRow> listRows(const Rows &rows)
{
    QList<ListRow> list;
    list.reserve(rows.size());
    for (const auto &row : rows)
        list.append(listRow(row));
    return list;
}

// Pages take an exclusive key; the key just before this one makes it inclusive.
PageKey justBefore(PageKey key)
{
    if (key.id < std::numeric_limits<qint64>::max())
        ++key.id;
    return key;
}
} // namespace

ListRow listRow(const MessageRow &row)
{
    const bool unread = !(row.flags & quint32(Flag::Seen));
    return {{row.date, raw(row.id)}, row, row.thread, 0, unread ? 1u : 0u, {}};
}

ListRow listRow(const ConversationRow &row)
{
    return {{row.date, raw(row.thread)}, row.newest, row.thread, row.count, row.unread, row.participants};
}

PagesSource::PagesSource(Database &db)
    : m_db(db)
    , m_pages(db)
{
}

PagesSource::PagesSource(std::unique_ptr<Database> db)
    : m_owned(std::move(db))
    , m_db(*m_owned)
    , m_pages(m_db)
{
}

PagesSource::~PagesSource() = default;

SearchHits &PagesSource::hits() const
{
    if (!m_hits)
        m_hits = std::make_unique<SearchHits>(m_db);
    return *m_hits;
}

QList<ListRow> PagesSource::firstPage(const ListQuery &query, int limit) const
{
    if (query.search) // the oldest hits are known when all are
        return query.oldestFirst ? QList<ListRow>() : rowsById(hits().find(query, limit, m_watch));
    if (!query.isFlat()) // conversations are paged downwards only: the other order waits for the keys
        return query.oldestFirst ? QList<ListRow>() : conversations(query.view, {}, limit);
    if (!query.filter.text.isEmpty()) // the oldest are known when all are
        return query.oldestFirst ? QList<ListRow>() : rowsById(withText(query, limit));
    if (!query.oldestFirst)
        return listRows(m_pages.messages(query.view, {}, limit, query.filter));
    constexpr qint64 Oldest = std::numeric_limits<qint64>::min();
    auto rows = listRows(m_pages.messagesBefore(query.view, {Oldest, Oldest}, limit, query.filter));
    std::ranges::reverse(rows);
    return rows;
}

QList<ListRow> PagesSource::conversations(ViewId view, std::optional<PageKey> after, int limit) const
{
    QList<ListRow> list = listRows(m_pages.conversations(view, after, limit));
    for (ListRow &row : list)
        row.whole = conversationSize(m_db, view, row.thread);
    return list;
}

QList<ListRow> PagesSource::rows(const ListQuery &query, const QList<PageKey> &keys) const
{
    if (keys.isEmpty())
        return {};
    const int limit = int(keys.size());
    if (!query.isFlat())
        return conversations(query.view, justBefore(keys.first()), limit);
    if (query.filter.isEmpty() && !query.search)
        return listRows(m_pages.messages(query.view, justBefore(keys.first()), limit));
    return rowsById(keys);
}

// The neighbours of a rare match may be a million rows apart: asks for each by its id.
QList<ListRow> PagesSource::rowsById(const QList<PageKey> &keys) const
{
    QList<ListRow> list;
    for (const PageKey key : keys) {
        if (const auto row = m_pages.message(MessageId(key.id)); row && !row->hidden)
            list.append(listRow(*row));
    }
    return list;
}

QList<PageKey> PagesSource::withText(const ListQuery &query, qsizetype limit) const
{
    constexpr PageKey Top{std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::max()};
    return TextFilter(m_db, hits().searcher(), m_watch.stop).below(query.view, query.filter, Top, limit);
}

QList<PageKey> PagesSource::keys(const ListQuery &query) const
{
    if (query.search)
        return hits().find(query, 0, m_watch);
    if (!query.filter.text.isEmpty())
        return withText(query, std::numeric_limits<qsizetype>::max());
    if (query.isFlat())
        return m_pages.messageAnchors(query.view, 1, query.filter).keys;
    return m_pages.conversationAnchors(query.view, 1).keys;
}

std::optional<qint64> PagesSource::total(const ListQuery &query) const
{
    if (query.conversations || query.search || !query.filter.isEmpty())
        return std::nullopt;
    return m_pages.counters(query.view).total;
}

std::optional<PageKey> PagesSource::unread(const ListQuery &query, std::optional<PageKey> from,
                                           bool older) const
{
    Pages::Filter filter = query.filter;
    filter.unreadOnly = true;
    const auto rows = older || !from ? m_pages.messages(query.view, from, 1, filter)
                                     : m_pages.messagesBefore(query.view, *from, 1, filter);
    if (rows.isEmpty())
        return std::nullopt;
    return PageKey{rows.first().date, raw(rows.first().id)};
}

std::optional<MessageRow> PagesSource::message(MessageId id) const
{
    return m_pages.message(id);
}

QList<MessageRow> PagesSource::conversation(ThreadId thread) const
{
    return m_pages.conversation(thread);
}

QList<MessageId> PagesSource::conversationIds(ViewId view, ThreadId thread) const
{
    return m_pages.conversationIds(view, thread);
}

qint64 PagesSource::messagesIn(ViewId view, const QList<KeyRange> &conversations) const
{
    qint64 count = 0;
    for (const KeyRange &range : conversations)
        count += m_pages.messagesIn(view, range.newest, range.oldest);
    return count;
}

FolderCounters PagesSource::counters(ViewId view) const
{
    return m_pages.counters(view);
}

QList<FolderRow> PagesSource::folders() const
{
    return m_pages.folders();
}

} // namespace kw
