#pragma once

#include "core/sync/jobrunner.h"
#include "core/sync/status.h"
#include "core/sync/wakeup.h"

#include <QSet>

#include <array>
#include <vector>

namespace kw {

// Keeps one account in step with its server: a user session (opened mail, flags, the visible folder), two
// bulk sessions (other folders, backfill) and up to two watching ones (IDLE). Decides what runs when,
// reconnects with back-off, and tells how fresh things are. Lives on the engine's thread.
class AccountSync
{
public:
    struct Hooks {
        std::function<void(const AccountStatus &)> statusChanged;
        std::function<void(const FolderStatus &)> folderStatusChanged;
        std::function<void(MessageId)> bodyArrived;
        std::function<void(MessageId, const Error &)> openFailed;
        std::function<void(const Error &)> notice;
        std::function<void()> rowsAwaitThreading;
    };

    AccountSync(SyncContext &ctx, AccountId account, QString key, LinkFactory factory, LinkSettings settings,
                PasswordSource password, Hooks hooks);
    ~AccountSync(); // stop() must have ended, or start() never been called

    void start();
    // Closes every session; ends when no coroutine of this account runs any more. start() works again
    // afterwards.
    Task<void> stop();

    AccountId account() const { return m_account; }
    // These folders are on screen: passed first, kept live.
    void lookAt(const QSet<FolderId> &folders);
    void refresh(); // every folder, now
    void open(MessageId message, FolderId folder);
    void progressMade(); // rows were committed: a long listing tells how far it is
    void changesWait(); // pending flags or operations of the journal await the server
    void retryNow(); // the network changed, the machine woke up, or the password did
    AccountStatus status() const;
    Liveness liveness(FolderId folder) const;
    // Nothing queued, nothing running: for tests that sync to rest.
    bool isAtRest() const;

private:
    struct Session {
        Lane lane = Lane::User;
        std::unique_ptr<ImapLink> link;
        Wakeup wake;
        int failures = 0; // in a row, of this session alone
        qint64 disabledUntil = 0; // monotonic ms: the server gives us fewer connections
        bool running = false; // a job is under way
    };
    struct Watch {
        std::unique_ptr<ImapLink> link;
        Wakeup wake;
        FolderId folder{};
        bool live = false;
        int failures = 0;
    };

    // accountsync.cpp: what is wanted
    void queueEverything(WorkQueue::Urgency rest);
    WorkQueue::Urgency urgency(FolderId folder) const;
    FolderId inbox() const;
    void passed(const PassReport &report, FolderId folder);
    void wakeAll();
    void assignWatches();
    void poll();
    qint64 pollEvery(const FolderRow &folder) const;
    void statusDirty();
    bool isMerged() const;
    bool isWatched(FolderId folder) const;

    // accountlanes.cpp: the coroutines
    Task<void> runLane(Session &session);
    Task<bool> connect(Session &session);
    Task<bool> listFolders(Session &session);
    Task<void> runJob(Session &session, Job job);
    void jobFailed(Session &session, const Job &job, const Error &error);
    void requeue(const Job &job);
    Task<void> connectionFailed(Session &session, Error error);
    Task<void> runWatch(Watch &watch);
    Task<Result<void>> watchFolder(Watch &watch);
    Millis backoff(int failures) const;

    SyncContext &m_ctx;
    const AccountId m_account;
    const QString m_key;
    Hooks m_hooks;
    SessionOpener m_opener;
    JobRunner m_jobs;
    WorkQueue m_queue;
    std::array<Session, 3> m_sessions;
    std::array<Watch, 2> m_watches;
    std::vector<Task<void>> m_coroutines;
    QSet<FolderId> m_visible;
    QHash<FolderId, int> m_passFailures;
    QHash<MessageId, int> m_openFailures;
    QHash<FolderId, qint64> m_pollAt; // monotonic ms
    Clock::TimerId m_pollTimer = 0;
    Clock::TimerId m_statusTimer = 0;
    bool m_listing = false; // as last told
    Clock::TimerId m_journalTimer = 0; // the next postponed operation
    bool m_stopping = true;
    bool m_startAgain = false;
    bool m_listed = false; // the folder list was read since the last connection failure
    qint64 m_listedAt = 0; // monotonic ms
    bool m_blocked = false; // the person has to do something first
    Error m_error;
};

} // namespace kw
