#include "core/store/textfilter.h"

#include "core/store/filteredkeys.h"
#include "core/store/statement.h"
#include "core/store/textmatch.h"

#include <algorithm>
#include <limits>

namespace kw {

namespace {

constexpr qsizetype Narrow = 3000; // rows: looked at in some ten milliseconds
constexpr qint64 Behind = 2000; // messages that the index may not know yet
constexpr qint64 Margin = 20;

constexpr PageKey Top{std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::max()};

SearchNode asQuery(const PageFilter &filter)
{
    SearchNode query = TextMatch(filter.text).query();
    const auto mark = [&query](bool wanted, SearchMark what) {
        SearchTerm term;
        term.kind = SearchTerm::Kind::Mark;
        term.mark = what;
        if (wanted)
            query.children.append(SearchNode::of(term));
    };
    mark(filter.unreadOnly, SearchMark::Unread);
    mark(filter.starredOnly, SearchMark::Starred);
    mark(filter.attachmentsOnly, SearchMark::Attachment);
    return query;
}

} // namespace

TextFilter::TextFilter(Database &db, Searcher &searcher, const std::function<bool()> &stop)
    : m_db(db)
    , m_searcher(searcher)
    , m_stop(stop)
{
}

QList<PageKey> TextFilter::below(ViewId view, const PageFilter &filter, PageKey after, qsizetype limit) const
{
    const TextMatch match(filter.text);
    if (match.isEmpty() || match.isShort() || isNarrow(view, filter) || !m_searcher.hasIndex()
        || m_searcher.notIndexed() > Behind)
        return FilteredKeys(m_db, view, filter, m_stop).below(after, limit);
    QList<PageKey> keys = byIndex(view, filter, after, limit);
    for (const PageKey key : notIndexed(view, filter, after)) {
        if (!keys.contains(key))
            keys.append(key);
    }
    std::ranges::sort(keys, std::greater());
    keys.resize(std::min(keys.size(), limit));
    return keys;
}

bool TextFilter::isNarrow(ViewId view, const PageFilter &filter) const
{
    PageFilter rest = filter;
    rest.text.clear();
    return !rest.isEmpty() && FilteredKeys(m_db, view, rest, m_stop).below(Top, Narrow + 1).size() <= Narrow;
}

QList<PageKey> TextFilter::byIndex(ViewId view, const PageFilter &filter, PageKey after,
                                   qsizetype limit) const
{
    constexpr int AtLeast = 256;
    PageFilter unsaid = filter; // what the index's query does not say
    unsaid.text.clear();
    unsaid.unreadOnly = unsaid.starredOnly = unsaid.attachmentsOnly = false;
    const bool checks = !unsaid.isEmpty();
    const FilteredKeys check(m_db, view, unsaid);
    const SearchNode query = asQuery(filter);
    QList<PageKey> keys;
    int wanted = checks ? AtLeast : int(std::min<qsizetype>(limit, std::numeric_limits<int>::max()));
    while (keys.size() < limit) {
        const auto found = m_searcher.find(query, {}, {view}, after, wanted, m_stop);
        if (!found || found->keys.isEmpty())
            break;
        for (const PageKey key : found->keys) {
            if (!checks || check.holds(MessageId(key.id)))
                keys.append(key);
        }
        after = found->keys.last();
        if (found->isAll)
            break;
        wanted = std::min(wanted, std::numeric_limits<int>::max() / 4) * 4;
    }
    keys.resize(std::min(keys.size(), limit));
    return keys;
}

// The newest arrivals, which the index may not have yet.
QList<PageKey> TextFilter::notIndexed(ViewId view, const PageFilter &filter, PageKey after) const
{
    QList<MessageId> newest;
    Statement &query = m_db.prepared("SELECT id FROM message WHERE hidden=0 ORDER BY id DESC LIMIT ?");
    query.bind(m_searcher.notIndexed() + Margin);
    while (query.next())
        newest.append(MessageId(query.integer(0)));
    const FilteredKeys check(m_db, view, filter);
    QList<PageKey> keys;
    for (const MessageId id : std::as_const(newest)) {
        if (const auto key = check.keyIfHeld(id); key && *key < after)
            keys.append(*key);
    }
    return keys;
}

} // namespace kw
