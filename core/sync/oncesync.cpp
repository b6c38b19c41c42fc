#include "core/sync/oncesync.h"

#include "core/sync/account/quotaasker.h"
#include "core/sync/folder/folderlist.h"
#include "core/sync/folder/keeping.h"
#include "core/sync/folder/verifier.h"

namespace kw {

namespace {

constexpr int MostCuts = 40; // some messages of one folder, each found in a dozen steps

} // namespace

OnceSync::OnceSync(SyncContext &ctx, AccountId account, QString key, LinkFactory factory,
                   LinkSettings settings, PasswordSource password)
    : m_ctx(ctx)
    , m_account(account)
    , m_key(std::move(key))
    , m_opener(std::move(factory), std::move(settings), std::move(password))
    , m_jobs(ctx, m_opener,
             {{},
              {},
              [this](const Error &error) { m_refused.append(error); },
              {},
              [this](FolderId folder) { m_arrivals.insert(folder); }})
{
}

PassReport OnceSync::failed(const QString &folder, const Error &error) const
{
    PassReport report;
    report.account = m_key;
    report.folder = folder;
    report.error = error.text;
    return report;
}

// A background link digests headers on a thread of its own.
Task<Result<void>> OnceSync::begin(bool background)
{
    if (const auto opened = co_await m_opener.open(m_link, background); !opened)
        co_return opened.error();
    co_return co_await refreshFolderList(*m_link, m_ctx, m_account);
}

Task<QList<PassReport>> OnceSync::run()
{
    QList<PassReport> reports;
    const auto begun = co_await begin(true);
    if (!begun) {
        reports.append(failed({}, begun.error()));
        co_return reports;
    }
    if (const auto settled = co_await settleChanges(); !settled)
        reports.append(failed({}, settled.error()));
    QList<FolderRow> folders = m_ctx.folders.folders(m_account);
    std::stable_sort(folders.begin(), folders.end(), [](const FolderRow &a, const FolderRow &b) {
        return (a.role == FolderRole::Inbox) > (b.role == FolderRole::Inbox);
    });
    for (const FolderRow &folder : std::as_const(folders)) {
        if (Keeping(m_ctx).isLeftAlone(folder))
            reports += leftAlone(folder);
        else if (folder.isReachable())
            reports.append(co_await syncFolder(folder));
    }
    // What the passes bound may go on.
    if (const auto settled = co_await settleChanges(); !settled)
        reports.append(failed({}, settled.error()));
    reports += refusals();
    co_await askQuotaToo();
    if (m_link)
        m_link->close();
    if (m_helper)
        m_helper->close();
    co_return reports;
}

// Nothing to tell, unless its rows cannot go.
QList<PassReport> OnceSync::leftAlone(const FolderRow &folder) const
{
    if (const auto cleared = Keeping(m_ctx).clearLeftAlone(folder); !cleared)
        return {failed(folder.path, cleared.error())};
    return {};
}

// What the server tells of its room is extra: without it the sync is as good.
Task<void> OnceSync::askQuotaToo()
{
    if (!m_link || !m_link->isOpen()
        || !m_opener.features().capabilities.contains(QLatin1StringView("QUOTA")))
        co_return;
    if (const auto told = co_await askQuota(m_ctx, m_account, *m_link); !told)
        qInfo("The quota could not be asked for: %s", qPrintable(told.error().text));
}

QList<PassReport> OnceSync::refusals()
{
    QList<PassReport> reports;
    for (const Error &error : std::as_const(m_refused))
        reports.append(failed({}, error));
    m_refused.clear();
    return reports;
}

Task<QList<PassReport>> OnceSync::look(FolderRole role)
{
    QList<PassReport> reports;
    const auto begun = co_await begin(false);
    if (!begun) {
        reports.append(failed({}, begun.error()));
        co_return reports;
    }
    const auto folders = m_ctx.folders.folders(m_account);
    for (const FolderRow &folder : folders) {
        if (folder.role == role && folder.isReachable())
            reports.append(co_await syncFolder(folder));
    }
    if (m_link)
        m_link->close();
    co_return reports;
}

Task<QList<PassReport>> OnceSync::settle()
{
    QList<PassReport> reports;
    auto done = co_await begin(false);
    if (done)
        done = co_await settleChanges();
    if (!done)
        reports.append(failed({}, done.error()));
    if (m_link)
        m_link->close();
    co_return reports + refusals();
}

// Each operation may make room for others: until none is due, or nothing moves any more.
Task<Result<void>> OnceSync::settleChanges()
{
    constexpr int MostRounds = 50;
    for (int round = 0; round < MostRounds; ++round) {
        if (m_ctx.journal.workFolders(m_account, m_ctx.clock.wallMs()).isEmpty()
            && m_ctx.messages.foldersWithPendingFlags(m_account).isEmpty() && m_arrivals.isEmpty())
            break;
        if (!m_link->isOpen()) {
            if (const auto opened = co_await m_opener.open(m_link, false); !opened)
                co_return opened.error();
        }
        if (const auto done = co_await settleRound(); !done)
            co_return done.error();
    }
    co_return Result<void>{};
}

Task<Result<void>> OnceSync::settleRound()
{
    QSet<FolderId> passes;
    const auto work = m_ctx.journal.workFolders(m_account, m_ctx.clock.wallMs());
    for (const FolderId folder : work) {
        const auto done = co_await m_jobs.journal(folder, m_link);
        if (!done && done.error().kind != ErrorKind::NotFound)
            co_return done.error();
        if (!done)
            passes.insert(folder); // renumbered
    }
    passes |= std::exchange(m_arrivals, {});
    for (const FolderId folder : std::as_const(passes)) {
        const auto passed = co_await m_jobs.pass(folder, m_link);
        if (!passed && passed.error().kind != ErrorKind::NotFound
            && passed.error().kind != ErrorKind::Refused)
            co_return passed.error();
    }
    const auto flags = m_ctx.messages.foldersWithPendingFlags(m_account);
    for (const FolderId folder : flags) {
        const auto pushed = co_await m_jobs.push(folder, *m_link);
        if (!pushed)
            co_return pushed.error();
    }
    co_return Result<void>{};
}

// Where the server hangs up, less is asked for the next time, until the message is found at which it does.
Task<Result<PassReport>> OnceSync::pass(FolderId folder)
{
    for (int tries = 0;; ++tries) {
        if (!m_link->isOpen()) {
            if (const auto opened = co_await m_opener.open(m_link, true); !opened)
                co_return opened.error();
        }
        const int cuts = m_ctx.cuts[folder].count();
        auto report = co_await m_jobs.pass(folder, m_link);
        if (report || m_ctx.cuts[folder].count() == cuts || tries == MostCuts)
            co_return report;
    }
}

Task<PassReport> OnceSync::syncFolder(FolderRow folder)
{
    const qint64 started = m_ctx.clock.monotonicMs();
    auto report = co_await pass(folder.id);
    if (!report)
        co_return failed(folder.path, report.error());
    PassReport out = *report;
    out.account = m_key;
    if (m_jobs.needsBackfill(folder.id)) {
        const auto before = m_ctx.folders.folder(folder.id)->total;
        if (const auto done = co_await backfillFolder(folder.id); !done)
            out.error = done.error().text;
        out.added += int(m_ctx.folders.folder(folder.id)->total - before);
        if (out.error.isEmpty() && m_jobs.hasUnbound(folder.id))
            co_await settle(folder.id, out);
    }
    // Only what accounts.ini asks for itself; what the window would download ahead is the window's.
    const FolderChoices chosen = m_ctx.choices.value(m_account);
    if (out.error.isEmpty() && (chosen.offline.contains(folder.path) || chosen.offlineDays > 0)) {
        const auto texts = co_await m_jobs.prefetch(folder.id, *m_link, [] { return false; });
        if (!texts)
            out.error = texts.error().text;
    }
    // Changes of messages that got their UID only now.
    if (!m_ctx.messages.pendingFlags(folder.id, 1).isEmpty()) {
        if (const auto pushed = co_await m_jobs.push(folder.id, *m_link); !pushed)
            out.error = pushed.error().text;
    }
    out.ms = m_ctx.clock.monotonicMs() - started;
    co_return out;
}

// What was renumbered or put here and did not show in the listing.
Task<void> OnceSync::settle(FolderId folder, PassReport &out)
{
    const auto again = co_await m_jobs.pass(folder, m_link);
    if (!again) {
        out.error = again.error().text;
        co_return;
    }
    out.added += again->added;
    out.vanished += again->vanished;
}

Task<Result<void>> OnceSync::helpBackfill(FolderId folder, std::unique_ptr<ImapLink> &link)
{
    if (!link || !link->isOpen()) {
        if (const auto opened = co_await m_opener.open(link, true); !opened)
            co_return opened.error();
    }
    co_return co_await m_jobs.backfill(folder, *link, [] { return false; });
}

// Two sessions share the work; when the server allows only one, or one breaks, the other goes on alone.
Task<Result<void>> OnceSync::backfillFolder(FolderId folder)
{
    constexpr quint32 WorthTwo = 3000;
    const auto row = m_ctx.folders.folder(folder);
    auto first = helpBackfill(folder, m_link);
    std::optional<Task<Result<void>>> second;
    if (row->serverTotal > WorthTwo)
        second = helpBackfill(folder, m_helper);
    auto done = co_await std::move(first);
    if (second) {
        const auto other = co_await std::move(*second);
        done = done ? other : done;
    }
    for (int tries = 0, vain = 0; m_jobs.needsBackfill(folder) && vain < 3 && tries < MostCuts; ++tries) {
        const int cuts = m_ctx.cuts[folder].count();
        done = co_await helpBackfill(folder, m_link);
        vain = m_ctx.cuts[folder].count() == cuts ? vain + 1 : 0;
    }
    if (!m_jobs.needsBackfill(folder))
        co_return Result<void>{};
    co_return done;
}

Task<Result<VerifyReport>> OnceSync::verify(bool repair)
{
    const auto begun = co_await begin(false);
    if (!begun)
        co_return begun.error();
    Verifier verifier(*m_link, m_ctx, m_account);
    auto report = co_await verifier.run(repair);
    m_link->close();
    co_return report;
}

Task<Result<void>> OnceSync::fetchBody(MessageId message)
{
    if (const auto opened = co_await m_opener.open(m_link, false); !opened)
        co_return opened.error();
    const auto done = co_await m_jobs.fetchBody(message, *m_link);
    m_link->close();
    co_return done;
}

} // namespace kw
