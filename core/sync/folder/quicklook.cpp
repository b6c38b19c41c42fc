#include "core/sync/folder/quicklook.h"

#include "core/sync/folder/headerslices.h"
#include "core/sync/folder/keeping.h"

namespace kw {

Task<Result<void>> quickLook(ImapLink &link, SyncContext &ctx, FolderId folder, quint32 uidValidity)
{
    const auto row = ctx.folders.folder(folder);
    if (!row || !Keeping(ctx).isListed(*row) || row->modseq == 0 || row->uidValidity != uidValidity)
        co_return Result<void>{};
    const auto changes = co_await link.changesSince(row->modseq);
    if (!changes)
        co_return changes.error();
    QList<FlagRecord> modified;
    QList<quint32> fresh;
    for (const FlagRecord &record : changes->modified) {
        if (raw(record.uid) < row->uidNext)
            modified.append(record);
        else
            fresh.append(raw(record.uid));
    }
    if (changes->vanished.count() > ctx.limits.brakeCount || fresh.size() > qsizetype(ctx.limits.headerSlice))
        co_return Result<void>{};
    QList<NewMessage> arrivals;
    const UidSet wanted = UidSet::of(fresh);
    if (ctx.cuts[folder].next(wanted, ctx.limits.headerSlice) != wanted) // the pass is more careful
        co_return Result<void>{};
    if (!fresh.isEmpty()) {
        const auto headers = co_await fetchHeaders(link, ctx, folder, wanted);
        if (!headers)
            co_return headers.error();
        arrivals = toNewMessages(*headers);
    }
    Transaction txn(ctx.db);
    ctx.messages.insert(folder, arrivals, Threading::Now);
    ctx.messages.applyServerFlags(folder, toNewMessages(modified));
    ctx.messages.removeUids(folder, changes->vanished);
    co_return txn.commit();
}

} // namespace kw
