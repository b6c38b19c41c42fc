#include "core/sync/account/pollschedule.h"

namespace kw {

namespace {

constexpr Millis Soon = std::chrono::minutes(2);
constexpr Millis Regularly = std::chrono::minutes(10);
constexpr Millis Seldom = std::chrono::minutes(30);

// How long it may go unseen, by how lately it had mail.
Millis every(const FolderRow &folder, bool isVisible, bool isWatched)
{
    if (isVisible || folder.role == FolderRole::Inbox)
        return isWatched ? Seldom : Soon;
    const bool busy
        = folder.unread > 0 || folder.role == FolderRole::Sent || folder.role == FolderRole::Drafts;
    return busy ? Regularly : Seldom;
}

} // namespace

PollSchedule::PollSchedule(Clock &clock)
    : m_clock(clock)
{
}

void PollSchedule::passed(const FolderRow &folder, bool isVisible, bool isWatched)
{
    m_at.insert(folder.id, m_clock.monotonicMs() + every(folder, isVisible, isWatched).count());
}

void PollSchedule::failed(FolderId folder)
{
    m_at.insert(folder, m_clock.monotonicMs() + Soon.count());
}

QList<FolderId> PollSchedule::takeDue()
{
    QList<FolderId> due;
    const qint64 now = m_clock.monotonicMs();
    for (auto it = m_at.begin(); it != m_at.end(); ++it) {
        if (it.value() > now)
            continue;
        due.append(it.key());
        it.value() = now + Seldom.count();
    }
    return due;
}

} // namespace kw
