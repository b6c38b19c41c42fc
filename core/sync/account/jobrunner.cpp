#include "core/sync/account/jobrunner.h"

#include "core/sync/account/quotaasker.h"
#include "core/sync/folder/flagpush.h"
#include "core/sync/folder/folderpass.h"

#include <QCoreApplication>

namespace kw {

namespace {

constexpr int PrefetchBatch = 50;

Error messageGone()
{
    return {
        ErrorKind::NotFound,
        QCoreApplication::translate(
            "kw::Sync", "This message is no longer on the server, and its text was not downloaded before."),
        {}};
}

Error wrongMessage()
{
    return {ErrorKind::Protocol,
            QCoreApplication::translate(
                "kw::Sync", "The server sent a different message than the one asked for. Try again."),
            {}};
}

} // namespace

JobRunner::JobRunner(SyncContext &ctx, SessionOpener &opener, Hooks hooks)
    : m_ctx(ctx)
    , m_opener(opener)
    , m_hooks(std::move(hooks))
    , m_journal(
          ctx,
          {[this](FolderId folder, std::unique_ptr<ImapLink> &link) { return passQuietly(folder, link); },
           [this](FolderId folder, ImapLink &link) { return backfill(folder, link, [] { return false; }); },
           [this](MessageId message, ImapLink &link) { return fetchBody(message, link); }},
          {m_hooks.arrived, m_hooks.notice})
{
}

Task<Result<void>> JobRunner::passQuietly(FolderId folder, std::unique_ptr<ImapLink> &link)
{
    const auto report = co_await pass(folder, link);
    if (!report)
        co_return report.error();
    co_return Result<void>{};
}

Task<Result<void>> JobRunner::journal(FolderId folder, std::unique_ptr<ImapLink> &link)
{
    co_return co_await m_journal.run(folder, link, m_opener.features());
}

Task<Result<void>> JobRunner::run(Job job, std::unique_ptr<ImapLink> &link, std::function<bool()> pause)
{
    switch (job.kind) {
    case Job::Kind::Open:
        co_return co_await fetchBody(job.message, *link);
    case Job::Kind::Push:
        co_return co_await push(job.folder, *link);
    case Job::Kind::Journal:
        co_return co_await journal(job.folder, link);
    case Job::Kind::Pass: {
        const auto report = co_await pass(job.folder, link);
        if (!report)
            co_return report.error();
        co_return Result<void>{};
    }
    case Job::Kind::Backfill:
        co_return co_await backfill(job.folder, *link, std::move(pause));
    case Job::Kind::Prefetch:
        co_return co_await prefetch(job.folder, *link, std::move(pause));
    case Job::Kind::Quota:
        co_return co_await quota(job.folder, *link);
    }
    co_return Result<void>{};
}

Task<Result<PassReport>> JobRunner::pass(FolderId folder, std::unique_ptr<ImapLink> &link)
{
    FolderPass first(*link, m_ctx, folder);
    auto report = co_await first.run();
    if (report && report->needsFreshSession) {
        // Most of the folder seems gone. One session may be wrong (or lied to); a second one must say the
        // same.
        if (const auto opened = co_await m_opener.open(link, false); !opened)
            co_return opened.error();
        FolderPass second(*link, m_ctx, folder, FolderPass::Trust::FreshSession);
        report = co_await second.run();
    }
    if (report) {
        if (const auto row = m_ctx.folders.folder(folder); row && row->lowUid == 0)
            m_backfills.erase(folder);
        if (const auto settled = settleFlags(); !settled)
            co_return settled.error();
        if (m_hooks.passed)
            m_hooks.passed(*report, folder);
    }
    co_return report;
}

Task<Result<void>> JobRunner::push(FolderId folder, ImapLink &link)
{
    FlagPush push(link, m_ctx, folder);
    const auto outcome = co_await push.run(m_opener.features().gmail);
    if (!outcome)
        co_return outcome.error();
    if (outcome->refused) {
        Transaction txn(m_ctx.db);
        m_ctx.actions.blame(outcome->refusedTags, outcome->refusal.text, ActionLog::Blame::Tags);
        m_ctx.actions.blame(outcome->refusedMessages, outcome->refusal.text);
        if (const auto done = txn.commit(); !done)
            co_return done.error();
    }
    if (outcome->refused && m_hooks.notice)
        m_hooks.notice(outcome->refusal);
    co_return settleFlags();
}

// Which actions wait for flags no longer.
Result<void> JobRunner::settleFlags()
{
    if (!m_ctx.actions.watchesFlags())
        return {};
    Transaction txn(m_ctx.db);
    m_ctx.actions.settleFlags();
    return txn.commit();
}

// While a move waits, the server still has the message where it came from; a copy is where its original is.
std::pair<FolderId, Uid> JobRunner::placeOnServer(const MessageRow &row) const
{
    if (isSet(row.uid))
        return {row.folder, row.uid};
    for (const Operation &op : m_ctx.journal.placing(row.id)) {
        if (isSet(op.srcUid))
            return {op.srcFolder, op.srcUid};
    }
    return {};
}

Task<Result<void>> JobRunner::fetchBody(MessageId message, ImapLink &link)
{
    const auto row = m_ctx.messages.row(message);
    if (!row)
        co_return messageGone();
    if (row->hasBody) {
        if (m_hooks.bodyArrived)
            m_hooks.bodyArrived(message);
        co_return Result<void>{};
    }
    const auto place = placeOnServer(*row);
    const auto folder = m_ctx.folders.folder(place.first);
    if (!folder || !isSet(place.second))
        co_return messageGone();
    const auto box = co_await link.select(folder->serverPath, ResyncPoint{});
    if (!box)
        co_return box.error();
    if (box->uidValidity != folder->uidValidity)
        co_return Error{ErrorKind::NotFound,
                        QCoreApplication::translate("kw::Sync", "The folder was renumbered meanwhile."),
                        {}};
    const auto fetched = co_await link.fetchMessage(place.second);
    if (!fetched)
        co_return fetched.error().kind == ErrorKind::NotFound ? messageGone() : fetched.error();
    // Some servers hand out the wrong body (PEERS §3): the header must be the one we listed.
    const HeaderDigest digest = digestHeader(fetched->header);
    if (!row->subject.isEmpty() && !digest.subject.isEmpty() && digest.subject != row->subject
        && digest.from.email.compare(row->from.email, Qt::CaseInsensitive) != 0)
        co_return wrongMessage();

    Transaction txn(m_ctx.db);
    m_ctx.bodies.put(message, {fetched->header, fetched->body}, m_ctx.clock.wallMs());
    if (digest.isBulk)
        m_ctx.messages.setBulk(message);
    if (const auto done = txn.commit(); !done)
        co_return done.error();
    if (m_hooks.bodyArrived)
        m_hooks.bodyArrived(message);
    co_return Result<void>{};
}

bool JobRunner::needsBackfill(FolderId folder) const
{
    const auto row = m_ctx.folders.folder(folder);
    return row && row->lowUid > 1;
}

bool JobRunner::hasUnbound(FolderId folder) const
{
    return !m_ctx.messages.unbound(folder).isEmpty() || !SourceClaims(m_ctx.db).unbound(folder).isEmpty();
}

bool JobRunner::hasSpareBackfill(FolderId folder) const
{
    const auto found = m_backfills.find(folder);
    return found != m_backfills.end() && found->second->hasSpareWork();
}

Task<Result<void>> JobRunner::backfill(FolderId folder, ImapLink &link, std::function<bool()> pause)
{
    std::shared_ptr<Backfill> &shared = m_backfills[folder];
    if (!shared) {
        shared = std::make_shared<Backfill>(m_ctx, folder);
        shared->onSpareWork = m_hooks.spareBackfill;
    }
    const auto work = shared;
    const auto done = co_await work->work(link, std::move(pause));
    // A renumbered folder makes the plan worthless; a finished one has no plan.
    const bool over = work->isComplete() || (!done && done.error().kind == ErrorKind::NotFound);
    if (const auto found = m_backfills.find(folder);
        over && found != m_backfills.end() && found->second == work)
        m_backfills.erase(found);
    co_return done;
}

Task<Result<void>> JobRunner::prefetch(FolderId folder, ImapLink &link, std::function<bool()> pause)
{
    const SyncSettings &settings = m_ctx.settings;
    const qint64 since = m_ctx.clock.wallMs() / 1000 - qint64(settings.prefetchDays) * 86'400;
    const auto row = m_ctx.folders.folder(folder);
    while (settings.prefetchDays > 0 && row && m_ctx.bodies.hasRoom(row->account)
           && m_ctx.bodies.totalBytes() < settings.bodyBudgetBytes) {
        const auto wanted
            = m_ctx.bodies.missing(folder, since, quint32(settings.prefetchMaxBytes), PrefetchBatch);
        if (wanted.isEmpty())
            break;
        for (const MessageId message : wanted) {
            if (pause())
                co_return Result<void>{};
            const auto done = co_await fetchBody(message, link);
            if (!done)
                co_return done.error();
        }
    }
    co_return Result<void>{};
}

Task<Result<void>> JobRunner::quota(FolderId inbox, ImapLink &link)
{
    const auto row = m_ctx.folders.folder(inbox);
    if (!row)
        co_return Result<void>{};
    const auto crossed = co_await askQuota(m_ctx, row->account, link);
    if (!crossed)
        co_return crossed.error();
    if (m_hooks.quotaTold)
        m_hooks.quotaTold(*crossed);
    co_return Result<void>{};
}

} // namespace kw
