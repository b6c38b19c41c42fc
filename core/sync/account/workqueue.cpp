#include "core/sync/account/workqueue.h"

#include <algorithm>

namespace kw {

void WorkQueue::addOpen(MessageId message, FolderId folder, bool whole)
{
    const Job job{Job::Kind::Open, folder, message, whole};
    m_opens.removeAll(job);
    m_opens.prepend(job); // the newest click is what the person looks at
}

void WorkQueue::addPush(FolderId folder)
{
    if (!m_pushes.contains(folder))
        m_pushes.append(folder);
}

void WorkQueue::addJournal(FolderId folder)
{
    if (!m_journals.contains(folder))
        m_journals.append(folder);
}

void WorkQueue::put(QList<Wanted> &list, FolderId folder, Urgency urgency)
{
    const auto old
        = std::find_if(list.begin(), list.end(), [folder](const Wanted &w) { return w.folder == folder; });
    if (old != list.end()) {
        if (old->urgency <= urgency)
            return;
        list.erase(old);
    }
    const auto before
        = std::find_if(list.begin(), list.end(), [urgency](const Wanted &w) { return w.urgency > urgency; });
    list.insert(before, {folder, urgency});
}

void WorkQueue::addPass(FolderId folder, Urgency urgency)
{
    put(m_passes, folder, urgency);
}

void WorkQueue::addBackfill(FolderId folder, Urgency urgency)
{
    put(m_backfills, folder, urgency);
}

void WorkQueue::addPrefetch(FolderId folder)
{
    if (!m_prefetches.contains(folder))
        m_prefetches.append(folder);
}

void WorkQueue::addQuota(FolderId inbox)
{
    m_quota = inbox;
}

void WorkQueue::forgetFolder(FolderId folder)
{
    m_opens.removeIf([folder](const Job &j) { return j.folder == folder; });
    m_journals.removeAll(folder);
    m_pushes.removeAll(folder);
    m_passes.removeIf([folder](const Wanted &w) { return w.folder == folder; });
    m_backfills.removeIf([folder](const Wanted &w) { return w.folder == folder; });
    m_prefetches.removeAll(folder);
    if (m_quota == folder)
        m_quota = {};
}

void WorkQueue::clear()
{
    const auto keep = hasSpareBackfill;
    *this = WorkQueue{};
    hasSpareBackfill = keep;
}

std::optional<Job> WorkQueue::takeFree(QList<FolderId> &folders, Job::Kind kind)
{
    const auto free = std::find_if(folders.begin(), folders.end(), [this](FolderId f) { return isFree(f); });
    if (free == folders.end())
        return {};
    const Job job{kind, *free, {}};
    m_busy.insert(*free);
    folders.erase(free);
    return job;
}

std::optional<Job> WorkQueue::takePass(bool urgentOnly, bool normalOnly)
{
    for (auto it = m_passes.begin(); it != m_passes.end(); ++it) {
        const bool urgent = it->urgency != Urgency::Normal;
        if (!isFree(it->folder) || (urgentOnly && !urgent) || (normalOnly && urgent))
            continue;
        const Job job{Job::Kind::Pass, it->folder, {}};
        m_busy.insert(it->folder);
        m_passes.erase(it);
        return job;
    }
    return {};
}

std::optional<Job> WorkQueue::takeBackfill(bool sharedOnly)
{
    for (const Wanted &wanted : std::as_const(m_backfills)) {
        const bool shared = m_backfilling.value(wanted.folder) > 0;
        if (shared ? !(hasSpareBackfill && hasSpareBackfill(wanted.folder)) : sharedOnly)
            continue;
        ++m_backfilling[wanted.folder];
        return Job{Job::Kind::Backfill, wanted.folder, {}};
    }
    return {};
}

std::optional<Job> WorkQueue::take(Lane lane, bool merged)
{
    if (lane == Lane::User) {
        if (!m_opens.isEmpty())
            return m_opens.takeFirst();
        if (const auto journal = takeFree(m_journals, Job::Kind::Journal))
            return journal;
        if (const auto push = takeFree(m_pushes, Job::Kind::Push))
            return push;
        if (const auto pass = takePass(!merged, false))
            return pass;
        if (isSet(m_quota))
            return Job{Job::Kind::Quota, std::exchange(m_quota, FolderId{}), {}};
        if (!merged)
            return {};
    }
    if (lane == Lane::Helper)
        return takeBackfill(true);
    if (const auto pass = takePass(false, !merged))
        return pass;
    if (const auto backfill = takeBackfill(false))
        return backfill;
    if (!m_prefetches.isEmpty())
        return Job{Job::Kind::Prefetch, m_prefetches.takeFirst(), {}};
    return {};
}

void WorkQueue::finished(const Job &job)
{
    switch (job.kind) {
    case Job::Kind::Journal:
    case Job::Kind::Push:
    case Job::Kind::Pass:
        m_busy.remove(job.folder);
        break;
    case Job::Kind::Backfill:
        if (--m_backfilling[job.folder] <= 0) {
            m_backfilling.remove(job.folder);
            m_backfills.removeIf([&job](const Wanted &w) { return w.folder == job.folder; });
        }
        break;
    case Job::Kind::Open:
    case Job::Kind::Prefetch:
    case Job::Kind::Quota:
        break;
    }
}

bool WorkQueue::claim(FolderId folder)
{
    if (!isFree(folder))
        return false;
    m_busy.insert(folder);
    return true;
}

bool WorkQueue::hasUrgent(Lane lane, bool merged) const
{
    if (lane == Lane::Helper)
        return false;
    const bool user = lane == Lane::User || merged;
    if (user && (!m_opens.isEmpty() || !m_journals.isEmpty() || !m_pushes.isEmpty()))
        return true;
    return std::any_of(m_passes.begin(), m_passes.end(), [&](const Wanted &w) {
        return isFree(w.folder) && (user || w.urgency == Urgency::Normal);
    });
}

bool WorkQueue::isEmpty() const
{
    return m_opens.isEmpty() && m_journals.isEmpty() && m_pushes.isEmpty() && m_passes.isEmpty()
        && m_backfills.isEmpty() && m_prefetches.isEmpty() && !isSet(m_quota) && m_busy.isEmpty()
        && m_backfilling.isEmpty();
}

} // namespace kw
