// The coroutines of AccountSync: one per session. Each loop ends only when stop() says so.
#include "core/sync/accountsync.h"

#include "core/sync/folderlist.h"
#include "core/sync/quicklook.h"

#include <QRandomGenerator>

namespace kw {

namespace {

constexpr int MaxPassTries = 3; // then the folder waits for its next poll, and the others go on
constexpr qint64 RelistEveryMs = 600'000; // 10 min
constexpr Millis FewerConnectionsFor = std::chrono::minutes(15);

bool isWorthRepeating(const Error &error)
{
    return error.isRetryable() || error.kind == ErrorKind::Cancelled;
}

} // namespace

// 2 s, 4 s, 8 s … 15 min, and the jitter.
Millis AccountSync::backoff(int failures) const
{
    const int doublings = std::min(std::max(failures - 1, 0), 20);
    const Millis wait
        = std::min<Millis>(m_ctx.limits.backoffFirst * (qint64(1) << doublings), m_ctx.limits.backoffMost);
    const double jitter = m_ctx.limits.backoffJitter * (2 * QRandomGenerator::global()->generateDouble() - 1);
    return Millis(qint64(double(wait.count()) * (1 + jitter)));
}

Task<void> AccountSync::runLane(Session &session)
{
    const bool user = session.lane == Lane::User;
    while (!m_stopping) {
        const bool mayRun
            = !m_blocked && (user || (m_listed && session.disabledUntil <= m_ctx.clock.monotonicMs()));
        if (!mayRun) {
            co_await session.wake.wait();
            continue;
        }
        if (user && !m_listed) {
            if (co_await connect(session))
                co_await listFolders(session);
            continue;
        }
        const auto job = m_queue.take(session.lane, isMerged());
        if (job) {
            session.running = true;
            co_await runJob(session, *job);
            session.running = false;
            statusDirty();
            continue;
        }
        if (!session.link) {
            co_await session.wake.wait();
        } else if (!co_await session.wake.wait(m_ctx.limits.sessionIdle)) {
            session.link->close(); // nobody needed it for a while; servers count connections
            session.link.reset();
        }
    }
}

// False: the failure has been dealt with (including the wait); try again from the top.
Task<bool> AccountSync::connect(Session &session)
{
    if (session.link && session.link->isOpen())
        co_return true;
    const auto opened = co_await m_opener.open(session.link, session.lane != Lane::User);
    if (m_stopping)
        co_return false;
    if (!opened) {
        co_await connectionFailed(session, opened.error());
        co_return false;
    }
    session.failures = 0;
    if (session.lane == Lane::User) {
        m_error = {};
        statusDirty();
    }
    co_return true;
}

Task<void> AccountSync::connectionFailed(Session &session, Error error)
{
    session.link.reset();
    if (m_stopping || error.kind == ErrorKind::Cancelled)
        co_return;
    ++session.failures;
    if (session.lane != Lane::User) {
        // The user session stands, this one does not: the server gives us fewer connections. Work merges onto
        // what there is.
        if (session.failures >= 2) {
            session.disabledUntil = m_ctx.clock.monotonicMs() + FewerConnectionsFor.count();
            m_sessions[0].wake.raise();
            co_return;
        }
        co_await session.wake.wait(backoff(session.failures));
        co_return;
    }
    m_error = error;
    m_listed = false;
    // A full disk ends by itself, so does a server's refusal; a password does not.
    m_blocked = !error.isRetryable() && error.kind != ErrorKind::Refused && error.kind != ErrorKind::Busy
        && error.kind != ErrorKind::Storage;
    statusDirty();
    const Millis wait = backoff(session.failures);
    const qint64 until = m_ctx.clock.monotonicMs() + wait.count();
    // Clicks wake this session too; they do not shorten the wait, retryNow() does by clearing the count.
    while (!m_stopping && !m_blocked && session.failures > 0 && m_ctx.clock.monotonicMs() < until)
        co_await session.wake.wait(Millis(until - m_ctx.clock.monotonicMs()));
}

Task<bool> AccountSync::listFolders(Session &session)
{
    const qint64 now = m_ctx.clock.monotonicMs();
    const auto row = inbox();
    if (m_listedAt == 0 || now - m_listedAt > RelistEveryMs || !isSet(row)) {
        const auto lost = m_hooks.notice;
        const auto listed = co_await refreshFolderList(*session.link, m_ctx, m_account, lost);
        if (m_stopping)
            co_return false;
        if (!listed) {
            co_await connectionFailed(session, listed.error());
            co_return false;
        }
        m_listedAt = now;
    }
    m_listed = true;
    queueEverything(WorkQueue::Urgency::Normal);
    assignWatches();
    wakeAll();
    statusDirty();
    co_return true;
}

Task<void> AccountSync::runJob(Session &session, Job job)
{
    const bool wasOpen = session.link && session.link->isOpen();
    if (!co_await connect(session)) {
        m_queue.finished(job);
        if (!m_stopping)
            requeue(job);
        co_return;
    }
    const Lane lane = session.lane;
    const auto done = co_await m_jobs.run(
        job, session.link, [this, lane] { return m_stopping || m_queue.hasUrgent(lane, isMerged()); });
    m_queue.finished(job);
    if (m_stopping)
        co_return;
    if (job.kind == Job::Kind::Backfill) {
        if (m_jobs.needsBackfill(job.folder) && (done || isWorthRepeating(done.error())))
            m_queue.addBackfill(job.folder, urgency(job.folder));
        m_hooks.rowsAwaitThreading();
    } else if (job.kind == Job::Kind::Pass && m_jobs.hasSpareBackfill(job.folder)) {
        m_sessions[2].wake.raise();
    }
    if (done) {
        m_openFailures.remove(job.message);
        // Listing gives a message its UID (again); only then can its changes be sent.
        const bool lists = job.kind == Job::Kind::Pass || job.kind == Job::Kind::Backfill;
        // One step of the journal makes room for the next, perhaps in another folder.
        if (job.kind == Job::Kind::Journal
            || (lists && !m_ctx.messages.pendingFlags(job.folder, 1).isEmpty()))
            changesWait();
        co_return;
    }
    // A session that had been idle may have died unnoticed: that is no failure of the network, just of that
    // session.
    const Error &error = done.error();
    if (isWorthRepeating(error)) {
        session.link.reset();
        if (error.kind != ErrorKind::Cancelled && !wasOpen) {
            jobFailed(session, job, error);
            co_await connectionFailed(session, error);
            co_return;
        }
    }
    jobFailed(session, job, error);
}

void AccountSync::jobFailed(Session &, const Job &job, const Error &error)
{
    const bool again = isWorthRepeating(error);
    switch (job.kind) {
    case Job::Kind::Open:
        if (again && ++m_openFailures[job.message] < 2) {
            requeue(job);
        } else {
            m_openFailures.remove(job.message);
            m_hooks.openFailed(job.message, error);
        }
        break;
    case Job::Kind::Pass:
        m_error = error.kind == ErrorKind::Cancelled ? m_error : error;
        if (++m_passFailures[job.folder] < MaxPassTries && again)
            requeue(job);
        else
            m_hooks.folderStatusChanged({job.folder, Liveness::Stale, 0});
        m_pollAt.insert(job.folder, m_ctx.clock.monotonicMs() + Millis(std::chrono::minutes(2)).count());
        break;
    case Job::Kind::Journal:
        if (again)
            requeue(job);
        else if (error.kind == ErrorKind::NotFound)
            m_queue.addPass(job.folder, WorkQueue::Urgency::Visible); // renumbered; then it goes on
        else
            m_hooks.notice(error);
        break;
    case Job::Kind::Push:
        if (again)
            requeue(job);
        else
            m_hooks.notice(error);
        break;
    case Job::Kind::Backfill:
        if (!again) { // renumbered, deleted, forbidden: a pass finds out, and goes on from there
            m_jobs.forget(job.folder);
            m_queue.addPass(job.folder, urgency(job.folder));
        }
        break;
    case Job::Kind::Prefetch:
        break;
    }
    if (error.kind == ErrorKind::Storage)
        m_hooks.notice(error);
    statusDirty();
}

void AccountSync::requeue(const Job &job)
{
    switch (job.kind) {
    case Job::Kind::Open:
        m_queue.addOpen(job.message, job.folder);
        break;
    case Job::Kind::Journal:
        m_queue.addJournal(job.folder);
        break;
    case Job::Kind::Push:
        m_queue.addPush(job.folder);
        break;
    case Job::Kind::Pass:
        m_queue.addPass(job.folder, urgency(job.folder));
        break;
    case Job::Kind::Backfill:
        m_queue.addBackfill(job.folder, urgency(job.folder));
        break;
    case Job::Kind::Prefetch:
        m_queue.addPrefetch(job.folder);
        break;
    }
}

Task<void> AccountSync::runWatch(Watch &watch)
{
    while (!m_stopping) {
        if (m_blocked || !m_listed || !isSet(watch.folder) || !m_opener.features().idle
            || watch.failures >= 3) {
            if (watch.link) {
                watch.link->close();
                watch.link.reset();
            }
            co_await watch.wake.wait();
            continue;
        }
        const auto ended = co_await watchFolder(watch);
        const bool wasLive = std::exchange(watch.live, false);
        if (wasLive)
            m_hooks.folderStatusChanged({watch.folder, liveness(watch.folder), 0});
        if (ended || m_stopping)
            continue;
        watch.link.reset();
        if (ended.error().kind == ErrorKind::Cancelled)
            continue;
        // What a silent connection hid shows in a pass; whether the network is gone, the user session finds
        // out.
        watch.failures = wasLive ? 1 : watch.failures + 1;
        m_queue.addPass(watch.folder, urgency(watch.folder));
        m_sessions[0].wake.raise();
        co_await watch.wake.wait(backoff(watch.failures));
    }
}

Task<Result<void>> AccountSync::watchFolder(Watch &watch)
{
    const FolderId folder = watch.folder;
    const auto row = m_ctx.folders.folder(folder);
    if (!row) {
        watch.folder = {};
        co_return Result<void>{};
    }
    if (!watch.link || !watch.link->isOpen()) {
        if (const auto opened = co_await m_opener.open(watch.link, false); !opened)
            co_return opened.error();
    }
    const auto box = co_await watch.link->select(row->serverPath, ResyncPoint{});
    if (!box)
        co_return box.error();
    watch.live = true;
    watch.failures = 0;
    m_hooks.folderStatusChanged({folder, Liveness::Live, row->provenAt});
    statusDirty();
    // Between the last pass and this SELECT nobody listened.
    bool look = row->uidNext != box->uidNext || row->modseq != box->highestModseq || row->modseq == 0
        || row->serverTotal != box->exists;
    while (!m_stopping && !m_blocked && watch.folder == folder) {
        if (look) {
            m_queue.addPass(folder, urgency(folder));
            m_sessions[0].wake.raise();
        }
        const auto spoke = co_await watch.link->idle();
        if (!spoke)
            co_return spoke.error();
        look = *spoke == IdleEnd::ServerSpoke;
        if (!look)
            continue;
        co_await m_ctx.clock.sleep(m_ctx.limits.noticeDebounce);
        if (m_opener.features().qresync && !m_stopping && m_queue.claim(folder)) {
            const auto seen = co_await quickLook(*watch.link, m_ctx, folder, box->uidValidity);
            m_queue.release(folder);
            wakeAll(); // whoever was kept off
            if (!seen && seen.error().kind != ErrorKind::Refused)
                co_return seen.error();
        }
    }
    co_return Result<void>{};
}

} // namespace kw
