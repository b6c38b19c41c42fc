#include "core/sync/folder/headerslices.h"

#include "core/base/logging.h"
#include "core/tls/tlstarget.h"

#include <QCoreApplication>

namespace kw {

namespace {

constexpr int UnsuppliedAtOnce = 50;

// What stands in the list for messages that the server announces but does not hand out (seen on Exchange).
QList<NewMessage> unsupplied(const UidSet &uids)
{
    QList<NewMessage> rows;
    for (const quint32 uid : uids.toList()) {
        NewMessage row;
        row.uid = Uid(uid);
        row.digest.subject
            = QCoreApplication::translate("kw::Sync", "(The server does not hand out this message)");
        rows.append(row);
    }
    return rows;
}

} // namespace

bool isCut(const Error &error)
{
    return error.isRetryable() && (error.code.isEmpty() || error.code == QLatin1StringView(TlsCode::Timeout));
}

QList<NewMessage> toNewMessages(const QList<HeaderRecord> &records)
{
    QList<NewMessage> rows;
    rows.reserve(records.size());
    for (const HeaderRecord &r : records) {
        if (isSet(r.uid)) // an unsolicited FETCH took the record's place (DESIGN §6)
            rows.append({r.uid, r.size, r.flags.bits, r.flags.keywords, r.digest, r.gmail.message});
    }
    return rows;
}

QList<NewMessage> toNewMessages(const QList<FlagRecord> &records)
{
    QList<NewMessage> rows;
    rows.reserve(records.size());
    for (const FlagRecord &r : records) {
        if (isSet(r.uid))
            rows.append({r.uid, r.size, r.flags.bits, r.flags.keywords, {}});
    }
    return rows;
}

UidSet uidsOf(const QList<HeaderRecord> &records)
{
    QList<quint32> uids;
    uids.reserve(records.size());
    for (const HeaderRecord &r : records) {
        if (isSet(r.uid))
            uids.append(raw(r.uid));
    }
    return UidSet::of(std::move(uids));
}

Result<int> storeSlice(SyncContext &ctx, FolderId folder, const QList<NewMessage> &rows, Threading threading,
                       quint32 uidValidity)
{
    Transaction txn(ctx.db);
    if (uidValidity != 0) {
        const auto row = ctx.folders.folder(folder);
        if (!row || row->uidValidity != uidValidity)
            return Error{ErrorKind::NotFound,
                         QCoreApplication::translate("kw::Sync", "The folder was renumbered meanwhile."),
                         {}};
    }
    const int added = ctx.messages.insert(folder, rows, threading);
    if (const auto done = txn.commit(); !done)
        return done.error();
    return added;
}

void noteFetch(SyncContext &ctx, FolderId folder, const UidSet &slice, const Result<void> &outcome)
{
    if (outcome)
        ctx.cuts[folder].came(slice);
    else if (isCut(outcome.error()) && ctx.cuts[folder].cut(slice, ctx.clock.wallMs()))
        qCWarning(logFolder, "The server hangs up whenever message %u of folder %lld is asked for.",
                  slice.max(), static_cast<long long>(raw(folder)));
}

Task<Result<QList<HeaderRecord>>> fetchHeaders(ImapLink &link, SyncContext &ctx, FolderId folder,
                                               UidSet slice)
{
    auto records = co_await link.headers(slice);
    noteFetch(ctx, folder, slice, records);
    co_return records;
}

Task<Result<QList<HeaderRecord>>> fetchNewest(ImapLink &link, SyncContext &ctx, FolderId folder,
                                              quint32 exists)
{
    if (exists == 0 || ctx.cuts[folder].avoidsScreen())
        co_return QList<HeaderRecord>{};
    const quint32 want = std::min(exists, ctx.limits.firstScreen);
    auto records = co_await link.headersBySequence(exists - want + 1, exists);
    if (!records && isCut(records.error()))
        ctx.cuts[folder].screenCut();
    co_return records;
}

Result<UidSet> passOver(SyncContext &ctx, FolderId folder, const UidSet &uids, quint32 uidValidity)
{
    const UidSet left = ctx.cuts[folder].leftAlone(ctx.clock.wallMs()).intersected(uids);
    if (left.isEmpty())
        return left;
    const auto stored = storeSlice(ctx, folder, unsupplied(left), Threading::Now, uidValidity);
    if (!stored)
        return stored.error();
    return left;
}

namespace {

struct Listed {
    int added = 0; // rows
    UidSet got;
};

Task<Result<Listed>> listSlices(ImapLink &link, SyncContext &ctx, FolderId folder, UidSet uids,
                                Threading threading)
{
    Listed listed;
    while (!uids.isEmpty()) {
        const UidSet slice = ctx.cuts[folder].next(uids, ctx.limits.headerSlice);
        const auto records = co_await fetchHeaders(link, ctx, folder, slice);
        if (!records)
            co_return records.error();
        const auto stored = storeSlice(ctx, folder, toNewMessages(*records), threading);
        if (!stored)
            co_return stored.error();
        listed.added += *stored;
        listed.got = listed.got.united(uidsOf(*records));
        uids = uids.minus(slice);
    }
    co_return listed;
}

} // namespace

Task<Result<int>> listHeaders(ImapLink &link, SyncContext &ctx, FolderId folder, UidSet uids,
                              Threading threading)
{
    const auto left = passOver(ctx, folder, uids);
    if (!left)
        co_return left.error();
    uids = uids.minus(*left);
    const auto listed = co_await listSlices(link, ctx, folder, uids, threading);
    if (!listed)
        co_return listed.error();
    const auto late = co_await listMissing(link, ctx, folder, uids.minus(listed->got));
    if (!late)
        co_return late.error();
    co_return listed->added + *late;
}

Task<Result<int>> listMissing(ImapLink &link, SyncContext &ctx, FolderId folder, UidSet missing)
{
    if (missing.isEmpty())
        co_return 0;
    // A range that was guessed from UIDNEXT may name UIDs that never were; ask which are worth a second
    // fetch.
    const auto there = co_await link.existing(missing);
    if (!there)
        co_return there.error();
    const UidSet wanted = missing.intersected(*there);
    if (wanted.isEmpty())
        co_return 0;

    const auto listed = co_await listSlices(link, ctx, folder, wanted, Threading::Now);
    if (!listed)
        co_return listed.error();
    const UidSet never = wanted.minus(listed->got);
    if (never.isEmpty())
        co_return listed->added;
    const auto still = co_await link.existing(never);
    if (!still)
        co_return still.error();
    const auto stored = storeSlice(ctx, folder, unsupplied(never.intersected(*still)), Threading::Now);
    if (!stored)
        co_return stored.error();
    co_return listed->added + *stored;
}

Task<Result<void>> resupply(ImapLink &link, SyncContext &ctx, FolderId folder)
{
    UidSet bare = ctx.messages.unsupplied(folder, UnsuppliedAtOnce);
    bare = bare.minus(ctx.cuts[folder].leftAlone(ctx.clock.wallMs()));
    while (!bare.isEmpty()) {
        const UidSet slice = ctx.cuts[folder].next(bare, UnsuppliedAtOnce);
        const auto records = co_await fetchHeaders(link, ctx, folder, slice);
        if (!records && isCut(records.error()))
            break;
        if (!records)
            co_return records.error();
        bare = bare.minus(slice);
        const UidSet got = uidsOf(*records);
        if (got.isEmpty())
            continue;
        Transaction txn(ctx.db);
        ctx.messages.removeUids(folder, got.intersected(slice));
        ctx.messages.insert(folder, toNewMessages(*records), Threading::Now);
        if (const auto done = txn.commit(); !done)
            co_return done.error();
    }
    co_return Result<void>{};
}

} // namespace kw
