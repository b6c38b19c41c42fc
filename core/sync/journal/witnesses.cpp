// The part of JournalRunner that asks the witnesses: did what was in flight when a session was lost happen?
#include "core/sync/journal/journalrunner.h"

#include "core/sync/folder/keeping.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace kw {

Task<Result<void>> JournalRunner::settleInFlight(FolderId work, std::unique_ptr<ImapLink> &link,
                                                 ServerFeatures features)
{
    Ops moves;
    std::map<FolderId, Ops> arrivals; // by where they should have arrived
    const Ops all = m_ctx.journal.inFlight(work, m_ctx.clock.wallMs());
    for (const Operation &op : all) {
        switch (op.kind) {
        case OpKind::Move:
        case OpKind::Expunge:
            if (isSet(op.srcUid))
                moves.append(op);
            break; // else the source is being renumbered; its listing tells
        case OpKind::Copy:
        case OpKind::Append:
            arrivals[op.destFolder].append(op);
            break;
        case OpKind::Download:
        case OpKind::Subscribe:
        case OpKind::Unsubscribe: {
            const auto again = m_verdicts.notDone({op});
            if (!again)
                co_return again.error();
            break;
        }
        default: {
            const auto settled = co_await settleFolder(op, *link);
            if (!settled)
                co_return settled.error();
        }
        }
    }
    if (!moves.isEmpty()) {
        if (const auto settled = co_await settleMoves(moves, link, features); !settled)
            co_return settled.error();
    }
    for (const auto &[folder, ops] : arrivals) {
        if (const auto settled = co_await settleByArrival(ops, link); !settled)
            co_return settled.error();
    }
    co_return Result<void>{};
}

// The source UID is gone ⇒ it happened.
Task<Result<void>> JournalRunner::settleMoves(Ops ops, std::unique_ptr<ImapLink> &link,
                                              ServerFeatures features)
{
    const auto source = m_ctx.folders.folder(ops.first().srcFolder);
    if (!source)
        co_return m_verdicts.superseded(ops);
    const auto box = co_await link->select(source->serverPath, ResyncPoint{}, true);
    if (!box && Verdicts::mayPass(box.error())) {
        const auto noted = m_verdicts.unknown(ops);
        co_return noted &&Verdicts::isLost(box) ? Result<void>(box.error()) : noted;
    }
    if (Verdicts::isLost(box))
        co_return box.error();
    if (!box)
        co_return m_verdicts.refused(ops, box.error());
    if (box->uidValidity != source->uidValidity)
        co_return Error{ErrorKind::NotFound,
                        QCoreApplication::translate("kw::Sync", "The folder was renumbered meanwhile."),
                        {}};
    QList<quint32> uids;
    for (const Operation &op : std::as_const(ops))
        uids.append(raw(op.srcUid));
    const auto there = co_await link->existing(UidSet::of(uids));
    if (!there)
        co_return there.error();
    Ops happened;
    Ops copiedOnly;
    Ops perhapsCopied;
    Ops notDone;
    for (const Operation &op : std::as_const(ops)) {
        if (!there->contains(raw(op.srcUid)))
            happened.append(op);
        else if (op.phase > 0)
            copiedOnly.append(op);
        else if (op.kind == OpKind::Move && !features.move)
            perhapsCopied.append(op);
        else
            notDone.append(op);
    }
    if (const auto told = m_verdicts.done(happened); !told)
        co_return told.error();
    if (const auto told = m_verdicts.notDone(notDone + copiedOnly); !told)
        co_return told.error();
    if (!perhapsCopied.isEmpty())
        co_return co_await settleByArrival(perhapsCopied, link);
    co_return Result<void>{};
}

// A MOVE may fail in its middle (RFC 6851 3.3): each message has been moved or is where it was.
Task<Result<void>> JournalRunner::moveRefused(Ops ops, Error why, ImapLink &link)
{
    QList<quint32> uids;
    for (const Operation &op : std::as_const(ops))
        uids.append(raw(op.srcUid));
    const auto there = co_await link.existing(UidSet::of(uids));
    if (!there)
        co_return there.error();
    Ops moved;
    Ops left;
    for (const Operation &op : std::as_const(ops))
        (there->contains(raw(op.srcUid)) ? left : moved).append(op);
    if (const auto told = m_verdicts.done(moved); !told)
        co_return told.error();
    co_return m_verdicts.refused(left, why);
}

