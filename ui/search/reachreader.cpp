#include "ui/search/reachreader.h"

#include "ui/changes/storereader.h"

namespace kw {

namespace {
constexpr int PauseMs = 2000;
constexpr int SeldomBy = 10; // times as long as reading took
constexpr int GivenUpMs = 30'000; // a cache that cannot be read gives no answer
} // namespace

ReachReader::ReachReader(const QString &cacheDirectory, QObject *parent)
    : QObject(parent)
    , m_directory(cacheDirectory)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_isWanted && m_isStale)
            readNow();
    });
}

void ReachReader::want(const SearchScope &scope)
{
    m_isWanted = true;
    const bool other = std::exchange(m_scope, scope) != scope;
    if (m_last && m_last->scope == scope)
        Q_EMIT read(*m_last);
    if (!m_last || other || m_last->scope != scope || (m_isStale && !m_pause.isActive()))
        readNow();
}

void ReachReader::rest()
{
    m_isWanted = false;
}

void ReachReader::noteChange()
{
    m_isStale = true;
    if (m_isWanted && !m_pause.isActive())
        m_pause.start();
}

void ReachReader::readNow()
{
    if (m_isReading && !m_reading.hasExpired(GivenUpMs))
        return; // asked once more when that is here
    if (!m_reader)
        m_reader = new StoreReader(m_directory, this);
    m_isReading = true;
    m_isStale = false;
    m_reading.start();
    m_reader->read(
        this,
        [scope = m_scope](Database &db) {
            Searcher searcher(db);
            Answer answer;
            answer.scope = scope;
            answer.hasIndex = searcher.hasIndex();
            answer.coverage = searcher.coverage(scope);
            return answer;
        },
        [this](const Answer &answer) { take(answer); });
}

void ReachReader::take(const Answer &answer)
{
    m_isReading = false;
    m_last = answer;
    m_pause.start(std::max(PauseMs, int(m_reading.elapsed()) * SeldomBy));
    if (!m_isWanted)
        return;
    if (answer.scope == m_scope)
        Q_EMIT read(answer);
    else
        readNow();
}

} // namespace kw
