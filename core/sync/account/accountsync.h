#pragma once

#include "core/sync/account/accountlane.h"
#include "core/sync/account/folderwatch.h"
#include "core/sync/account/freshness.h"
#include "core/sync/account/jobfailures.h"
#include "core/sync/account/pollschedule.h"
#include "core/sync/account/quotaasker.h"
#include "core/sync/search/enricher.h"

#include <array>
#include <vector>

namespace kw {

// Keeps one account in step with its server: a user session (opened mail, flags, the visible folder), two
// bulk sessions (other folders, backfill) and up to two watching ones (IDLE). Decides what is to be done, and
// tells how fresh things are. Lives on the engine's thread.
class AccountSync
{
public:
    using Hooks = AccountHooks;

    AccountSync(SyncContext &ctx, AccountId account, QString key, LinkFactory factory, LinkSettings settings,
                PasswordSource password, Hooks hooks);
    ~AccountSync(); // stop() must have ended, or start() never been called

    void start();
    // Closes every session; ends when no coroutine of this account runs any more. start() works again
    // afterwards.
    Task<void> stop();

    AccountId account() const { return m_state.account; }
    // These folders are on screen: passed first, kept live.
    void lookAt(const QSet<FolderId> &folders);
    void refresh(); // every folder, now
    void look(FolderId folder); // this one
    void open(MessageId message, FolderId folder, bool whole = false);
    PartDesk &parts() { return m_parts; }
    void progressMade() { m_freshness.progressMade(); }
    void changesWait(); // pending flags or operations of the journal await the server
    void choicesChanged(); // what is to be kept of its folders (SyncContext::choices)
    void askQuota(); // now
    const Enricher &enricher() const { return m_enricher; }
    void setMetered(bool metered) { m_enricher.setMetered(metered); } // the network costs by the octet
    void retryNow(); // the network changed, the machine woke up, or the password did
    AccountStatus status() const { return m_freshness.status(); }
    Liveness liveness(FolderId folder) const { return m_freshness.liveness(folder); }
    // Nothing queued, nothing running: for tests that sync to rest.
    bool isAtRest() const;

private:
    JobRunner::Hooks jobHooks();
    JobFailures::Hooks failureHooks();
    AccountLane::Hooks laneHooks();
    FolderWatch::Hooks watchHooks();

    void foldersListed();
    void passed(const PassReport &report, FolderId folder);
    void jobEnded(const Job &job, const Result<void> &result);
    void assignWatches();
    void poll();
    void changesWaitIn(Millis time);
    void wakeAll();
    bool isWatched(FolderId folder) const;
    bool isComingBack(FolderId folder) const;
    void silenceTold(const std::optional<Error> &why);
    AccountLane &user() { return m_lanes[0]; }
    const AccountLane &bulk() const { return m_lanes[1]; }
    AccountLane &helper() { return m_lanes[2]; }

    AccountState m_state;
    PartDesk m_parts;
    Enricher m_enricher;
    JobRunner m_jobs;
    JobFailures m_failures;
    PollSchedule m_polls;
    QuotaAsker m_quota;
    Freshness m_freshness;
    std::array<AccountLane, 3> m_lanes;
    std::array<FolderWatch, 2> m_watches;
    std::vector<Task<void>> m_coroutines;
    Clock::TimerId m_pollTimer = 0;
    Clock::TimerId m_journalTimer = 0; // the next postponed operation
    Clock::TimerId m_againTimer = 0; // what the server hung up on
    bool m_startAgain = false;
    bool m_ending = false; // stop() is under way
    QList<Deferred<bool>> m_awaitEnd;
};

} // namespace kw
