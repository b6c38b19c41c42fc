#include "core/imap/kimap/kimapwatch.h"

#include "core/imap/kimap/watchingidlejob.h"

#include <QTimer>

namespace kw {

// Shorter than the 29 minutes of RFC 2177: address translators forget silent connections, and each renewal
// proves that the server is still there.
static constexpr int IdleRenewMs = 9 * 60'000;

Task<Result<IdleEnd>> KimapWatch::wait(std::shared_ptr<KimapSession> session)
{
    const auto spoke = std::make_shared<bool>(false);
    m_interrupted = false;
    auto *job = new WatchingIdleJob(session->kimap(), [spoke](WatchingIdleJob &one) {
        *spoke = true;
        one.finish();
    });
    m_job = job;
    QTimer::singleShot(IdleRenewMs, job, [job] { job->finish(); });
    // KIMAP's own timer rests during IDLE, even while the server has not answered it yet.
    QTimer::singleShot(session->patience(), job, [job, weak = std::weak_ptr(session)] {
        const auto waiting = weak.lock();
        if (waiting && !job->hasStarted())
            waiting->abandon(timeoutError(waiting->settings()));
    });
    const auto done = co_await session->run(job, IdleRenewMs + session->patience());
    if (!done)
        co_return done.error();
    if (*spoke)
        co_return IdleEnd::ServerSpoke;
    co_return m_interrupted ? IdleEnd::Interrupted : IdleEnd::Renewed;
}

void KimapWatch::interrupt()
{
    m_interrupted = true;
    if (m_job)
        m_job->finish();
}

} // namespace kw
