#include "ui/messages/searchhits.h"

#include "core/search/words.h"

#include <algorithm>

namespace kw {

namespace {
constexpr int FirstChunk = 1000;
constexpr int LargestChunk = 16'000;

SearchNode mark(SearchMark mark)
{
    SearchTerm term;
    term.kind = SearchTerm::Kind::Mark;
    term.mark = mark;
    return SearchNode::of(term);
}

SearchNode words(SearchField field, const QString &text)
{
    SearchTerm term;
    term.field = field;
    term.text = text;
    return SearchNode::of(term);
}

bool isIn(const MessageRow &row, ViewId view)
{
    if (view.isUnified() && view.role == FolderRole::Flagged)
        return isListedAsStarred(row.flags);
    return view.isUnified() ? row.role == view.role : row.folder == view.folder;
}

bool hasWords(const MessageRow &row, const QString &wanted)
{
    const auto there
        = wordsOf(row.from.name + u' ' + row.from.email + u' ' + row.recipients + u' ' + row.subject);
    return std::ranges::all_of(wordsOf(wanted), [&there](const QByteArray &word) {
        return std::ranges::any_of(there, [&word](const QByteArray &w) { return w.startsWith(word); });
    });
}

// What a row alone tells; whom a message was sent to in full, and whom one knows, it does not.
bool passes(const MessageRow &row, const Pages::Filter &filter)
{
    const auto has = [&row](Flag flag) { return (row.flags & quint32(flag)) != 0; };
    return !filter.toMeOnly && !filter.knownOnly && (!filter.unreadOnly || !has(Flag::Seen))
        && (!filter.starredOnly || has(Flag::Flagged))
        && (!filter.attachmentsOnly || has(Flag::HasAttachment))
        && (filter.tag.isEmpty() || row.keywords.contains(filter.tag, Qt::CaseInsensitive))
        && (filter.text.isEmpty() || hasWords(row, filter.text));
}
} // namespace

SearchNode narrowed(const SearchNode &query, const Pages::Filter &filter)
{
    QList<SearchNode> all{query};
    if (filter.unreadOnly)
        all.append(mark(SearchMark::Unread));
    if (filter.starredOnly)
        all.append(mark(SearchMark::Starred));
    if (filter.attachmentsOnly)
        all.append(mark(SearchMark::Attachment));
    if (filter.toMeOnly)
        all.append(mark(SearchMark::ToMe));
    if (filter.knownOnly)
        all.append(mark(SearchMark::Known));
    if (!filter.tag.isEmpty()) {
        SearchTerm term;
        term.kind = SearchTerm::Kind::Tag;
        term.text = filter.tag;
        all.append(SearchNode::of(term));
    }
    for (const QString &word : filter.text.split(u' ', Qt::SkipEmptyParts))
        all.append(SearchNode::any({words(SearchField::From, word), words(SearchField::To, word),
                                    words(SearchField::Subject, word)}));
    return all.size() == 1 ? query : SearchNode::all(all);
}

SearchHits::SearchHits(Database &db)
    : m_db(db)
    , m_pages(db)
{
}

SearchHits::~SearchHits() = default;

QList<PageKey> SearchHits::find(const ListQuery &query, int limit, const ListWatch &watch)
{
    QList<PageKey> keys = found(narrowed(query.search->query, query.filter), *query.search, limit, watch);
    const QList<PageKey> others = ofServers(query, limit);
    if (others.isEmpty())
        return keys;
    keys.append(others);
    std::ranges::sort(keys, std::greater());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    if (limit > 0 && keys.size() > limit)
        keys.resize(limit);
    return keys;
}

Searcher &SearchHits::searcher()
{
    if (!m_searcher)
        m_searcher = std::make_unique<Searcher>(m_db);
    return *m_searcher;
}

QList<PageKey> SearchHits::found(const SearchNode &node, const ListSearch &search, int limit,
                                 const ListWatch &watch)
{
    QList<PageKey> keys;
    int chunk = limit > 0 ? limit : FirstChunk;
    std::optional<PageKey> below;
    while (!watch.stop || !watch.stop()) {
        const auto some = searcher().find(node, search.context, search.scope, below, chunk, watch.stop);
        if (!some)
            break;
        keys.append(some->keys);
        if (some->isAll || some->keys.isEmpty() || limit > 0)
            break;
        below = keys.constLast();
        chunk = std::min(chunk * 2, LargestChunk);
        if (watch.found)
            watch.found(keys.size());
    }
    return keys;
}

QList<PageKey> SearchHits::ofServers(const ListQuery &query, int limit) const
{
    QList<PageKey> keys;
    const std::optional<ViewId> view = query.search->scope.view;
    for (const MessageId id : query.search->serverHits) {
        const auto row = m_pages.message(id);
        if (row && !row->hidden && (!view || isIn(*row, *view)) && passes(*row, query.filter))
            keys.append({row->date, raw(id)});
    }
    std::ranges::sort(keys, std::greater());
    if (limit > 0 && keys.size() > limit)
        keys.resize(limit);
    return keys;
}

} // namespace kw
