#include "core/sync/account/accountsync.h"

#include "core/sync/folder/keeping.h"

namespace kw {

AccountSync::AccountSync(SyncContext &ctx, AccountId account, QString key, LinkFactory factory,
                         LinkSettings settings, PasswordSource password, Hooks hooks)
    : m_state(ctx, account, SessionOpener(std::move(factory), settings, password), std::move(hooks))
    , m_parts(ctx, settings, password, m_state.hooks.parts)
    , m_enricher(ctx, account, std::move(settings), std::move(password), [this] { return isAtRest(); })
    , m_jobs(ctx, m_state.opener, jobHooks())
    , m_failures(m_state, failureHooks())
    , m_polls(ctx.clock)
    , m_quota(m_state)
    , m_freshness(m_state, std::move(key),
                  {[this](FolderId folder) { return isWatched(folder); },
                   [this](FolderId folder) { return m_failures.hasFailed(folder); },
                   [this](FolderId folder) { return isComingBack(folder); }})
    , m_lanes{AccountLane(m_state, m_jobs, Lane::User, laneHooks()),
              AccountLane(m_state, m_jobs, Lane::Bulk, laneHooks()),
              AccountLane(m_state, m_jobs, Lane::Helper, laneHooks())}
    , m_watches{FolderWatch(m_state, watchHooks()), FolderWatch(m_state, watchHooks())}
{
    m_state.key = m_freshness.status().key.toUtf8();
    m_state.opener.onSilence([this](const std::optional<Error> &why) { silenceTold(why); });
    m_state.opener.onOpened([this] {
        silenceTold({});
        for (FolderWatch &watch : m_watches)
            watch.gotThrough(false);
    });
    m_state.queue.hasSpareBackfill = [this](FolderId folder) { return m_jobs.hasSpareBackfill(folder); };
}

AccountSync::~AccountSync() = default;

JobRunner::Hooks AccountSync::jobHooks()
{
    return {[this](const PassReport &report, FolderId folder) { passed(report, folder); },
            m_state.hooks.bodyArrived,
            m_state.hooks.notice,
            [this] { helper().wake(); },
            [this](FolderId folder) {
                m_state.queue.addPass(folder, WorkQueue::Urgency::Visible);
                wakeAll();
            },
            [this](int crossed) {
                if (m_state.hooks.quotaTold)
                    m_state.hooks.quotaTold(m_state.account, crossed);
            },
            [this](MessageRow row) { return m_parts.readPartly(std::move(row)); }};
}

JobFailures::Hooks AccountSync::failureHooks()
{
    return {[this](FolderId folder) { m_polls.failed(folder); },
            [this](FolderId folder) { m_jobs.forget(folder); }, [this](Millis time) { changesWaitIn(time); }};
}

AccountLane::Hooks AccountSync::laneHooks()
{
    return {[this] { return bulk().isDisabled(); },
            [this] { m_freshness.mayHaveChanged(); },
            [this] {
                foldersListed();
                for (FolderWatch &watch : m_watches)
                    watch.gotThrough(true);
            },
            [this] { user().wake(); },
            [this] {
                for (FolderWatch &watch : m_watches)
                    watch.prove();
            },
            [this](const Job &job) { m_failures.requeue(job); },
            [this](const Job &job, const Result<void> &result) { jobEnded(job, result); }};
}

FolderWatch::Hooks AccountSync::watchHooks()
{
    const auto tell = [this](FolderId folder, Liveness liveness, qint64 provenAt) {
        m_state.hooks.folderStatusChanged({folder, liveness, provenAt});
    };
    return {[this, tell](FolderId folder, qint64 provenAt) {
                tell(folder, Liveness::Live, provenAt);
                m_freshness.mayHaveChanged();
            },
            [this, tell](FolderId folder) { tell(folder, liveness(folder), 0); },
            [this](FolderId folder) {
                m_state.addPass(folder);
                user().wake();
            },
            [this] { wakeAll(); }};
}

// An answer tells that the server is there, whoever got it.
void AccountSync::silenceTold(const std::optional<Error> &why)
{
    if (m_state.stopping)
        return;
    const Error now = why.value_or(Error{});
    if (m_state.silence.text == now.text)
        return;
    m_state.silence = now;
    for (const FolderId folder : m_state.visible | QSet<FolderId>{m_state.inbox()}) {
        const auto row = m_state.ctx.folders.folder(folder);
        if (row && row->account == m_state.account)
            m_state.hooks.folderStatusChanged({folder, liveness(folder), row->provenAt});
    }
    m_freshness.mayHaveChanged();
}

void AccountSync::start()
{
    if (!m_state.stopping)
        return;
    if (!m_coroutines.empty()) {
        m_startAgain = true; // the last stop() is still on its way
        return;
    }
    m_state.stopping = false;
    m_state.blocked = false;
    m_state.listed = false;
    m_state.error = m_state.silence = {};
    for (AccountLane &lane : m_lanes) {
        lane.start();
        m_coroutines.push_back(lane.run());
    }
    for (FolderWatch &watch : m_watches)
        m_coroutines.push_back(watch.run());
    poll();
    m_enricher.start();
    m_freshness.mayHaveChanged();
}

Task<void> AccountSync::stop()
{
    m_startAgain = false;
    if (m_ending) {
        const Deferred<bool> over;
        m_awaitEnd.append(over);
        co_await over;
        co_return;
    }
    m_ending = true;
    m_state.stopping = true;
    for (AccountLane &lane : m_lanes)
        lane.close();
    for (FolderWatch &watch : m_watches)
        watch.close();
    wakeAll();
    co_await m_parts.stop();
    co_await m_enricher.stop();
    m_state.ctx.clock.cancel(m_pollTimer);
    m_state.ctx.clock.cancel(std::exchange(m_journalTimer, 0));
    m_state.ctx.clock.cancel(std::exchange(m_againTimer, 0));
    for (auto &coroutine : m_coroutines)
        co_await coroutine;
    m_coroutines.clear();
    for (AccountLane &lane : m_lanes)
        lane.reset();
    for (FolderWatch &watch : m_watches)
        watch.reset();
    m_state.queue.clear();
    m_freshness.stop();
    m_ending = false;
    for (const auto &waiting : std::exchange(m_awaitEnd, {}))
        waiting.resolve(true);
    if (std::exchange(m_startAgain, false))
        start();
}

// The person chose anew which folders are kept, how far back, for what: no session has to end for that.
void AccountSync::choicesChanged()
{
    m_jobs.choicesChanged();
    if (!m_state.listed || m_state.stopping)
        return;
    foldersListed();
}

void AccountSync::lookAt(const QSet<FolderId> &folders)
{
    const QSet<FolderId> before = std::exchange(m_state.visible, folders);
    for (const FolderId folder : folders) {
        const auto row = m_state.ctx.folders.folder(folder);
        if (!row || row->account != m_state.account || before.contains(folder)
            || Keeping(m_state.ctx).isLeftAlone(*row))
            continue;
        m_state.addPass(folder);
        if (m_jobs.needsBackfill(folder))
            m_state.queue.addBackfill(folder, m_state.urgency(folder));
    }
    m_enricher.giveWay();
    assignWatches();
    wakeAll();
}

void AccountSync::refresh()
{
    user().forgetFolderList(); // folders made elsewhere appear too
    for (const FolderRow &row : m_state.ctx.folders.folders(m_state.account))
        m_state.ctx.cuts[row.id].tryAgain();
    retryNow();
}

void AccountSync::look(FolderId folder)
{
    m_state.addPass(folder);
    wakeAll();
}

void AccountSync::open(MessageId message, FolderId folder, bool whole)
{
    m_enricher.giveWay();
    m_state.queue.addOpen(message, folder, whole);
    wakeAll();
}

void AccountSync::changesWait()
{
    const SyncContext &ctx = m_state.ctx;
    const qint64 now = ctx.clock.wallMs();
    for (const FolderId folder : ctx.journal.workFolders(m_state.account, now))
        m_state.queue.addJournal(folder);
    for (const FolderId folder : ctx.messages.foldersWithPendingFlags(m_state.account))
        m_state.queue.addPush(folder);
    ctx.clock.cancel(std::exchange(m_journalTimer, 0));
    if (const qint64 due = ctx.journal.nextDue(m_state.account, now); due > 0 && !m_state.stopping)
        m_journalTimer = ctx.clock.callAfter(Millis(due - now + 1), [this] {
            m_journalTimer = 0;
            changesWait();
        });
    wakeAll();
}

void AccountSync::changesWaitIn(Millis time)
{
    Clock &clock = m_state.ctx.clock;
    clock.cancel(std::exchange(m_againTimer, 0));
    if (m_state.stopping)
        return;
    m_againTimer = clock.callAfter(time, [this] {
        m_againTimer = 0;
        changesWait();
    });
}

void AccountSync::askQuota()
{
    m_quota.wish();
    user().wake();
}

void AccountSync::retryNow()
{
    m_state.blocked = false;
    for (AccountLane &lane : m_lanes)
        lane.startAnew();
    for (FolderWatch &watch : m_watches)
        watch.startAnew();
    m_state.listed = false;
    wakeAll();
    m_freshness.mayHaveChanged();
}

void AccountSync::wakeAll()
{
    for (AccountLane &lane : m_lanes)
        lane.wake();
    for (FolderWatch &watch : m_watches)
        watch.wake();
}

void AccountSync::foldersListed()
{
    const Keeping keeping(m_state.ctx);
    for (const FolderRow &row : m_state.ctx.folders.folders(m_state.account)) {
        if (!row.isReachable())
            continue;
        if (keeping.isLeftAlone(row)) {
            if (const auto cleared = keeping.clearLeftAlone(row); !cleared)
                m_state.hooks.notice(cleared.error());
            continue;
        }
        m_state.addPass(row.id);
        if (row.lowUid > 1 && !keeping.isListed(row) && !keeping.isSkipped(row))
            m_state.queue.addBackfill(row.id, m_state.urgency(row.id));
        else if (row.lowUid != 0 && keeping.textsAhead(row))
            m_state.queue.addPrefetch(row.id);
    }
    m_quota.signedIn();
    m_enricher.newsCame();
    changesWait();
    assignWatches();
    wakeAll();
    m_freshness.mayHaveChanged();
}

void AccountSync::passed(const PassReport &report, FolderId folder)
{
    const auto urgency = m_state.urgency(folder);
    m_failures.passed(folder);
    const auto row = m_state.ctx.folders.folder(folder);
    if (m_jobs.needsBackfill(folder))
        m_state.queue.addBackfill(folder, urgency);
    else if (row && (report.added > 0 || urgency != WorkQueue::Urgency::Normal)
             && Keeping(m_state.ctx).textsAhead(*row))
        m_state.queue.addPrefetch(folder);
    if (report.added > 0)
        m_enricher.newsCame();
    if (row) {
        m_quota.passed(*row);
        m_polls.passed(*row, m_state.visible.contains(folder), isWatched(folder));
        m_state.hooks.folderStatusChanged({folder, liveness(folder), row->provenAt});
    }
    changesWait(); // what was bound may go on
    wakeAll();
    m_freshness.mayHaveChanged();
}

void AccountSync::jobEnded(const Job &job, const Result<void> &result)
{
    if (job.kind == Job::Kind::Backfill) {
        if (!m_jobs.needsBackfill(job.folder) && m_jobs.hasUnbound(job.folder))
            m_state.addPass(job.folder);
        else if (m_jobs.needsBackfill(job.folder) && (result || isWorthRepeating(result.error())))
            m_state.queue.addBackfill(job.folder, m_state.urgency(job.folder));
        if (const auto row = m_state.ctx.folders.folder(job.folder);
            row && !m_jobs.needsBackfill(job.folder) && Keeping(m_state.ctx).textsAhead(*row))
            m_state.queue.addPrefetch(job.folder);
        m_enricher.newsCame();
        m_state.hooks.rowsAwaitThreading();
    } else if (job.kind == Job::Kind::Pass && m_jobs.hasSpareBackfill(job.folder)) {
        helper().wake();
    }
    if (!result) {
        m_failures.failed(job, result.error());
        m_freshness.mayHaveChanged();
        return;
    }
    silenceTold({});
    m_failures.succeeded(job);
    if (job.kind == Job::Kind::Journal)
        m_quota.changed(QuotaAsker::LargerChange);
    // Listing gives a message its UID (again); only then can its changes be sent. One step of the journal
    // makes room for the next, perhaps in another folder.
    const bool lists = job.kind == Job::Kind::Pass || job.kind == Job::Kind::Backfill;
    if (job.kind == Job::Kind::Journal
        || (lists && !m_state.ctx.messages.pendingFlags(job.folder, 1).isEmpty()))
        changesWait();
}

bool AccountSync::isWatched(FolderId folder) const
{
    return std::any_of(m_watches.begin(), m_watches.end(),
                       [folder](const FolderWatch &watch) { return watch.isLive(folder); });
}

bool AccountSync::isComingBack(FolderId folder) const
{
    return std::any_of(m_watches.begin(), m_watches.end(),
                       [folder](const FolderWatch &watch) { return watch.isComingBack(folder); });
}

// The first watch has the inbox, the second the folder on screen.
void AccountSync::assignWatches()
{
    const FolderId inbox = m_state.inbox();
    FolderId other{};
    for (const FolderId folder : std::as_const(m_state.visible)) {
        const auto row = m_state.ctx.folders.folder(folder);
        if (folder != inbox && row && row->account == m_state.account && row->isReachable()
            && !Keeping(m_state.ctx).isSkipped(*row))
            other = folder;
    }
    m_watches[0].watch(inbox);
    m_watches[1].watch(other);
}

void AccountSync::poll()
{
    if (m_state.stopping)
        return;
    constexpr Millis Tick = std::chrono::minutes(1);
    m_pollTimer = m_state.ctx.clock.callAfter(Tick, [this] { poll(); });
    if (!m_state.listed || m_state.blocked)
        return;
    const auto due = m_polls.takeDue();
    for (const FolderId folder : due)
        m_state.addPass(folder);
    const bool asks = m_quota.queueWhatIsDue();
    if (!due.isEmpty() || asks)
        wakeAll();
}

bool AccountSync::isAtRest() const
{
    return m_state.queue.isEmpty()
        && std::none_of(m_lanes.begin(), m_lanes.end(), [](const AccountLane &l) { return l.isRunning(); });
}

} // namespace kw
