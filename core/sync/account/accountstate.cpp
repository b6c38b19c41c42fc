#include "core/sync/account/accountstate.h"

#include "core/imap/throttling.h"

#include <QRandomGenerator>

namespace kw {

AccountState::AccountState(SyncContext &context, AccountId id, SessionOpener sessions, AccountHooks told)
    : ctx(context)
    , account(id)
    , hooks(std::move(told))
    , opener(std::move(sessions))
{
}

FolderId AccountState::inbox() const
{
    for (const FolderRow &row : ctx.folders.folders(account)) {
        if (row.role == FolderRole::Inbox)
            return row.id;
    }
    return {};
}

WorkQueue::Urgency AccountState::urgency(FolderId folder) const
{
    if (visible.contains(folder))
        return WorkQueue::Urgency::Visible;
    const auto row = ctx.folders.folder(folder);
    return row && row->role == FolderRole::Inbox ? WorkQueue::Urgency::Inbox : WorkQueue::Urgency::Normal;
}

void AccountState::addPass(FolderId folder)
{
    queue.addPass(folder, urgency(folder));
}

void AccountState::heed(const Error &error)
{
    if (const auto pause = askedPause(error))
        pauseUntil = ctx.clock.monotonicMs() + std::max(*pause, ctx.limits.backoffFirst).count();
}

Millis AccountState::backoff(int failures) const
{
    if (const qint64 pause = pauseUntil - ctx.clock.monotonicMs(); pause > 0)
        return Millis(pause);
    return ctx.limits.backoff(failures);
}

Millis SyncLimits::backoff(int failures) const
{
    const int doublings = std::min(std::max(failures - 1, 0), 20);
    const Millis wait = std::min<Millis>(backoffFirst * (qint64(1) << doublings), backoffMost);
    const double jitter = backoffJitter * (2 * QRandomGenerator::global()->generateDouble() - 1);
    return Millis(qint64(double(wait.count()) * (1 + jitter)));
}

} // namespace kw
