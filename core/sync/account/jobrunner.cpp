#include "core/sync/account/jobrunner.h"

#include "core/sync/account/quotaasker.h"
#include "core/sync/folder/flagpush.h"
#include "core/sync/folder/folderpass.h"
#include "core/sync/folder/keeping.h"
#include "core/sync/folder/placeonserver.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace kw {

namespace {

constexpr int PrefetchBatch = 50;

// The session is lost; that a server cannot answer is no reason to stop.
bool isWorthWaiting(const Error &error)
{
    return error.kind != ErrorKind::Unsupported && error.kind != ErrorKind::Refused;
}

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
        co_return co_await open(job, *link);
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

// Left alone, but asked for all the same: by a poll from before, by a queue.
std::optional<PassReport> JobRunner::skipped(FolderId folder) const
{
    const auto row = m_ctx.folders.folder(folder);
    if (!row || !Keeping(m_ctx).isLeftAlone(*row))
        return {};
    PassReport report;
    report.folder = row->path;
    return report;
}

// What has become older than the person wants to have listed goes, once a day. `link` has the folder
// selected.
Task<Result<void>> JobRunner::cutOff(FolderId folder, ImapLink &link)
{
    const auto row = m_ctx.folders.folder(folder);
    if (!row || m_backfills.contains(folder) || !Keeping(m_ctx).mayHoldOlder(*row)
        || !(row->lowUid == 1 || m_ctx.facts.folder(folder).listedSince != 0))
        co_return Result<void>{};
    const qint64 since = Keeping(m_ctx).listSince(row->account);
    const auto young
        = co_await link.arrivedSince(QDateTime::fromSecsSinceEpoch(since, QTimeZone::utc()).date());
    if (!young)
        co_return isWorthWaiting(young.error()) ? young.error() : Result<void>{};
    if (m_backfills.contains(folder)) // begun meanwhile, with another end
        co_return Result<void>{};
    co_return Keeping(m_ctx).cutOff(folder, *young);
}

Task<Result<PassReport>> JobRunner::pass(FolderId folder, std::unique_ptr<ImapLink> &link)
{
    if (const auto nothing = skipped(folder))
        co_return *nothing;
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
        if (const auto cut = co_await cutOff(folder, *link); !cut)
            co_return cut.error();
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
    // Somebody else's folder that may only be looked at: reading there is nothing to complain of.
    if (outcome->refused && !outcome->onlyReading && m_hooks.notice)
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

// For reading, a large message comes without its large attachments, where that is possible.
Task<Result<void>> JobRunner::open(Job job, ImapLink &link)
{
    const auto row = m_ctx.messages.row(job.message);
    if (!job.whole && m_hooks.readPartly && row && !row->hasBody
        && row->size > m_ctx.settings.wholeUpToBytes) {
        const auto some = co_await m_hooks.readPartly(*row);
        if (some)
            co_return keep(job.message, *some);
        if (some.error().kind == ErrorKind::NotFound)
            co_return messageGone();
    }
    co_return co_await fetchBody(job.message, link);
}

Result<void> JobRunner::keep(MessageId message, const StoredBody &text)
{
    // Some servers hand out the wrong body (PEERS §3): the header must be the one we listed.
    const auto row = m_ctx.messages.row(message);
    const HeaderDigest digest = digestHeader(text.header);
    if (!row
        || (!row->subject.isEmpty() && !digest.subject.isEmpty() && digest.subject != row->subject
            && digest.from.email.compare(row->from.email, Qt::CaseInsensitive) != 0))
        return row ? wrongMessage() : messageGone();
    Transaction txn(m_ctx.db);
    m_ctx.bodies.put(message, text, m_ctx.clock.wallMs());
    if (digest.isBulk)
        m_ctx.messages.setBulk(message);
    if (const auto done = txn.commit(); !done)
        return done.error();
    if (m_hooks.bodyArrived)
        m_hooks.bodyArrived(message);
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
    const auto place = placeOnServer(m_ctx, *row);
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
    co_return keep(message, {fetched->header, fetched->body});
}

bool JobRunner::needsBackfill(FolderId folder) const
{
    const auto row = m_ctx.folders.folder(folder);
    const Keeping keeping(m_ctx);
    if (!row || row->lowUid <= 1)
        return false;
    // What a limited listing has not shown may stand further down.
    return (!keeping.isSkipped(*row) && !keeping.isListed(*row)) || hasUnbound(folder);
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

// How far back listing goes: as the person wishes, and to the end while something is looked for.
qint64 JobRunner::backfillSince(FolderId folder) const
{
    const auto row = m_ctx.folders.folder(folder);
    return !row || hasUnbound(folder) ? 0 : Keeping(m_ctx).listSince(row->account);
}

Task<Result<void>> JobRunner::backfill(FolderId folder, ImapLink &link, std::function<bool()> pause)
{
    std::shared_ptr<Backfill> &shared = m_backfills[folder];
    const qint64 since = backfillSince(folder);
    if (!shared || (shared->since() != since && shared.use_count() == 1)) {
        shared = std::make_shared<Backfill>(m_ctx, folder, since);
        shared->onSpareWork = m_hooks.spareBackfill;
    }
    const auto work = shared;
    const auto stop = [this, folder, chosen = m_choices, pause = std::move(pause)] {
        return chosen != m_choices || skipped(folder) || pause();
    };
    const auto done = co_await work->work(link, stop);
    // A renumbered folder makes the plan worthless; a finished one has no plan.
    const bool over = work->isComplete() || (!done && done.error().kind == ErrorKind::NotFound);
    if (const auto found = m_backfills.find(folder);
        over && found != m_backfills.end() && found->second == work)
        m_backfills.erase(found);
    co_return done;
}

Task<Result<void>> JobRunner::prefetch(FolderId folder, ImapLink &link, std::function<bool()> pause)
{
    while (m_ctx.bodies.totalBytes() < m_ctx.settings.bodyBudgetBytes) {
        const auto row = m_ctx.folders.folder(folder);
        const auto texts = row ? Keeping(m_ctx).textsAhead(*row) : std::nullopt;
        if (!texts || !m_ctx.bodies.hasRoom(row->account))
            break;
        const auto wanted = m_ctx.bodies.missing(folder, texts->since, texts->largest, PrefetchBatch);
        if (wanted.isEmpty())
            break;
        bool any = false;
        for (const MessageId message : wanted) {
            if (pause())
                co_return Result<void>{};
            const auto done = co_await fetchBody(message, link);
            // One message that the server does not hand out is no reason to be without the others.
            if (!done && done.error().kind != ErrorKind::NotFound && done.error().kind != ErrorKind::Refused)
                co_return done.error();
            any = any || done;
        }
        if (!any) // all of them went meanwhile, or are refused; the next pass tells
            break;
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
