#include "core/sync/flagpush.h"

#include "core/sync/headerslices.h"

#include <QCoreApplication>

#include <map>

namespace kw {

namespace {

UidSet uidsOf(const QList<MessageStore::PendingFlags> &changes)
{
    QList<quint32> uids;
    for (const auto &c : changes)
        uids.append(raw(c.uid));
    return UidSet::of(std::move(uids));
}

} // namespace

FlagPush::FlagPush(ImapLink &link, SyncContext &ctx, FolderId folder)
    : m_link(link)
    , m_ctx(ctx)
    , m_folder(folder)
{
}

Task<Result<FlagPush::Outcome>> FlagPush::run(bool rereadAfterwards)
{
    const auto row = m_ctx.folders.folder(m_folder);
    if (!row)
        co_return m_outcome;
    const auto box = co_await m_link.select(row->path, ResyncPoint{}, false);
    if (!box)
        co_return box.error();
    if (box->uidValidity != row->uidValidity)
        co_return m_outcome; // our UIDs mean nothing there; the pass that renumbers comes first

    constexpr int Batch = 10'000;
    while (true) {
        const auto pending = m_ctx.messages.pendingFlags(m_folder, Batch);
        if (pending.isEmpty())
            break;
        std::map<std::pair<quint32, quint32>, QList<MessageStore::PendingFlags>> groups;
        for (const auto &change : pending)
            groups[{change.add, change.remove}].append(change);
        for (const auto &group : groups) {
            const auto done = co_await push(group.second);
            if (!done)
                co_return done.error();
            if (!*done || rereadAfterwards) {
                if (const auto read = co_await readBack(uidsOf(group.second)); !read)
                    co_return read.error();
            }
        }
    }
    co_return m_outcome;
}

// True: the server took it. False: it said no for good.
Task<Result<bool>> FlagPush::push(QList<MessageStore::PendingFlags> same)
{
    const UidSet uids = uidsOf(same);
    const MessageFlags add{same.first().add, {}};
    const MessageFlags remove{same.first().remove, {}};
    Result<void> done;
    if (add.bits != 0)
        done = co_await m_link.addFlags(uids, add);
    if (done && remove.bits != 0)
        done = co_await m_link.removeFlags(uids, remove);
    if (!done && done.error().kind != ErrorKind::Refused)
        co_return done.error();
    if (!done) {
        m_outcome.refused = true;
        m_outcome.refusal = done.error();
    } else {
        m_outcome.stored += int(same.size());
    }
    if (const auto written = forget(same); !written)
        co_return written.error();
    co_return bool(done);
}

Result<void> FlagPush::forget(const QList<MessageStore::PendingFlags> &changes)
{
    Transaction txn(m_ctx.db);
    m_ctx.messages.flagsStored(changes);
    return txn.commit();
}

Task<Result<void>> FlagPush::readBack(UidSet uids)
{
    const auto records = co_await m_link.flags(uids, 0);
    if (!records)
        co_return records.error();
    Transaction txn(m_ctx.db);
    m_ctx.messages.applyServerFlags(m_folder, toNewMessages(*records));
    co_return txn.commit();
}

} // namespace kw
