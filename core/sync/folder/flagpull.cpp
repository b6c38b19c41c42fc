#include "core/sync/folder/flagpull.h"

#include "core/sync/folder/headerslices.h"

#include <limits>

namespace kw {

FlagPull::FlagPull(ImapLink &link, SyncContext &ctx, FolderId folder)
    : m_link(link)
    , m_ctx(ctx)
    , m_folder(folder)
{
}

Task<Result<int>> FlagPull::since(FolderRow row, SelectedBox box, bool all)
{
    const bool hasModseq = box.highestModseq != 0;
    if (hasModseq && row.modseq != 0) {
        if (box.highestModseq == row.modseq)
            co_return 0;
        const UidSet listed = UidSet::range(std::max(row.lowUid, 1u), std::numeric_limits<quint32>::max());
        const auto records = co_await m_link.flags(listed, row.modseq);
        if (!records)
            co_return records.error();
        co_return apply(*records);
    }
    // No CONDSTORE: the newest every time, everything now and then.
    const UidSet known = m_ctx.messages.uids(m_folder);
    co_return co_await compared(all || hasModseq ? known
                                                 : known.splitNewest(m_ctx.limits.plainFlagsNewest).first);
}

Task<Result<int>> FlagPull::compared(UidSet uids)
{
    int changed = 0;
    while (!uids.isEmpty()) {
        const auto [slice, rest] = uids.splitNewest(m_ctx.limits.plainFlagsNewest);
        const auto records = co_await m_link.flags(slice, 0);
        if (!records)
            co_return records.error();
        const auto some = apply(*records);
        if (!some)
            co_return some.error();
        changed += *some;
        uids = rest;
    }
    co_return changed;
}

Result<int> FlagPull::apply(const QList<FlagRecord> &records)
{
    if (records.isEmpty())
        return 0;
    Transaction txn(m_ctx.db);
    const int changed = m_ctx.messages.applyServerFlags(m_folder, toNewMessages(records));
    if (const auto done = txn.commit(); !done)
        return done.error();
    return changed;
}

} // namespace kw
