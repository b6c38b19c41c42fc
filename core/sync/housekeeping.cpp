#include "core/sync/housekeeping.h"

#include "core/store/search/indexsource.h"

namespace kw {

Housekeeping::Housekeeping(SyncContext &ctx, BodyTrimmer &trimmer, Hooks hooks)
    : m_ctx(ctx)
    , m_trimmer(trimmer)
    , m_hooks(std::move(hooks))
{
}

Housekeeping::~Housekeeping()
{
    stop();
    m_ctx.clock.cancel(m_threadTimer);
}

void Housekeeping::start()
{
    m_lastWall = m_ctx.clock.wallMs();
    m_lastMonotonic = m_ctx.clock.monotonicMs();
    watchTime();
}

void Housekeeping::stop()
{
    m_ctx.clock.cancel(std::exchange(m_timeTimer, 0));
}

// A gap between the two clocks means that the machine slept.
void Housekeeping::watchTime()
{
    constexpr Millis Every = std::chrono::seconds(30);
    constexpr qint64 Gap = 30'000;
    constexpr qint64 TidyEvery = 3'600'000;
    m_timeTimer = m_ctx.clock.callAfter(Every, [this] { watchTime(); });
    const qint64 wall = m_ctx.clock.wallMs();
    const qint64 monotonic = m_ctx.clock.monotonicMs();
    const bool slept = (wall - m_lastWall) - (monotonic - m_lastMonotonic) > Gap;
    m_lastWall = wall;
    m_lastMonotonic = monotonic;
    if (slept)
        m_hooks.slept();
    if (wall - m_tidiedAt > TidyEvery)
        tidyUp();
}

void Housekeeping::tidyUp()
{
    constexpr qint64 Day = 86'400'000;
    constexpr int KeepActions = 200;
    constexpr int LogDays = 30;
    constexpr qint64 MostChanges = 1'000'000; // where nobody indexes; the index is verified instead, then
    Transaction txn(m_ctx.db);
    const qint64 now = m_ctx.clock.wallMs();
    m_tidiedAt = now;
    m_ctx.vanished.purge(now - qint64(m_ctx.settings.vanishedDays) * Day);
    m_ctx.actions.prune(now - LogDays * Day, KeepActions);
    IndexSource(m_ctx.db).limit(MostChanges);
    if (const auto done = txn.commit(); !done)
        m_hooks.notice(done.error());
    m_trimmer.giveBack();
}

void Housekeeping::threadSome(bool everything)
{
    constexpr int Some = 1000;
    if (m_threadTimer != 0)
        return;
    bool more = true;
    while (more) {
        Transaction txn(m_ctx.db);
        more = m_ctx.messages.threadSome(Some) > 0;
        if (!txn.commit())
            return; // the next slice tries again
        if (!everything)
            break;
    }
    if (!more)
        return;
    m_threadTimer = m_ctx.clock.callAfter(Millis(1), [this] {
        m_threadTimer = 0;
        threadSome();
    });
}

} // namespace kw
