#pragma once

#include "core/base/ids.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <functional>
#include <optional>

namespace kw {

// One thing a session can do next.
struct Job {
    enum class Kind { Open, Journal, Push, Pass, Backfill, Prefetch, Quota };
    Kind kind = Kind::Pass;
    FolderId folder{};
    MessageId message{}; // Open
    bool whole = false; // Open: nothing may be left out
    bool operator==(const Job &) const = default;
};

// Which session asks. User: the person waits for it. Bulk: everything else. Helper: a second bulk session,
// for backfill only.
enum class Lane { User, Bulk, Helper };

// What one account has to do, handed out in the order of DESIGN §5: opened message, journal, visible folder,
// inbox, other folders, backfill, prefetch; the quota is asked for by the person's session, when it has
// nothing else to do. A folder is worked on by one session at a time, except backfill, which shares. Plain
// bookkeeping; one thread.
class WorkQueue
{
public:
    enum class Urgency { Visible, Inbox, Normal };

    void addOpen(MessageId message, FolderId folder, bool whole = false);
    void addJournal(FolderId folder); // operations whose work folder it is
    void addPush(FolderId folder);
    void addPass(FolderId folder, Urgency urgency);
    void addBackfill(FolderId folder, Urgency urgency);
    void addPrefetch(FolderId folder);
    void addQuota(FolderId inbox);
    void forgetFolder(FolderId folder);
    void clear();

    // `merged`: there is only one session, which takes everything.
    std::optional<Job> take(Lane lane, bool merged);
    void finished(const Job &job);
    // Keeps every session off a folder for a moment; false where one is at it. release() ends it.
    bool claim(FolderId folder);
    void release(FolderId folder) { m_busy.remove(folder); }
    // Something for this lane that is more urgent than backfill.
    bool hasUrgent(Lane lane, bool merged) const;
    bool isEmpty() const;
    int waitingPasses() const { return int(m_passes.size()); }
    // Whether a second session would help with this folder; set by whoever works on it.
    std::function<bool(FolderId)> hasSpareBackfill;

private:
    struct Wanted {
        FolderId folder{};
        Urgency urgency = Urgency::Normal;
    };

    std::optional<Job> takeFree(QList<FolderId> &folders, Job::Kind kind);
    std::optional<Job> takePass(bool urgentOnly, bool normalOnly);
    std::optional<Job> takeBackfill(bool sharedOnly);
    static void put(QList<Wanted> &list, FolderId folder, Urgency urgency);
    bool isFree(FolderId folder) const { return !m_busy.contains(folder); }

    QList<Job> m_opens;
    QList<FolderId> m_journals;
    QList<FolderId> m_pushes;
    QList<Wanted> m_passes; // by urgency, then first come
    QList<Wanted> m_backfills;
    QList<FolderId> m_prefetches;
    FolderId m_quota{}; // the inbox whose quota is to be asked for
    QSet<FolderId> m_busy; // a pass or push is under way
    QHash<FolderId, int> m_backfilling; // sessions at it
};

} // namespace kw
