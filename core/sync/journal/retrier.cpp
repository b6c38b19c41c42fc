#include "core/sync/journal/retrier.h"

#include "core/sync/journal/folderkeeper.h"
#include "core/sync/journal/mover.h"

#include <QCoreApplication>

namespace kw {

namespace {

bool isDeletion(const Operation &op)
{
    return op.kind == OpKind::DeleteFolder;
}

} // namespace

Retrier::Retrier(SyncContext &ctx)
    : m_ctx(ctx)
{
}

Result<ActionRow> Retrier::retry(ActionId id)
{
    const auto row = m_ctx.actions.action(id);
    if (!row || row->state != ActionState::Refused || row->undone)
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("kw::Sync", "There is nothing to try again."),
                     {}};
    Transaction txn(m_ctx.db);
    m_items = m_ctx.actions.items(id);
    QList<Operation> refused;
    for (const Operation &op : m_ctx.journal.ofAction(id)) {
        if (op.state != OpState::Refused)
            continue;
        m_ctx.journal.setState({op.id}, OpState::Cancelled);
        refused.append(op);
    }
    sort(refused);
    if (const auto made = remakeFolders(id, refused); !made)
        return made.error();
    if (const auto sent = sendMail(id); !sent)
        return sent.error();
    if (const auto gone = deleteFolders(id, refused); !gone)
        return gone.error();
    const bool flags = setFlags(*row);
    if (m_done == 0 && !flags)
        return Error{ErrorKind::Invalid,
                     QCoreApplication::translate(
                         "kw::Sync", "It cannot be tried again: what it was about is no longer there."),
                     {}}; // rolled back
    m_ctx.actions.write(*row, m_items, flags);
    m_ctx.actions.setError(id, {});
    if (const auto done = txn.commit(); !done)
        return done.error();
    return *m_ctx.actions.action(id);
}

void Retrier::sort(const QList<Operation> &refused)
{
    for (const Operation &op : refused) {
        switch (op.kind) {
        case OpKind::Move:
            m_moves[op.destFolder].append(op.message);
            break;
        case OpKind::Copy:
            m_copies[op.destFolder].append(op.source);
            m_remade.insert(op.message);
            break;
        case OpKind::Append:
            sortUpload(op, refused);
            break;
        case OpKind::Expunge:
            if (!isSet(op.after)) // else the source of an upload: it goes only after its copy
                m_expunges.append(op.message);
            break;
        default:
            break;
        }
    }
    m_items.removeIf([this](const ActionItem &item) { return m_remade.contains(item.message); });
}

void Retrier::sortUpload(const Operation &op, const QList<Operation> &refused)
{
    const bool moves = std::any_of(refused.begin(), refused.end(), [&op](const Operation &other) {
        return other.kind == OpKind::Expunge && other.after == op.id;
    });
    if (moves) {
        m_moves[op.destFolder].append(op.source);
        return;
    }
    m_remade.insert(op.message);
    if (op.source == op.message)
        m_restores[op.destFolder].append(op.message);
    else
        m_copies[op.destFolder].append(op.source);
}

Result<void> Retrier::remakeFolders(ActionId id, const QList<Operation> &refused)
{
    FolderKeeper keeper(m_ctx, id);
    for (const Operation &op : refused) {
        Result<void> done;
        switch (op.kind) {
        case OpKind::CreateFolder:
            done = remake(keeper, op);
            break;
        case OpKind::RenameFolder:
            done = keeper.rename(op.work, op.pathTo);
            break;
        case OpKind::Subscribe:
        case OpKind::Unsubscribe:
            done = keeper.subscribe(op.work, op.kind == OpKind::Subscribe);
            break;
        default:
            continue;
        }
        if (!done)
            return done;
        ++m_done;
    }
    return {};
}

// Under its old id, by which the action's mail knows it, unless (in profiles from before ids were used only
// once) another folder has that by now.
Result<void> Retrier::remake(FolderKeeper &keeper, const Operation &creation)
{
    const bool isTaken = m_ctx.folders.folder(creation.work).has_value();
    const auto made
        = keeper.recreate(creation.account, creation.pathTo, isTaken ? FolderId{} : creation.work);
    if (!made)
        return made.error();
    if (!isTaken)
        return {};
    for (ByFolder *some : {&m_moves, &m_copies, &m_restores}) {
        if (auto mail = some->extract(creation.work)) {
            mail.key() = *made;
            some->insert(std::move(mail));
        }
    }
    for (ActionItem &item : m_items) {
        if (item.folder == creation.work && !isSet(item.message))
            item.folder = *made;
    }
    return {};
}

Result<void> Retrier::reach(FolderId folder) const
{
    const auto row = m_ctx.folders.folder(folder);
    if (row && row->state != FolderState::BeingDeleted && row->selectable && !row->unsupported)
        return {};
    return Error{
        ErrorKind::Invalid, QCoreApplication::translate("kw::Sync", "This folder is no longer there."), {}};
}

void Retrier::add(const QList<ActionItem> &made)
{
    m_done += int(made.size());
    m_items += made;
}

Result<void> Retrier::sendMail(ActionId id)
{
    Mover mover(m_ctx, id);
    for (const ByFolder &some : {m_moves, m_copies, m_restores}) {
        for (const auto &[folder, ids] : some) {
            if (const auto there = reach(folder); !there)
                return there;
        }
    }
    for (const auto &[folder, ids] : m_moves)
        m_done += int(mover.move(ids, folder).size());
    for (const auto &[folder, ids] : m_copies)
        add(mover.copy(ids, folder));
    for (const auto &[folder, ids] : m_restores) {
        for (const MessageId message : ids) {
            const auto kept = m_ctx.vanished.ofMessage(message);
            const auto made = kept ? mover.restore(kept->id, folder) : std::nullopt;
            if (made)
                add({{*made, folder, kept->flags}});
        }
    }
    m_done += int(mover.expunge(m_expunges, 0).size());
    return {};
}

Result<void> Retrier::deleteFolders(ActionId id, const QList<Operation> &refused)
{
    FolderKeeper keeper(m_ctx, id);
    // The outermost was written last and takes those below with it.
    for (auto op = refused.crbegin(); op != refused.crend(); ++op) {
        const auto row = isDeletion(*op) ? m_ctx.folders.folder(op->work) : std::nullopt;
        if (!row || row->state != FolderState::There)
            continue;
        if (row->total > 0)
            return Error{
                ErrorKind::Invalid,
                QCoreApplication::translate("kw::Sync", "The folder is not empty any more, so it stays."),
                {}};
        if (const auto done = keeper.remove(op->work); !done)
            return done;
        ++m_done;
    }
    return {};
}

// Flags are desired state: the server is simply told again.
bool Retrier::setFlags(const ActionRow &row)
{
    QList<MessageId> ids;
    for (const ActionItem &item : std::as_const(m_items))
        ids.append(item.message);
    switch (row.kind) {
    case ActionKind::Mark:
        m_ctx.messages.setFlags(ids, row.bits, row.on);
        return true;
    case ActionKind::Tag:
        m_ctx.messages.setKeyword(ids, row.detail, row.on);
        return true;
    case ActionKind::Junk:
    case ActionKind::NotJunk: {
        const quint32 on = quint32(row.kind == ActionKind::Junk ? Flag::Junk : Flag::NotJunk);
        m_ctx.messages.setFlags(ids, on, true);
        m_ctx.messages.setFlags(ids, row.bits & ~on, false);
        return true;
    }
    default:
        return false;
    }
}

} // namespace kw
