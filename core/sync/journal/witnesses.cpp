// The part of JournalRunner that asks the witnesses: did what was in flight when a session was lost happen?
#include "core/sync/journal/journalrunner.h"

#include <QCoreApplication>

#include <map>

namespace kw {

Task<Result<void>> JournalRunner::settleInFlight(FolderId work, std::unique_ptr<ImapLink> &link,
                                                 ServerFeatures features)
{
    Ops moves;
    std::map<FolderId, Ops> arrivals; // by where they should have arrived
    const Ops all = m_ctx.journal.inFlight(work);
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
    if (!box && box.error().kind != ErrorKind::Refused)
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

// A pass over the destination binds what has arrived: UIDs from the last known UIDNEXT on, compared by
// header.
Task<Result<void>> JournalRunner::settleByArrival(Ops ops, std::unique_ptr<ImapLink> &link)
{
    std::map<FolderId, Ops> byFolder;
    for (const Operation &op : std::as_const(ops))
        byFolder[op.destFolder].append(op);
    for (const auto &[folder, some] : byFolder) {
        if (m_ctx.folders.folder(folder)) {
            const auto passed = co_await m_tools.pass(folder, link);
            if (!passed && passed.error().kind != ErrorKind::Refused)
                co_return passed.error();
        }
        Ops arrived;
        Ops missing;
        Ops halfDone;
        for (const Operation &op : some) {
            const auto spot = m_ctx.placement.spot(op.message);
            const bool isThere = spot && spot->folder == folder && isSet(spot->uid);
            const bool sentOn
                = spot && spot->folder != folder && m_ctx.journal.isSourceBound(op.message, folder);
            if (!isThere && !sentOn)
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

Task<Result<void>> JournalRunner::settleFolder(Operation op, ImapLink &link)
{
    const auto listed = co_await link.list();
    if (!listed)
        co_return listed.error();
    co_return m_verdicts.settleByList(op.account, *listed);
}

} // namespace kw
