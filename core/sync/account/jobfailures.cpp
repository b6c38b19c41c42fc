#include "core/sync/account/jobfailures.h"

namespace kw {

namespace {

constexpr int MaxPassTries = 3; // then the folder waits for its next poll, and the others go on
constexpr int MaxOpenTries = 2;
constexpr int MaxChangeTries = 3; // then others have their turn, and these are put off

} // namespace

JobFailures::JobFailures(AccountState &account, Hooks hooks)
    : m_account(account)
    , m_hooks(std::move(hooks))
{
}

void JobFailures::succeeded(const Job &job)
{
    m_opens.remove(job.message);
    if (job.kind == Job::Kind::Journal || job.kind == Job::Kind::Push)
        m_changes.remove(job.folder);
}

void JobFailures::passed(FolderId folder)
{
    m_passes.remove(folder);
}

void JobFailures::requeue(const Job &job)
{
    WorkQueue &queue = m_account.queue;
    switch (job.kind) {
    case Job::Kind::Open:
        queue.addOpen(job.message, job.folder, job.whole);
        break;
    case Job::Kind::Journal:
        queue.addJournal(job.folder);
        break;
    case Job::Kind::Push:
        queue.addPush(job.folder);
        break;
    case Job::Kind::Pass:
        m_account.addPass(job.folder);
        break;
    case Job::Kind::Backfill:
        queue.addBackfill(job.folder, m_account.urgency(job.folder));
        break;
    case Job::Kind::Prefetch:
        queue.addPrefetch(job.folder);
        break;
    case Job::Kind::Quota:
        queue.addQuota(job.folder);
        break;
    }
}

void JobFailures::failed(const Job &job, const Error &error)
{
    const bool again = isWorthRepeating(error);
    switch (job.kind) {
    case Job::Kind::Open:
        openFailed(job, error);
        break;
    case Job::Kind::Pass:
        passFailed(job, error);
        break;
    case Job::Kind::Journal:
    case Job::Kind::Push:
        if (again)
            changesFailed(job, error);
        else if (job.kind == Job::Kind::Journal && error.kind == ErrorKind::NotFound)
            m_account.queue.addPass(job.folder, WorkQueue::Urgency::Visible); // renumbered; then it goes on
        else
            m_account.hooks.notice(error);
        break;
    case Job::Kind::Backfill:
        if (!again) { // renumbered, deleted, forbidden: a pass finds out, and goes on from there
            m_hooks.backfillGivenUp(job.folder);
            m_account.addPass(job.folder);
        }
        break;
    case Job::Kind::Prefetch:
    case Job::Kind::Quota: // asked again when it is due
        break;
    }
    if (error.kind == ErrorKind::Storage)
        m_account.hooks.notice(error);
}

// A server may hang up at the same command every time.
void JobFailures::changesFailed(const Job &job, const Error &error)
{
    if (error.kind == ErrorKind::Cancelled || ++m_changes[job.folder] < MaxChangeTries)
        requeue(job);
    else
        m_hooks.putOff(m_account.backoff(m_changes.value(job.folder)));
}

void JobFailures::openFailed(const Job &job, const Error &error)
{
    if (isWorthRepeating(error) && ++m_opens[job.message] < MaxOpenTries) {
        requeue(job);
        return;
    }
    m_opens.remove(job.message);
    m_account.hooks.openFailed(job.message, error);
}

void JobFailures::passFailed(const Job &job, const Error &error)
{
    if (error.kind != ErrorKind::Cancelled)
        m_account.error = error;
    if (++m_passes[job.folder] < MaxPassTries && isWorthRepeating(error))
        requeue(job);
    else
        m_account.hooks.folderStatusChanged({job.folder, Liveness::Stale, 0});
    m_hooks.passFailed(job.folder);
}

} // namespace kw
