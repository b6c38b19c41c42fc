#include "core/sync/folder/headerslices.h"

#include <QCoreApplication>

namespace kw {

namespace {

// What stands in the list for a message that the server announces but does not hand out (seen on Exchange).
NewMessage unsupplied(quint32 uid)
{
    NewMessage row;
    row.uid = Uid(uid);
    row.digest.subject
        = QCoreApplication::translate("kw::Sync", "(The server does not hand out this message)");
    return row;
}

} // namespace

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

Task<Result<int>> listHeaders(ImapLink &link, SyncContext &ctx, FolderId folder, UidSet uids,
                              Threading threading)
{
    int added = 0;
    UidSet missing;
    while (!uids.isEmpty()) {
        const auto [slice, rest] = uids.splitNewest(ctx.limits.headerSlice);
        const auto records = co_await link.headers(slice);
        if (!records)
            co_return records.error();
        const auto stored = storeSlice(ctx, folder, toNewMessages(*records), threading);
        if (!stored)
            co_return stored.error();
        added += *stored;
        missing = missing.united(slice.minus(uidsOf(*records)));
        uids = rest;
    }
    const auto late = co_await listMissing(link, ctx, folder, missing);
    if (!late)
        co_return late.error();
    co_return added + *late;
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

    int added = 0;
    UidSet got;
    for (UidSet rest = wanted; !rest.isEmpty();) {
        const auto [slice, others] = rest.splitNewest(ctx.limits.headerSlice);
        const auto records = co_await link.headers(slice);
        if (!records)
            co_return records.error();
        const auto stored = storeSlice(ctx, folder, toNewMessages(*records), Threading::Now);
        if (!stored)
            co_return stored.error();
        added += *stored;
        got = got.united(uidsOf(*records));
        rest = others;
    }
    UidSet never = wanted.minus(got);
    if (!never.isEmpty()) {
        const auto still = co_await link.existing(never);
        if (!still)
            co_return still.error();
        never = never.intersected(*still);
    }
    QList<NewMessage> rows;
    for (const quint32 uid : never.toList())
        rows.append(unsupplied(uid));
    if (!rows.isEmpty()) {
        const auto stored = storeSlice(ctx, folder, rows, Threading::Now);
        if (!stored)
            co_return stored.error();
        added += *stored;
    }
    co_return added;
}

} // namespace kw
