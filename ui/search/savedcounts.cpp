#include "ui/search/savedcounts.h"

#include "core/search/queryparser.h"
#include "core/store/search/searcher.h"
#include "ui/changes/storereader.h"

#include <algorithm>
#include <tuple>

namespace kw {

namespace {

constexpr int SoonMs = 2000;
constexpr int SeldomBy = 10; // times as long as counting took
constexpr int GivenUpMs = 120'000; // a cache that cannot be read gives no answer
constexpr int Most = 9999; // counted; beyond that it is "9,999+"

using Stop = std::shared_ptr<std::atomic<bool>>;

// How many; past Most: Most, and true.
std::pair<quint32, bool> countOf(Searcher &searcher, const SearchNode &query, const SearchContext &context,
                                 const Stop &stop)
{
    const auto found
        = searcher.find(query, context, {}, std::nullopt, Most + 1, [stop] { return stop->load(); });
    const qsizetype count = found ? found->keys.size() : 0;
    return {quint32(std::min<qsizetype>(count, Most)), count > Most};
}

SearchNode unreadOf(const SearchNode &query)
{
    SearchTerm unread;
    unread.kind = SearchTerm::Kind::Mark;
    unread.mark = SearchMark::Unread;
    return SearchNode::all({query, SearchNode::of(unread)});
}

} // namespace

SavedCounts::SavedCounts(const QString &cacheDirectory, QObject *parent)
    : QObject(parent)
    , m_directory(cacheDirectory)
    , m_stop(std::make_shared<std::atomic<bool>>(false))
    , m_soon(this)
    , m_pauseMs(SoonMs)
{
    m_soon.setSingleShot(true);
    m_soon.setObjectName(QStringLiteral("savedCountsTimer"));
    connect(&m_soon, &QTimer::timeout, this, &SavedCounts::countNow);
}

SavedCounts::~SavedCounts()
{
    *m_stop = true; // the reader waits for the question that runs
}

void SavedCounts::setSearches(const QList<SavedSearch> &searches, const SearchContext &context)
{
    const bool same = m_searches == searches && m_context == context;
    m_searches = searches;
    m_context = context;
    if (!same && !m_searches.isEmpty())
        m_soon.start(0);
}

// The first change sets the time, later ones do not put it off.
void SavedCounts::noteChange()
{
    m_isStale = true;
    if (!m_searches.isEmpty() && !m_soon.isActive())
        m_soon.start(m_pauseMs);
}

void SavedCounts::countNow()
{
    if (m_isCounting && !m_counting.hasExpired(GivenUpMs)) {
        m_isStale = true;
        return;
    }
    if (!m_reader)
        m_reader = new StoreReader(m_directory, this);
    m_isCounting = true;
    m_isStale = false;
    m_counting.start();
    QList<std::pair<QString, SearchNode>> questions;
    const QueryClock clock = QueryClock::system();
    for (const SavedSearch &search : std::as_const(m_searches))
        questions.append({search.key, parseQuery(search.query, clock).root});
    m_reader->read(
        this,
        [questions, context = m_context, stop = m_stop](Database &db) {
            Searcher searcher(db);
            QList<Count> counts;
            for (const auto &[key, query] : questions) {
                Count count{key, {}};
                std::tie(count.count.unread, count.count.moreUnread)
                    = countOf(searcher, unreadOf(query), context, stop);
                std::tie(count.count.total, count.count.moreTotal) = countOf(searcher, query, context, stop);
                counts.append(count);
            }
            return counts;
        },
        [this](const QList<Count> &counts) { take(counts); });
}

void SavedCounts::take(const QList<Count> &counts)
{
    m_isCounting = false;
    m_pauseMs = std::max(SoonMs, int(m_counting.elapsed()) * SeldomBy);
    for (const Count &count : counts)
        Q_EMIT counted(count.key, count.count);
    if (m_isStale)
        noteChange();
}

} // namespace kw
