#include "core/sync/index/indexworker.h"

#include <QDateTime>

namespace kw {

namespace {

constexpr int QuietAfterMs = 2000; // nobody did anything for so long
constexpr int StartMs = 1500; // the window comes first
constexpr int SoonMs = 150; // what changed together is taken in together
constexpr int GentleMs = 400; // between small batches
constexpr int RestMs = 10'000; // until the next look, if nobody says that something changed
constexpr int TidyMs = 20; // between steps of tidying
constexpr int RetryMs = 1000;
constexpr int LaterMs = 60'000; // after the second failure
constexpr int TellMs = 500;
constexpr int WroteMs = 300;
constexpr IndexPace Gentle{250, 1 << 20, 1, true};
constexpr IndexPace Full{};

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

IndexWorker::IndexWorker(const QString &directory)
    : m_upkeep(directory)
    , m_next(this)
    , m_telling(this)
    , m_pauses{StartMs, GentleMs, RestMs}
{
    m_upkeep.stopWhen([this] { return m_isStopped.load(); });
    m_next.setSingleShot(true);
    m_telling.setSingleShot(true);
    m_telling.setInterval(TellMs);
    connect(&m_next, &QTimer::timeout, this, &IndexWorker::work);
    connect(&m_telling, &QTimer::timeout, this, &IndexWorker::tellNow);
}

void IndexWorker::setPauses(const Pauses &pauses)
{
    m_pauses = pauses;
}

void IndexWorker::begin()
{
    m_sinceTraffic.start(); // the program is starting
    m_next.start(m_pauses.startMs);
}

void IndexWorker::traffic()
{
    m_sinceTraffic.start();
    if (m_isUp && m_failures == 0 && (!m_next.isActive() || m_next.remainingTime() > SoonMs))
        m_next.start(SoonMs);
}

void IndexWorker::rebuild()
{
    if (const auto begun = m_upkeep.rebuild(now()); !begun)
        m_status.problem = begun.error();
    m_failures = 0;
    tell(true);
    m_next.start(0);
}

void IndexWorker::setAttachmentTexts(bool on)
{
    m_upkeep.setAttachmentTexts(on);
    if (m_isUp)
        m_next.start(SoonMs);
}

bool IndexWorker::isQuiet() const
{
    return m_sinceTraffic.hasExpired(QuietAfterMs);
}

void IndexWorker::work()
{
    if (m_isStopped)
        return;
    m_isUp = true;
    m_upkeep.setPace(isQuiet() ? Full : Gentle);
    const auto done = m_upkeep.step(now());
    if (m_isStopped)
        return;
    m_hasWritten = m_hasWritten || (done && *done == Indexer::Step::Wrote);
    const bool isResting = !done || *done == Indexer::Step::Rest || *done == Indexer::Step::Tidied;
    if (m_hasWritten && (isResting || !m_sinceWrote.isValid() || m_sinceWrote.hasExpired(WroteMs))) {
        m_hasWritten = false;
        m_sinceWrote.start();
        Q_EMIT wrote();
    }
    m_status.problem = done ? Error{} : done.error();
    m_next.start(done ? pauseAfter(*done) : pauseAfter(done.error()));
    tell(!isResting);
}

int IndexWorker::pauseAfter(Indexer::Step step) const
{
    switch (step) {
    case Indexer::Step::Wrote:
    case Indexer::Step::Looked:
        return isQuiet() ? 0 : m_pauses.gentleMs;
    case Indexer::Step::Tidied:
        return isQuiet() ? TidyMs : m_pauses.gentleMs;
    case Indexer::Step::Rest:
        break;
    }
    return m_pauses.restMs;
}

int IndexWorker::pauseAfter(const Error &error)
{
    ++m_failures;
    return error.kind == ErrorKind::Storage && m_failures == 1 ? RetryMs : LaterMs;
}

void IndexWorker::tell(bool isWorking)
{
    m_status.isWorking = isWorking;
    if (m_status.problem.text.isEmpty())
        m_failures = 0;
    if (!m_telling.isActive())
        m_telling.start();
}

void IndexWorker::tellNow()
{
    const bool isWorking = m_status.isWorking;
    const Error problem = m_status.problem;
    if (problem.text.isEmpty())
        m_status = m_upkeep.status();
    m_status.isWorking = isWorking;
    m_status.problem = problem;
    if (const qint64 takenIn = m_upkeep.takenIn(); takenIn > m_takenIn) {
        m_takenIn = takenIn;
        Q_EMIT this->takenIn(takenIn);
    }
    if (m_status == m_told)
        return;
    m_told = m_status;
    Q_EMIT statusChanged(m_status);
}

} // namespace kw