// A pass over the destination binds what has arrived: UIDs from the last known UIDNEXT on, compared by
// header.
Task<Result<void>> JournalRunner::settleByArrival(Ops ops, std::unique_ptr<ImapLink> &link)
{
    std::map<FolderId, Ops> byFolder;
    for (const Operation &op : std::as_const(ops))
        byFolder[op.destFolder].append(op);
    for (const auto &[folder, some] : byFolder) {
        const auto listed = co_await listWhole(folder, some, link);
        if (!listed && Verdicts::mayPass(listed.error())) {
            if (const auto noted = m_verdicts.unknown(some); !noted)
                co_return noted.error();
        }
        if (!listed)
            co_return listed.error();
        if (!*listed) {
            if (const auto noted = m_verdicts.unknown(some); !noted)
                co_return noted.error();
            continue;
        }
        Ops arrived;
        Ops missing;
        Ops halfDone;
        for (const Operation &op : some) {
            if (!hasArrived(op))
                missing.append(op);
            else
                (op.kind == OpKind::Move ? halfDone : arrived).append(op);
        }
        if (const auto told = m_verdicts.done(arrived); !told)
            co_return told.error();
        if (!halfDone.isEmpty()) {
            if (const auto told = m_verdicts.copied(halfDone); !told)
                co_return told.error();
        }
        if (const auto told = m_verdicts.notDone(missing + halfDone); !told)
            co_return told.error();
    }
    co_return Result<void>{};
}

// Lists the destination until all of these are found or nothing is left to list. In a folder that was never
// listed before, what arrived may be older than the newest. False: it cannot be told yet, as the server
// refuses for now or another session is still listing.
Task<Result<bool>> JournalRunner::listWhole(FolderId folder, Ops until, std::unique_ptr<ImapLink> &link)
{
    if (!m_ctx.folders.folder(folder))
        co_return true;
    const auto passed = co_await m_tools.pass(folder, link);
    if (!passed && passed.error().kind != ErrorKind::Refused)
        co_return passed.error();
    const auto allFound = [this, &until] {
        return std::all_of(until.begin(), until.end(),
                           [this](const Operation &op) { return hasArrived(op); });
    };
    // What is listed without its header may be one of them.
    const auto isWhole = [this, folder] {
        const auto row = m_ctx.folders.folder(folder);
        return !row
            || ((row->lowUid <= 1 || Keeping(m_ctx).isCutOff(*row))
                && m_ctx.messages.unsupplied(folder, 1).isEmpty());
    };
    const bool mayTellLater = m_verdicts.mayWait(until.first());
    if (!passed)
        co_return !mayTellLater;
    if (isWhole() || allFound())
        co_return true;
    if (const auto older = co_await m_tools.listOlder(folder, *link); !older)
        co_return older.error();
    if (!allFound()) { // a server that hides UIDNEXT, and lost a record, tells the newest only now
        if (const auto again = co_await m_tools.pass(folder, link); !again)
            co_return again.error();
    }
    co_return isWhole() || allFound() || !mayTellLater;
}

bool JournalRunner::hasArrived(const Operation &op) const
{
    const auto spot = m_ctx.placement.spot(op.message);
    if (!spot) // it had arrived and was told gone since; if that was not so, it is listed again
        return m_ctx.placement.holds(op.destFolder, op.headerHash);
    if (spot->folder == op.destFolder)
        return isSet(spot->uid);
    return m_ctx.journal.isSourceBound(op.message, op.destFolder);
}

Task<Result<void>> JournalRunner::settleFolder(Operation op, ImapLink &link)
{
    const auto listed = co_await link.list();
    if (!listed)
        co_return listed.error();
    co_return m_folderSteps.settle(op.account, *listed);
}

} // namespace kw
