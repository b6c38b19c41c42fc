#include "core/sync/journal/reversal.h"

namespace kw {

Reversal::Reversal(SyncContext &ctx)
    : m_ctx(ctx)
{
}

// The old name, unless something else has it by now.
QString Reversal::freePath(const Operation &rename) const
{
    QString path = rename.pathFrom;
    for (auto other = m_ctx.folders.folder(rename.account, path); other && other->id != rename.work;
         other = m_ctx.folders.folder(rename.account, path))
        path += QLatin1Char('~');
    return path;
}

void Reversal::takeBack(const Operation &op, const Error &error)
{
    const auto now = m_ctx.journal.op(op.id);
    if (!now || now->state >= OpState::Done)
        return;
    if (op.kind == OpKind::Move && now->phase > 0) {
        // The copy is there; what is left behind is marked, and a listing shows it.
        m_ctx.journal.setState({op.id}, OpState::Done, error.text);
        return;
    }
    m_ctx.journal.setState({op.id}, OpState::Refused, error.text);
    switch (op.kind) {
    case OpKind::Move:
        moveBack(*now);
        callOffDeletion(now->srcFolder, error);
        break;
    case OpKind::Copy:
    case OpKind::Append:
        takeCopyAway(*now);
        break;
    case OpKind::Expunge:
        m_ctx.placement.setHidden({op.message}, false);
        if (now->phase > 0)
            m_ctx.messages.unmarkDeleted(op.message);
        break;
    case OpKind::Download:
        break;
    case OpKind::CreateFolder:
        for (const Operation &waiting : m_ctx.journal.concerning(op.work))
            takeBack(waiting, error);
        m_ctx.folders.remove(op.work);
        break;
    case OpKind::RenameFolder:
        m_ctx.folders.rename(op.work, freePath(op));
        break;
    case OpKind::DeleteFolder:
        m_ctx.folders.setState(op.work, m_ctx.journal.folderState(op.work));
        break;
    case OpKind::Subscribe:
    case OpKind::Unsubscribe:
        m_ctx.folders.setSubscribed(op.work, op.kind == OpKind::Unsubscribe);
        break;
    }
    cascade(op, error);
}

// A folder that got mail back stays.
void Reversal::callOffDeletion(FolderId folder, const Error &error)
{
    const auto row = m_ctx.folders.folder(folder);
    if (!row || row->state != FolderState::BeingDeleted)
        return;
    for (const Operation &op : m_ctx.journal.concerning(folder)) {
        if (op.kind != OpKind::DeleteFolder || op.state != OpState::Waiting)
            continue;
        takeBack(op, error);
        m_ctx.actions.setError(op.action, error.text);
    }
}

// What was to happen afterwards, and only then.
void Reversal::cascade(const Operation &op, const Error &error)
{
    for (const Operation &next : m_ctx.journal.waitingFor(op.id)) {
        takeBack(next, error);
        m_ctx.actions.setError(next.action, error.text);
    }
}

void Reversal::moveBack(const Operation &op)
{
    const auto later = m_ctx.journal.placing(op.message);
    m_ctx.journal.followSource(op.message, op.destFolder, op.srcFolder, op.srcUid);
    if (!later.isEmpty()) {
        // It was sent on meanwhile: that journey begins where the message still is.
        m_ctx.journal.setSource(later.first().id, op.srcFolder, op.srcUid);
        return;
    }
    const auto spot = m_ctx.placement.spot(op.message);
    if (!spot)
        return;
    if (m_ctx.folders.folder(op.srcFolder))
        m_ctx.placement.put(op.message, op.srcFolder, op.srcUid);
    else
        m_ctx.messages.remove({op.message}, Vanishing::Elsewhere);
}

bool Reversal::isDoomed(const Operation &op) const
{
    const auto journeys = m_ctx.journal.placing(op.message);
    return (op.kind == OpKind::Copy || op.kind == OpKind::Append) && !journeys.isEmpty()
        && journeys.last().kind == OpKind::Expunge;
}

bool Reversal::hasArrived(const Operation &copy) const
{
    const auto spot = m_ctx.placement.spot(copy.message);
    return spot
        && ((spot->folder == copy.destFolder && isSet(spot->uid))
            || m_ctx.journal.isSourceBound(copy.message, copy.destFolder));
}

void Reversal::takeCopyAway(const Operation &op)
{
    for (const Operation &later : m_ctx.journal.placing(op.message))
        m_ctx.journal.setState({later.id}, OpState::Cancelled);
    const auto spot = m_ctx.placement.spot(op.message);
    if (!spot || isSet(spot->uid))
        return;
    const bool onlyOne = op.kind == OpKind::Append && op.source == op.message;
    m_ctx.messages.remove({op.message}, onlyOne ? Vanishing::Elsewhere : Vanishing::Untold);
}

} // namespace kw
