#include "core/sync/accountsync.h"

namespace kw {

AccountSync::AccountSync(SyncContext &ctx, AccountId account, QString key, LinkFactory factory,
                         LinkSettings settings, PasswordSource password, Hooks hooks)
    : m_ctx(ctx)
    , m_account(account)
    , m_key(std::move(key))
    , m_hooks(std::move(hooks))
    , m_opener(std::move(factory), std::move(settings), std::move(password))
    , m_jobs(ctx, m_opener,
             {[this](const PassReport &report, FolderId folder) { passed(report, folder); },
              [this](MessageId message) { m_hooks.bodyArrived(message); },
              [this](const Error &error) { m_hooks.notice(error); }, [this] { m_sessions[2].wake.raise(); },
              [this](FolderId folder) {
                  m_queue.addPass(folder, WorkQueue::Urgency::Visible);
                  wakeAll();
              }})
    , m_sessions{Session{Lane::User, {}, Wakeup(ctx.clock)}, Session{Lane::Bulk, {}, Wakeup(ctx.clock)},
                 Session{Lane::Helper, {}, Wakeup(ctx.clock)}}
    , m_watches{Watch{{}, Wakeup(ctx.clock)}, Watch{{}, Wakeup(ctx.clock)}}
{
    m_queue.hasSpareBackfill = [this](FolderId folder) { return m_jobs.hasSpareBackfill(folder); };
}

AccountSync::~AccountSync() = default;

void AccountSync::start()
{
    if (!m_stopping)
        return;
    if (!m_coroutines.empty()) {
        m_startAgain = true; // the last stop() is still on its way
        return;
    }
    m_stopping = false;
    m_blocked = false;
    m_listed = false;
    m_error = {};
    for (Session &session : m_sessions) {
        session.failures = 0;
        session.disabledUntil = 0;
        m_coroutines.push_back(runLane(session));
    }
    for (Watch &watch : m_watches)
        m_coroutines.push_back(runWatch(watch));
    poll();
    statusDirty();
}

Task<void> AccountSync::stop()
{
    m_startAgain = false;
    m_stopping = true;
    for (Session &session : m_sessions) {
        if (session.link)
            session.link->close();
    }
    for (Watch &watch : m_watches) {
        if (watch.link)
            watch.link->close();
    }
    wakeAll();
    m_ctx.clock.cancel(m_pollTimer);
    m_ctx.clock.cancel(std::exchange(m_journalTimer, 0));
    for (auto &coroutine : m_coroutines)
        co_await coroutine;
    m_coroutines.clear();
    for (Session &session : m_sessions)
        session.link.reset();
    for (Watch &watch : m_watches) {
        watch.link.reset();
        watch.live = false;
    }
    m_queue.clear();
    m_ctx.clock.cancel(m_statusTimer);
    m_statusTimer = 0;
    if (std::exchange(m_startAgain, false))
        start();
}

void AccountSync::lookAt(const QSet<FolderId> &folders)
{
    const QSet<FolderId> before = std::exchange(m_visible, folders);
    for (const FolderId folder : folders) {
        const auto row = m_ctx.folders.folder(folder);
        if (!row || row->account != m_account || before.contains(folder))
            continue;
        m_queue.addPass(folder, urgency(folder));
        if (m_jobs.needsBackfill(folder))
            m_queue.addBackfill(folder, urgency(folder));
    }
    assignWatches();
    wakeAll();
}

void AccountSync::refresh()
{
    m_listedAt = 0;
    m_listed = false; // folders made elsewhere appear too
    retryNow();
}

void AccountSync::open(MessageId message, FolderId folder)
{
    m_queue.addOpen(message, folder);
    wakeAll();
}

void AccountSync::changesWait()
{
    const qint64 now = m_ctx.clock.wallMs();
    for (const FolderId folder : m_ctx.journal.workFolders(m_account, now))
        m_queue.addJournal(folder);
    for (const FolderId folder : m_ctx.messages.foldersWithPendingFlags(m_account))
        m_queue.addPush(folder);
    m_ctx.clock.cancel(std::exchange(m_journalTimer, 0));
    if (const qint64 due = m_ctx.journal.nextDue(m_account, now); due > 0 && !m_stopping)
        m_journalTimer = m_ctx.clock.callAfter(Millis(due - now + 1), [this] {
            m_journalTimer = 0;
            changesWait();
        });
    wakeAll();
}

void AccountSync::retryNow()
{
    m_blocked = false;
    for (Session &session : m_sessions) {
        session.failures = 0;
        session.disabledUntil = 0;
        if (session.link && !session.running)
            session.link->close(); // it may be dead without knowing
    }
    for (Watch &watch : m_watches) {
        watch.failures = 0;
        if (watch.link)
            watch.link->close();
    }
    m_listed = false;
    wakeAll();
    statusDirty();
}

void AccountSync::wakeAll()
{
    for (Session &session : m_sessions)
        session.wake.raise();
    for (Watch &watch : m_watches)
        watch.wake.raise();
}

FolderId AccountSync::inbox() const
{
    for (const FolderRow &row : m_ctx.folders.folders(m_account)) {
        if (row.role == FolderRole::Inbox)
            return row.id;
    }
    return {};
}

WorkQueue::Urgency AccountSync::urgency(FolderId folder) const
{
    if (m_visible.contains(folder))
        return WorkQueue::Urgency::Visible;
    const auto row = m_ctx.folders.folder(folder);
    return row && row->role == FolderRole::Inbox ? WorkQueue::Urgency::Inbox : WorkQueue::Urgency::Normal;
}

void AccountSync::queueEverything(WorkQueue::Urgency rest)
{
    for (const FolderRow &row : m_ctx.folders.folders(m_account)) {
        if (!row.isReachable())
            continue;
        m_queue.addPass(row.id, std::min(rest, urgency(row.id)));
        if (row.lowUid > 1)
            m_queue.addBackfill(row.id, urgency(row.id));
    }
    changesWait();
}

void AccountSync::passed(const PassReport &report, FolderId folder)
{
    m_passFailures.remove(folder);
    if (m_jobs.needsBackfill(folder))
        m_queue.addBackfill(folder, urgency(folder));
    else if (m_ctx.settings.prefetchDays > 0
             && (report.added > 0 || urgency(folder) != WorkQueue::Urgency::Normal))
        m_queue.addPrefetch(folder);
    if (const auto row = m_ctx.folders.folder(folder)) {
        m_pollAt.insert(folder, m_ctx.clock.monotonicMs() + pollEvery(*row));
        m_hooks.folderStatusChanged({folder, liveness(folder), row->provenAt});
    }
    changesWait(); // what was bound may go on
    wakeAll();
    statusDirty();
}

bool AccountSync::isWatched(FolderId folder) const
{
    return std::any_of(m_watches.begin(), m_watches.end(),
                       [folder](const Watch &w) { return w.live && w.folder == folder; });
}

// The first watch has the inbox, the second the folder on screen.
void AccountSync::assignWatches()
{
    const FolderId box = inbox();
    FolderId other{};
    for (const FolderId folder : std::as_const(m_visible)) {
        const auto row = m_ctx.folders.folder(folder);
        if (folder != box && row && row->account == m_account && row->isReachable())
            other = folder;
    }
    const std::array<FolderId, 2> wanted{box, other};
    for (size_t i = 0; i < wanted.size(); ++i) {
        Watch &watch = m_watches[i];
        if (watch.folder == wanted[i])
            continue;
        watch.folder = wanted[i];
        watch.live = false;
        if (watch.link)
            watch.link->interruptIdle();
        watch.wake.raise();
    }
}

// How long what nobody watches may go unseen, by how lately it had mail.
qint64 AccountSync::pollEvery(const FolderRow &folder) const
{
    constexpr qint64 Minute = 60'000;
    if (m_visible.contains(folder.id) || folder.role == FolderRole::Inbox)
        return isWatched(folder.id) ? 30 * Minute : 2 * Minute;
    const bool busy
        = folder.unread > 0 || folder.role == FolderRole::Sent || folder.role == FolderRole::Drafts;
    return (busy ? 10 : 30) * Minute;
}

void AccountSync::poll()
{
    if (m_stopping)
        return;
    constexpr Millis Tick = std::chrono::minutes(1);
    m_pollTimer = m_ctx.clock.callAfter(Tick, [this] { poll(); });
    if (!m_listed || m_blocked)
        return;
    const qint64 now = m_ctx.clock.monotonicMs();
    bool any = false;
    for (auto it = m_pollAt.begin(); it != m_pollAt.end(); ++it) {
        if (it.value() > now)
            continue;
        m_queue.addPass(it.key(), urgency(it.key()));
        it.value() = now + Millis(std::chrono::minutes(30)).count(); // the pass sets the next date
        any = true;
    }
    if (any)
        wakeAll();
}

bool AccountSync::isMerged() const
{
    return m_sessions[1].disabledUntil > m_ctx.clock.monotonicMs();
}

bool AccountSync::isAtRest() const
{
    return m_queue.isEmpty()
        && std::none_of(m_sessions.begin(), m_sessions.end(), [](const Session &s) { return s.running; });
}

Liveness AccountSync::liveness(FolderId folder) const
{
    if (m_stopping)
        return Liveness::Offline;
    if (m_blocked)
        return Liveness::NeedsYou;
    if (isWatched(folder))
        return Liveness::Live;
    if (!m_listed || m_passFailures.contains(folder))
        return m_error.text.isEmpty() ? Liveness::Connecting : Liveness::Stale;
    return Liveness::Polling;
}

AccountStatus AccountSync::status() const
{
    AccountStatus status;
    status.account = m_account;
    status.key = m_key;
    bool listing = false;
    qint64 proof = 0;
    for (const FolderRow &row : m_ctx.folders.folders(m_account)) {
        proof = std::max(proof, row.provenAt);
        if (row.lowUid == 1 || row.serverTotal == 0)
            continue;
        listing = true;
        status.done += int(row.total);
        status.total += int(std::max(row.serverTotal, row.total));
    }
    status.staleSince = proof;
    const FolderId box = inbox();
    status.liveness = isSet(box) || m_stopping || m_blocked ? liveness(box)
        : m_error.text.isEmpty()                            ? Liveness::Connecting
                                                            : Liveness::Stale;
    if (status.liveness == Liveness::Stale || status.liveness == Liveness::NeedsYou)
        status.error = m_error;
    if (m_listed && !m_blocked && !m_stopping && (listing || m_queue.waitingPasses() > 0))
        status.liveness = Liveness::Syncing;
    if (!listing)
        status.done = status.total = 0;
    return status;
}

void AccountSync::progressMade()
{
    if (m_listing)
        statusDirty();
}

// A first sync commits hundreds of slices a second; people read a few lines a second.
void AccountSync::statusDirty()
{
    if (m_statusTimer != 0)
        return;
    m_statusTimer = m_ctx.clock.callAfter(Millis(150), [this] {
        m_statusTimer = 0;
        const AccountStatus now = status();
        m_listing = now.total > 0;
        m_hooks.statusChanged(now);
    });
}

} // namespace kw
