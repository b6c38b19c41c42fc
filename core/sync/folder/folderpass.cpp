#include "core/sync/folder/folderpass.h"

#include "core/base/logging.h"
#include "core/sync/folder/flagpull.h"
#include "core/sync/folder/headerslices.h"
#include "core/sync/folder/keeping.h"

#include <QCoreApplication>

#include <limits>

namespace kw {

namespace {

constexpr quint32 LastUid = std::numeric_limits<quint32>::max();

Error folderGone()
{
    return {
        ErrorKind::NotFound, QCoreApplication::translate("kw::Sync", "This folder is no longer there."), {}};
}

} // namespace

FolderPass::FolderPass(ImapLink &link, SyncContext &ctx, FolderId folder, Trust trust)
    : m_link(link)
    , m_ctx(ctx)
    , m_folder(folder)
    , m_trust(trust)
    , m_startedAt(ctx.clock.wallMs())
    , m_unbound(ctx, folder)
{
}

Task<Result<PassReport>> FolderPass::run()
{
    const qint64 started = m_ctx.clock.monotonicMs();
    const auto row = m_ctx.folders.folder(m_folder);
    if (!row)
        co_return folderGone();
    m_row = *row;
    m_report.folder = m_row.path;

    m_unbound.note();
    const auto box = co_await m_link.select(m_row.serverPath, resyncPoint());
    if (!box)
        co_return box.error();
    m_box = *box;
    m_report.messages = m_box.exists;

    const bool knowsUids = m_row.lowUid != 0 || m_row.uidValidity != 0;
    if (knowsUids && m_box.uidValidity != m_row.uidValidity) {
        qCInfo(logFolder, "%s: folder %lld (role %d) was renumbered, %u to %u",
               m_ctx.folders.accounts().value(m_row.account).toUtf8().constData(),
               static_cast<long long>(raw(m_folder)), int(m_row.role), m_row.uidValidity, m_box.uidValidity);
        if (const auto done = rekey(); !done)
            co_return done.error();
    }
    m_ctx.cuts[m_folder].setNumbering(m_box.uidValidity);
    distrust();
    m_sawAll = m_row.lowUid <= 1 || Keeping(m_ctx).isCutOff(m_row);
    const auto synced = m_row.lowUid == 0 ? co_await firstScreen() : co_await reconcile();
    if (!synced)
        co_return synced.error();
    if (!m_report.needsFreshSession) {
        if (const auto done = co_await settleUnbound(); !done)
            co_return done.error();
    }
    if (!m_report.needsFreshSession) {
        if (const auto done = finish(); !done)
            co_return done.error();
        if (const auto done = co_await resupply(m_link, m_ctx, m_folder); !done)
            co_return done.error();
    }
    m_report.ms = m_ctx.clock.monotonicMs() - started;
    co_return m_report;
}

// A modseq never falls (RFC 7162 3.1.2.1), but where a server makes its index anew it begins again: what it
// tells against ours is void, and everything is compared. An open end of VANISHED is taken to mean what we
// knew.
void FolderPass::distrust()
{
    if (m_row.modseq != 0 && m_box.highestModseq < m_row.modseq) {
        m_row.modseq = 0;
        m_row.fullScanAt = 0;
        m_box.resynced = false;
    }
    if (m_box.vanished.max() == LastUid)
        m_box.vanished = m_box.vanished.intersected(UidSet::range(1, std::max(m_row.uidNext, 2u) - 1));
}

Task<Result<void>> FolderPass::reconcile()
{
    const Millis every = m_box.highestModseq != 0 ? m_ctx.limits.listEvery : m_ctx.limits.fullScanEvery;
    m_scanDue = !m_box.resynced && m_startedAt - m_row.fullScanAt >= every.count();
    if (const auto done = co_await arrivals(); !done)
        co_return done.error();
    if (const auto done = co_await flagChanges(); !done)
        co_return done.error();
    if (const auto done = co_await expunges(); !done)
        co_return done.error();
    if (m_scanDue)
        m_row.fullScanAt = m_startedAt;
    co_return Result<void>{};
}

ResyncPoint FolderPass::resyncPoint() const
{
    if (m_row.lowUid == 0 || m_trust == Trust::FreshSession)
        return {};
    return {m_row.uidValidity, m_row.modseq};
}

// RFC 3501 2.3.1.1: every UID we know is void. Rows and bodies stay on screen and are bound again while the
// folder is listed anew.
Result<void> FolderPass::rekey()
{
    Transaction txn(m_ctx.db);
    m_ctx.messages.forgetUids(m_folder);
    m_row.uidValidity = m_box.uidValidity;
    m_row.uidNext = 0;
    m_row.modseq = 0;
    m_row.lowUid = 0;
    m_row.fullScanAt = 0;
    m_ctx.folders.saveSyncState(m_row);
    m_ctx.facts.setListedSince(m_folder, 0);
    m_box.resynced = false;
    return txn.commit();
}

Task<Result<void>> FolderPass::firstScreen()
{
    m_row.uidValidity = m_box.uidValidity;
    const auto records = co_await fetchNewest(m_link, m_ctx, m_folder, m_box.exists);
    if (!records)
        co_return records.error();
    const UidSet got = uidsOf(*records);
    m_row.uidNext = std::max({m_box.uidNext, got.max() + (got.isEmpty() ? 0 : 1), 1u});
    const bool whole = got.count() == std::min(m_box.exists, m_ctx.limits.firstScreen);
    if (!whole && m_box.uidNext == 0) { // where the hole may begin is hidden too
        const auto all = co_await m_link.existing(UidSet::range(1, LastUid));
        if (!all)
            co_return all.error();
        if (!all->isEmpty())
            m_row.uidNext = std::max(m_row.uidNext, all->max() + 1);
    }
    // Without holes the listing stands from the oldest of these up; with a hole backfill goes over them once
    // more.
    if (whole)
        m_row.lowUid = m_box.exists <= m_ctx.limits.firstScreen ? 1 : got.min();
    else
        m_row.lowUid = m_row.uidNext;

    Transaction txn(m_ctx.db);
    m_report.added = m_ctx.messages.insert(m_folder, toNewMessages(*records), Threading::Now);
    m_row.fullScanAt = m_startedAt;
    m_ctx.folders.saveSyncState(m_row);
    co_return txn.commit();
}

Task<Result<void>> FolderPass::arrivals()
{
    const quint32 from = std::max(m_row.uidNext, 1u);
    if (m_box.uidNext != 0 && m_box.uidNext <= from)
        co_return Result<void>{};
    UidSet fresh;
    if (m_box.uidNext != 0 && m_box.uidNext - from <= m_ctx.limits.headerSlice) {
        fresh = UidSet::range(from, m_box.uidNext - 1);
        for (const auto &known : m_ctx.messages.known(m_folder, fresh)) // a quick look was there before
            fresh = fresh.minus(UidSet::range(raw(known.uid), raw(known.uid)));
    } else {
        const auto found
            = co_await m_link.existing(UidSet::range(from, m_box.uidNext ? m_box.uidNext - 1 : LastUid));
        if (!found)
            co_return found.error();
        // "n:*" names the last message even when it is older than n (RFC 3501 6.4.8).
        fresh = found->intersected(UidSet::range(from, LastUid));
    }
    const auto added = co_await listHeaders(m_link, m_ctx, m_folder, fresh, Threading::Now);
    if (!added)
        co_return added.error();
    m_report.added += *added;
    if (m_box.uidNext == 0 && !fresh.isEmpty())
        m_row.uidNext = fresh.max() + 1;
    co_return Result<void>{};
}

Task<Result<void>> FolderPass::flagChanges()
{
    FlagPull flags(m_link, m_ctx, m_folder);
    const auto changed
        = m_box.resynced ? flags.apply(m_box.modified) : co_await flags.since(m_row, m_box, m_scanDue);
    if (!changed)
        co_return changed.error();
    m_report.changed += *changed;
    co_return Result<void>{};
}

Task<Result<void>> FolderPass::expunges()
{
    if (m_box.resynced && !m_box.vanished.isEmpty()) {
        quint64 gone = m_box.vanished.count();
        if (gone > m_ctx.limits.brakeCount) // only then is it worth reading our own list
            gone = m_ctx.messages.uids(m_folder).intersected(m_box.vanished).count();
        if (isSuspicious(gone, m_row.total))
            co_return Result<void>{};
        if (const auto done = removeGone(m_box.vanished); !done)
            co_return done.error();
    }
    const bool complete = m_row.lowUid <= 1;
    if (m_box.resynced && !complete) { // the counts cannot be compared, or not yet
        if (!m_sawAll || m_startedAt - m_row.fullScanAt < m_ctx.limits.listEvery.count())
            co_return Result<void>{};
        m_scanDue = true;
    }
    if (complete && !m_scanDue && m_trust == Trust::Normal
        && m_ctx.messages.countOnServer(m_folder) == m_box.exists)
        co_return Result<void>{};
    co_return co_await fullDifference();
}

// Our count and the server's do not agree (or cannot be compared): the UID list decides.
Task<Result<void>> FolderPass::fullDifference()
{
    const UidSet listed = UidSet::range(std::max(m_row.lowUid, 1u), LastUid);
    const auto found = co_await m_link.existing(listed);
    if (!found)
        co_return found.error();
    const UidSet there = found->intersected(listed);
    const UidSet ours = m_ctx.messages.uids(m_folder).intersected(listed);
    const UidSet gone = ours.minus(there);
    if (isSuspicious(gone.count(), ours.count()))
        co_return Result<void>{};
    if (const auto done = removeGone(gone); !done)
        co_return done.error();
    const auto added = co_await listHeaders(m_link, m_ctx, m_folder, there.minus(ours), Threading::Now);
    if (!added)
        co_return added.error();
    m_report.added += *added;
    m_compared = true;
    co_return Result<void>{};
}

Result<void> FolderPass::removeGone(const UidSet &uids)
{
    if (uids.isEmpty())
        return {};
    Transaction txn(m_ctx.db);
    m_report.vanished += m_ctx.messages.removeUids(m_folder, uids);
    return txn.commit();
}

// A listing that is not complete leaves the verdict to the pass after its backfill, and a first screen to the
// UID list: the count it began with may be wrong.
Task<Result<void>> FolderPass::settleUnbound()
{
    if (!m_unbound.isAny())
        co_return Result<void>{};
    if (!m_compared) {
        if (const auto done = co_await fullDifference(); !done)
            co_return done.error();
    }
    if (m_row.lowUid > 1 || m_report.needsFreshSession)
        co_return Result<void>{};
    const auto gone = m_unbound.giveUp();
    if (!gone)
        co_return gone.error();
    m_report.vanished += *gone;
    co_return Result<void>{};
}

// The brake: one odd answer must not empty a folder.
bool FolderPass::isSuspicious(quint64 gone, quint64 of)
{
    if (m_trust == Trust::FreshSession || gone <= m_ctx.limits.brakeCount
        || double(gone) <= double(of) * m_ctx.limits.brakeShare)
        return false;
    m_report.needsFreshSession = true;
    qCWarning(logFolder, "%s: %llu of %llu messages gone from folder %lld (role %d), to be confirmed",
              m_ctx.folders.accounts().value(m_row.account).toUtf8().constData(),
              static_cast<unsigned long long>(gone), static_cast<unsigned long long>(of),
              static_cast<long long>(raw(m_folder)), int(m_row.role));
    return true;
}

// The last transaction: from here on the next pass starts. The modseq is the SELECT's, so that what changed
// during this pass is told again.
Result<void> FolderPass::finish()
{
    Transaction txn(m_ctx.db);
    // Backfill on another session may have moved lowUid meanwhile.
    if (const auto now = m_ctx.folders.folder(m_folder);
        now && now->uidValidity == m_row.uidValidity && now->lowUid != 0)
        m_row.lowUid = m_row.lowUid == 0 ? now->lowUid : std::min(m_row.lowUid, now->lowUid);
    m_row.uidNext = std::max(m_row.uidNext, m_box.uidNext);
    // Also where the rest stays on the server by the person's wish.
    // While older mail is still being listed, its flags may be from before this SELECT: what changed since
    // the first screen is told until all of it stands.
    if (m_sawAll)
        m_row.modseq = m_box.highestModseq;
    m_row.serverTotal = m_box.exists;
    if (m_row.provenAt == 0)
        m_ctx.db.changes().folderList(); // empty or not: that is known now
    m_row.provenAt = m_ctx.clock.wallMs();
    m_ctx.folders.saveSyncState(m_row);
    return txn.commit();
}

} // namespace kw
