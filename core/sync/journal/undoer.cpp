#include "core/sync/journal/undoer.h"

#include "core/sync/journal/folderkeeper.h"
#include "core/sync/journal/mover.h"
#include "core/sync/journal/retrier.h"

#include <QCoreApplication>

#include <map>

namespace kw {

namespace {

Error cannot(const char *text)
{
    return {ErrorKind::Refused, QCoreApplication::translate("kw::Sync", text), {}};
}

Error nothing()
{
    return {ErrorKind::NotFound, QCoreApplication::translate("kw::Sync", "There is nothing to undo."), {}};
}

} // namespace

Undoer::Undoer(SyncContext &ctx)
    : m_ctx(ctx)
{
}

Result<ActionRow> Undoer::undoNewest()
{
    const auto row = m_ctx.actions.newestUndoable();
    if (!row)
        return nothing();
    return undo(row->id);
}

Result<ActionRow> Undoer::undo(ActionId id)
{
    auto row = m_ctx.actions.action(id);
    if (!row || row->undone || row->kind == ActionKind::Send) // what was sent is sent
        return nothing();
    Transaction txn(m_ctx.db);
    m_flags = false;
    m_lost = 0;
    const auto items = m_ctx.actions.items(id);
    if (const auto done = takeBack(*row, items); !done)
        return done.error();
    // What had been refused has been undone here already.
    for (const Operation &op : m_ctx.journal.ofAction(id)) {
        if (op.state == OpState::Refused)
            m_ctx.journal.setState({op.id}, OpState::Cancelled);
    }
    m_ctx.actions.setUndone(id, m_flags);
    if (m_lost > 0)
        m_ctx.actions.setError(
            id,
            QCoreApplication::translate("kw::Sync",
                                        "%n message(s) cannot be brought back: they are gone from the "
                                        "server and their text was not on this computer.",
                                        nullptr, m_lost));
    if (const auto done = txn.commit(); !done)
        return done.error();
    row = m_ctx.actions.action(id);
    return *row;
}

Result<void> Undoer::takeBack(const ActionRow &row, const QList<ActionItem> &items)
{
    switch (row.kind) {
    case ActionKind::Mark:
        restoreFlags(row, items);
        return {};
    case ActionKind::Tag:
        restoreTags(row, items);
        return {};
    case ActionKind::Junk:
    case ActionKind::NotJunk:
        restoreFlags(row, items);
        moveBack(row, items);
        return {};
    case ActionKind::Move:
    case ActionKind::Archive:
    case ActionKind::Delete:
        moveBack(row, items);
        return {};
    case ActionKind::Restore: // back to "Recently vanished"
        for (const ActionItem &item : items)
            Mover(m_ctx, row.id).takeBackCopy(item.message, Vanishing::Elsewhere);
        return {};
    case ActionKind::Copy:
        for (const ActionItem &item : items)
            Mover(m_ctx, row.id).takeBackCopy(item.message);
        return {};
    case ActionKind::Expunge:
        return bringBack(row, items);
    default:
        return folderBack(row, items);
    }
}

void Undoer::restoreFlags(const ActionRow &row, const QList<ActionItem> &items)
{
    m_flags = true;
    for (quint32 bit = 1; bit != 0 && bit <= row.bits; bit <<= 1) {
        if ((row.bits & bit) == 0)
            continue;
        for (const bool on : {true, false}) {
            QList<MessageId> ids;
            for (const ActionItem &item : items) {
                if (bool(item.flags & bit) == on)
                    ids.append(item.message);
            }
            m_ctx.messages.setFlags(ids, bit, on);
        }
    }
}

void Undoer::restoreTags(const ActionRow &row, const QList<ActionItem> &items)
{
    m_flags = true;
    QList<MessageId> ids;
    for (const ActionItem &item : items)
        ids.append(item.message);
    m_ctx.messages.setKeyword(ids, row.detail, !row.on);
}

// Messages that went to another account left a hidden row and a new one; the others are moved back as if by
// hand.
void Undoer::moveBack(const ActionRow &row, const QList<ActionItem> &items)
{
    QHash<MessageId, MessageId> sentTo;
    for (const Operation &op : m_ctx.journal.ofAction(row.id)) {
        if (op.kind == OpKind::Append && op.state != OpState::Refused && op.state != OpState::Cancelled)
            sentTo.insert(op.source, op.message);
    }
    std::map<FolderId, QList<MessageId>> back;
    for (const ActionItem &item : items) {
        const auto made = sentTo.constFind(item.message);
        if (made == sentTo.cend()) {
            back[item.folder].append(item.message);
        } else if (unExpunge(row, item)) {
            Mover(m_ctx, row.id).takeBackCopy(*made);
        } else {
            back[item.folder].append(*made);
        }
    }
    for (const auto &[folder, ids] : back)
        Mover(m_ctx, row.id).move(ids, folder);
}

// False: the source is gone, or about to be.
bool Undoer::unExpunge(const ActionRow &, const ActionItem &item)
{
    const auto journeys = m_ctx.journal.placing(item.message);
    if (journeys.isEmpty() || journeys.last().kind != OpKind::Expunge
        || journeys.last().state != OpState::Waiting)
        return false; // gone or going
    m_ctx.journal.setState({journeys.last().id}, OpState::Cancelled);
    m_ctx.placement.setHidden({item.message}, false);
    if (journeys.last().phase > 0)
        m_ctx.messages.unmarkDeleted(item.message);
    return true;
}

Result<void> Undoer::bringBack(const ActionRow &row, const QList<ActionItem> &items)
{
    for (const ActionItem &item : items) {
        const auto journeys = m_ctx.journal.placing(item.message);
        if (!journeys.isEmpty() && journeys.last().kind == OpKind::Expunge
            && journeys.last().state == OpState::InFlight)
            return cannot("This is just being deleted. Try again when the server has answered.");
        if (unExpunge(row, item)) {
            // A move that waited was called off by the deletion: the message stands where the server has it.
            const auto spot = m_ctx.placement.spot(item.message);
            if (spot && spot->folder != item.folder && m_ctx.folders.folder(item.folder))
                Mover(m_ctx, row.id).move({item.message}, item.folder);
            continue;
        }
        const auto kept = m_ctx.vanished.ofMessage(item.message);
        const auto folder = m_ctx.folders.folder(item.folder);
        if (kept && folder && Mover(m_ctx, row.id).restore(kept->id, item.folder))
            continue;
        if (const auto spot = m_ctx.placement.spot(item.message); spot && !spot->hidden)
            continue; // it had been refused, or was brought back before
        ++m_lost;
    }
    return {};
}

Result<void> Undoer::folderBack(const ActionRow &row, const QList<ActionItem> &items)
{
    FolderKeeper keeper(m_ctx, row.id);
    const FolderId folder = items.isEmpty() ? FolderId{} : items.last().folder;
    const auto there = m_ctx.folders.folder(folder);
    switch (row.kind) {
    case ActionKind::CreateFolder:
        if (!there)
            return {};
        if (there->total > 0 || !m_ctx.folders.below(folder).isEmpty())
            return cannot("The folder is not empty any more, so it stays.");
        if (there->state == FolderState::BeingMade) {
            QList<OpId> waiting;
            for (const Operation &op : m_ctx.journal.concerning(folder)) {
                if (op.kind != OpKind::CreateFolder || op.state != OpState::Waiting)
                    return cannot("The folder is just being made. Try again in a moment.");
                waiting.append(op.id);
            }
            m_ctx.journal.setState(waiting, OpState::Cancelled);
            m_ctx.folders.remove(folder);
            return {};
        }
        return keeper.remove(folder);
    case ActionKind::RenameFolder:
        return there ? keeper.rename(folder, row.detail.section(QLatin1Char('\n'), 0, 0))
                     : cannot("This folder is no longer there.");
    case ActionKind::Subscribe:
        return there ? keeper.subscribe(folder, !row.on) : Result<void>{};
    default:
        break;
    }
    // DeleteFolder: the folders that held mail, and the folder itself, come back under their old numbers.
    const auto ops = m_ctx.journal.ofAction(row.id);
    QList<Operation> deletions;
    for (const Operation &op : ops) {
        if (op.kind == OpKind::DeleteFolder && op.state != OpState::Refused)
            deletions.prepend(op); // the outermost was written last
    }
    for (const Operation &op : std::as_const(deletions)) {
        if (op.state == OpState::InFlight)
            return cannot("The folder is just being deleted. Try again in a moment.");
        if (m_ctx.folders.folder(op.work)) {
            if (!keeper.keep(op.work))
                return cannot("The folder is just being deleted. Try again in a moment.");
            continue;
        }
        const auto again = keeper.recreate(op.account, op.pathFrom, op.work);
        if (!again)
            return again.error();
    }
    QList<ActionItem> mail = items;
    mail.removeIf([](const ActionItem &item) { return !isSet(item.message); });
    moveBack(row, mail);
    return {};
}

Result<ActionRow> Undoer::retry(ActionId id)
{
    return Retrier(m_ctx).retry(id);
}

Result<void> Undoer::dismiss(ActionId id)
{
    Transaction txn(m_ctx.db);
    m_ctx.actions.dismiss(id);
    return txn.commit();
}

} // namespace kw
