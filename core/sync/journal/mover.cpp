#include "core/sync/journal/mover.h"

namespace kw {

Mover::Mover(SyncContext &ctx, ActionId action)
    : m_ctx(ctx)
    , m_action(action)
{
}

Operation Mover::about(const Spot &spot, OpKind kind) const
{
    Operation op;
    op.account = spot.account;
    op.action = m_action;
    op.kind = kind;
    op.work = spot.folder;
    op.message = spot.message;
    op.headerHash = spot.headerHash;
    op.srcFolder = spot.folder;
    op.srcUid = spot.uid;
    return op;
}

QList<ActionItem> Mover::move(const QList<MessageId> &ids, FolderId to)
{
    QList<ActionItem> items;
    const auto dest = m_ctx.folders.folder(to);
    if (!dest)
        return items;
    QList<MessageId> within;
    for (const MessageId id : ids) {
        const auto spot = m_ctx.placement.spot(id);
        if (!spot || spot->hidden || spot->folder == to)
            continue;
        const bool same = spot->account == dest->account;
        if (same ? moveWithin(*spot, to) : transfer(*spot, to, dest->account, false))
            items.append({id, spot->folder, spot->flags});
        if (same)
            within.append(id);
    }
    m_ctx.placement.move(within, to);
    return items;
}

// Writes the journal; the row itself is moved by the caller, many at once.
bool Mover::moveWithin(const Spot &spot, FolderId to)
{
    const auto journeys = m_ctx.journal.placing(spot.message);
    if (journeys.isEmpty() || journeys.last().state == OpState::InFlight || journeys.last().phase > 0) {
        // In flight: this one waits until the message has arrived where it goes now, and has a UID there.
        Operation op = about(spot, OpKind::Move);
        if (!journeys.isEmpty())
            op.srcUid = {};
        op.destFolder = to;
        m_ctx.journal.add(op);
        return true;
    }
    const Operation &last = journeys.last();
    if (last.kind == OpKind::Expunge)
        return false;
    m_ctx.journal.assign(last.id, m_action);
    if (last.kind == OpKind::Move && last.phase == 0 && last.srcFolder == to) {
        // Back to where it never left: nothing to tell.
        m_ctx.journal.setState({last.id}, OpState::Cancelled);
        m_ctx.journal.followSource(spot.message, spot.folder, to, last.srcUid);
        m_ctx.placement.put(spot.message, to, last.srcUid);
        return true;
    }
    m_ctx.journal.redirect(last.id, to); // A → B → C is A → C
    m_ctx.journal.followSource(spot.message, spot.folder, to, {});
    if (last.kind == OpKind::Append || last.kind == OpKind::Copy)
        m_ctx.journal.setDestinationWork(last.id);
    return true;
}

// To another account: download, upload, and only then the source goes.
bool Mover::transfer(const Spot &seen, FolderId to, AccountId account, bool keepSource)
{
    const auto spot = keepSource ? std::optional(seen) : settledBack(seen.message);
    if (!spot)
        return false;
    const MessageId made = m_ctx.placement.copy(spot->message, to);
    if (!isSet(made))
        return false;
    OpId downloaded{};
    const auto row = m_ctx.messages.row(spot->message);
    if (row && !row->hasBody) {
        const Operation op = about(*spot, OpKind::Download);
        downloaded = m_ctx.journal.add(op);
    }
    Operation upload;
    upload.account = account;
    upload.action = m_action;
    upload.kind = OpKind::Append;
    upload.work = to;
    upload.message = made;
    upload.source = spot->message;
    upload.headerHash = spot->headerHash;
    upload.destFolder = to;
    upload.after = downloaded;
    const OpId uploaded = m_ctx.journal.add(upload);
    if (keepSource)
        return true;
    Operation gone = about(*spot, OpKind::Expunge);
    gone.after = uploaded;
    m_ctx.journal.add(gone);
    m_ctx.placement.setHidden({spot->message}, true);
    return true;
}

std::optional<Placement::Spot> Mover::settledBack(MessageId id)
{
    auto journeys = m_ctx.journal.placing(id);
    while (!journeys.isEmpty() && journeys.last().kind == OpKind::Move
           && journeys.last().state == OpState::Waiting && journeys.last().phase == 0) {
        const Operation last = journeys.takeLast();
        m_ctx.journal.setState({last.id}, OpState::Cancelled);
        m_ctx.journal.followSource(id, last.destFolder, last.srcFolder, last.srcUid);
        m_ctx.placement.put(id, last.srcFolder, last.srcUid);
    }
    const auto spot = m_ctx.placement.spot(id);
    if (!spot || (!journeys.isEmpty() && journeys.last().kind == OpKind::Expunge))
        return {};
    return spot;
}

QList<ActionItem> Mover::copy(const QList<MessageId> &ids, FolderId to)
{
    QList<ActionItem> items;
    const auto dest = m_ctx.folders.folder(to);
    if (!dest)
        return items;
    for (const MessageId id : ids) {
        const auto spot = m_ctx.placement.spot(id);
        if (!spot || spot->hidden)
            continue;
        if (spot->account != dest->account) {
            if (transfer(*spot, to, dest->account, true)) {
                const auto made = m_ctx.journal.madeFrom(id);
                items.append({made.last().message, to, spot->flags});
            }
            continue;
        }
        const MessageId made = m_ctx.placement.copy(id, to);
        if (!isSet(made))
            continue;
        Operation op = about(*spot, OpKind::Copy);
        op.message = made;
        op.source = id;
        op.destFolder = to;
        m_ctx.journal.add(op);
        items.append({made, to, spot->flags});
    }
    return items;
}

QList<ActionItem> Mover::expunge(const QList<MessageId> &ids, qint64 notBefore)
{
    QList<ActionItem> items;
    QList<MessageId> hide;
    for (const MessageId id : ids) {
        const auto seen = m_ctx.placement.spot(id);
        if (!seen || seen->hidden)
            continue;
        const auto spot = settledBack(id);
        if (!spot)
            continue;
        Operation op = about(*spot, OpKind::Expunge);
        op.notBefore = notBefore;
        m_ctx.journal.add(op);
        hide.append(id);
        items.append({id, seen->folder, seen->flags});
    }
    m_ctx.placement.setHidden(hide, true);
    return items;
}

// The server has it already, or may have it, unless its making still waits.
void Mover::takeBackCopy(MessageId copy, Vanishing how)
{
    if (!neverSent(copy)) {
        expunge({copy}, 0);
        return;
    }
    QList<OpId> ids;
    for (const Operation &op : m_ctx.journal.placing(copy))
        ids.append(op.id);
    m_ctx.journal.setState(ids, OpState::Cancelled);
    m_ctx.messages.remove({copy}, how);
}

bool Mover::neverSent(MessageId copy) const
{
    const auto journeys = m_ctx.journal.placing(copy);
    return !journeys.isEmpty() && journeys.first().state == OpState::Waiting
        && (journeys.first().kind == OpKind::Copy || journeys.first().kind == OpKind::Append);
}

std::optional<MessageId> Mover::restore(qint64 vanished, FolderId to)
{
    const MessageId made = m_ctx.placement.restore(vanished, to);
    if (!isSet(upload(made, to)))
        return {};
    return made;
}

OpId Mover::upload(MessageId row, FolderId to)
{
    const auto spot = m_ctx.placement.spot(row);
    if (!spot)
        return {};
    Operation op = about(*spot, OpKind::Append);
    op.srcFolder = {};
    op.source = row;
    op.destFolder = to;
    return m_ctx.journal.add(op);
}

void Mover::replaceBy(MessageId old, MessageId fresh)
{
    if (neverSent(old)) {
        takeBackCopy(old, Vanishing::Untold);
        return;
    }
    const auto spot = settledBack(old);
    const auto uploads = m_ctx.journal.placing(fresh);
    if (!spot || spot->hidden || uploads.isEmpty())
        return;
    Operation gone = about(*spot, OpKind::Expunge);
    gone.after = uploads.first().id;
    m_ctx.journal.add(gone);
    m_ctx.placement.setHidden({old}, true);
}

} // namespace kw
