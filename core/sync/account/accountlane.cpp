#include "core/sync/account/accountlane.h"

#include "core/base/logging.h"
#include "core/imap/throttling.h"
#include "core/sync/folder/folderlist.h"

namespace kw {

namespace {

constexpr qint64 RelistEveryMs = 600'000; // 10 min
constexpr Millis FewerConnectionsFor = std::chrono::minutes(15);
constexpr Millis SpareBackoffMost = std::chrono::minutes(2); // the other folders wait for this one

} // namespace

AccountLane::AccountLane(AccountState &account, JobRunner &jobs, Lane lane, Hooks hooks)
    : m_account(account)
    , m_jobs(jobs)
    , m_lane(lane)
    , m_hooks(std::move(hooks))
    , m_wake(account.ctx.clock)
{
}

void AccountLane::start()
{
    m_failures = 0;
    m_refusals = 0;
    m_disabledUntil = 0;
}

void AccountLane::startAnew()
{
    start();
    if (!m_running)
        close();
}

void AccountLane::close()
{
    if (m_link)
        m_link->close();
}

bool AccountLane::isDisabled() const
{
    return m_disabledUntil > m_account.ctx.clock.monotonicMs();
}

bool AccountLane::mayRun() const
{
    return !m_account.blocked && (m_lane == Lane::User || (m_account.listed && !isDisabled()));
}

Task<void> AccountLane::run()
{
    while (!m_account.stopping) {
        if (!mayRun()) {
            co_await m_wake.wait();
            continue;
        }
        if (m_lane == Lane::User && !m_account.listed) {
            if (co_await connect())
                co_await listFolders();
            continue;
        }
        if (const auto job = m_account.queue.take(m_lane, m_hooks.isMerged())) {
            m_running = true;
            co_await work(*job);
            m_running = false;
            m_hooks.statusDirty();
            continue;
        }
        co_await rest();
    }
}

// Servers count connections: one that nobody has needed for a while goes.
Task<void> AccountLane::rest()
{
    if (!m_link) {
        co_await m_wake.wait();
    } else if (!co_await m_wake.wait(m_account.ctx.limits.sessionIdle)) {
        close();
        reset();
    }
}

// False: the failure has been dealt with (including the wait); try again from the top.
Task<bool> AccountLane::connect()
{
    if (m_link && m_link->isOpen())
        co_return true;
    const auto opened = co_await m_account.opener.open(m_link, m_lane != Lane::User);
    if (m_account.stopping)
        co_return false;
    if (!opened) {
        ++m_refusals;
        co_await connectionFailed(opened.error());
        co_return false;
    }
    // That it lets us in is not yet to work with us: m_failures stays.
    m_refusals = 0;
    if (m_lane == Lane::User) {
        m_account.error = {};
        m_hooks.statusDirty();
    }
    co_return true;
}

Task<void> AccountLane::connectionFailed(Error error)
{
    reset();
    if (m_account.stopping || error.kind == ErrorKind::Cancelled)
        co_return;
    ++m_failures;
    m_account.heed(error);
    if (m_lane != Lane::User) {
        co_await spareConnectionFailed();
        co_return;
    }
    m_account.error = error;
    m_account.silence = {};
    m_account.listed = false;
    // A full disk ends by itself, so does a server's refusal; a password does not.
    m_account.blocked = !error.isRetryable() && error.kind != ErrorKind::Refused
        && error.kind != ErrorKind::Busy && error.kind != ErrorKind::Storage;
    m_hooks.statusDirty();
    m_hooks.cutOff();
    const Millis wait = m_account.backoff(m_failures);
    qCInfo(logAccount, "%s: no connection (%s), attempt %d, %s %lld ms", m_account.key.constData(),
           forLog(error).constData(), m_failures,
           m_account.blocked ? "not again by itself; else in" : "again in",
           static_cast<long long>(wait.count()));
    co_await backOff(wait);
}

// Clicks wake this session too; they do not shorten the wait, startAnew() does by clearing the count.
Task<void> AccountLane::backOff(Millis time)
{
    const Clock &clock = m_account.ctx.clock;
    const qint64 until = clock.monotonicMs() + time.count();
    while (!m_account.stopping && !m_account.blocked && m_failures > 0 && clock.monotonicMs() < until)
        co_await m_wake.wait(Millis(until - clock.monotonicMs()));
}

// The user session stands, this one does not: the server gives us fewer connections. Work merges onto what
// there is.
Task<void> AccountLane::spareConnectionFailed()
{
    if (m_refusals >= 2) {
        m_disabledUntil = m_account.ctx.clock.monotonicMs() + FewerConnectionsFor.count();
        m_hooks.crowded();
        qCInfo(logAccount, "%s: fewer connections for a while", m_account.key.constData());
        co_return;
    }
    const bool isAsked = m_account.pauseUntil > m_account.ctx.clock.monotonicMs();
    const Millis wait
        = isAsked ? m_account.backoff(m_failures) : std::min(m_account.backoff(m_failures), SpareBackoffMost);
    qCInfo(logAccount, "%s: a further session failed, again in %lld ms", m_account.key.constData(),
           static_cast<long long>(wait.count()));
    co_await backOff(wait);
}

Task<bool> AccountLane::listFolders()
{
    const qint64 now = m_account.ctx.clock.monotonicMs();
    if (m_listedAt == 0 || now - m_listedAt > RelistEveryMs || !isSet(m_account.inbox())) {
        const auto lost = m_account.hooks.notice;
        const auto listed = co_await refreshFolderList(*m_link, m_account.ctx, m_account.account, lost);
        if (m_account.stopping)
            co_return false;
        if (!listed) {
            co_await connectionFailed(listed.error());
            co_return false;
        }
        m_listedAt = now;
    }
    m_account.listed = true;
    m_hooks.listed();
    co_return true;
}

bool AccountLane::isSomethingUrgent() const
{
    return m_account.stopping || m_account.queue.hasUrgent(m_lane, m_hooks.isMerged());
}

Task<void> AccountLane::work(Job job)
{
    const bool wasOpen = m_link && m_link->isOpen();
    if (!co_await connect()) {
        m_account.queue.finished(job);
        if (!m_account.stopping)
            m_hooks.notBegun(job);
        co_return;
    }
    const auto done = co_await m_jobs.run(job, m_link, [this] { return isSomethingUrgent(); });
    m_account.queue.finished(job);
    if (m_account.stopping)
        co_return;
    m_hooks.ended(job, done);
    if (done || !isWorthRepeating(done.error())) {
        m_failures = 0;
        co_return;
    }
    reset();
    // A session that had been idle may have died unnoticed: that is no failure of the network, just of that
    // session. But a server that asks for a pause gets it.
    if (done.error().kind != ErrorKind::Cancelled && (!wasOpen || askedPause(done.error())))
        co_await connectionFailed(done.error());
}

} // namespace kw
