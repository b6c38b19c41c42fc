#include "core/sync/journal/verdicts.h"

#include <QCoreApplication>

namespace kw {

namespace {

QList<OpId> idsOf(const QList<Operation> &ops)
{
    QList<OpId> ids;
    for (const Operation &op : ops)
        ids.append(op.id);
    return ids;
}

// RFC 5530: worth another try.
bool mayPass(const Error &error)
{
    static const QStringList codes{QStringLiteral("UNAVAILABLE"), QStringLiteral("INUSE"),
                                   QStringLiteral("SERVERBUG"), QStringLiteral("LIMIT"),
                                   QStringLiteral("THROTTLED")};
    return codes.contains(error.code.section(QLatin1Char(' '), 0, 0), Qt::CaseInsensitive);
}

} // namespace

Verdicts::Verdicts(SyncContext &ctx, Hooks hooks)
    : m_ctx(ctx)
    , m_hooks(std::move(hooks))
{
}

Result<QList<Operation>> Verdicts::sending(const QList<Operation> &ops)
{
    Transaction txn(m_ctx.db, true);
    QList<Operation> still;
    for (const Operation &op : ops) {
        const auto now = m_ctx.journal.op(op.id);
        if (now && *now == op)
            still.append(op);
    }
    m_ctx.journal.setState(idsOf(still), OpState::InFlight);
    QList<OpId> marking;
    for (const Operation &op : std::as_const(still)) {
        if (op.kind == OpKind::Expunge)
            marking.append(op.id);
    }
    m_ctx.journal.setPhase(marking, 1);
    if (const auto done = txn.commit(); !done)
        return done.error();
    return still;
}

void Verdicts::finish(const QList<Operation> &ops, OpState state, const QString &error)
{
    m_ctx.journal.setState(idsOf(ops), state, error);
    QHash<ActionId, bool> restores;
    const auto restored = [this, &restores](ActionId id) {
        if (!restores.contains(id)) {
            const auto action = m_ctx.actions.action(id);
            restores.insert(id, action && action->kind == ActionKind::Restore);
        }
        return restores.value(id);
    };
    for (const Operation &op : ops) {
        switch (op.kind) {
        case OpKind::Expunge: // a restored message that was taken back vanishes again
            m_ctx.messages.remove({op.message}, restored(op.action) ? Vanishing::Elsewhere : Vanishing::ByUs);
            break;
        case OpKind::CreateFolder:
            m_ctx.folders.setState(op.work, m_ctx.journal.folderState(op.work));
            break;
        case OpKind::RenameFolder:
            if (const auto row = m_ctx.folders.folder(op.work))
                m_ctx.folders.renamedOnServer(op.account, op.pathFrom, op.pathTo, row->separator,
                                              m_ctx.journal.unmade(op.account));
            break;
        case OpKind::DeleteFolder:
            if (const auto row = m_ctx.folders.folder(op.work))
                folderLost(*row);
            m_ctx.folders.remove(op.work);
            break;
        default:
            break;
        }
    }
}

Result<void> Verdicts::done(const QList<Operation> &ops)
{
    if (ops.isEmpty())
        return {};
    Transaction txn(m_ctx.db);
    finish(ops, OpState::Done, {});
    if (const auto written = txn.commit(); !written)
        return written.error();
    QSet<FolderId> destinations;
    for (const Operation &op : ops) {
        if (isSet(op.destFolder))
            destinations.insert(op.destFolder);
        else if (op.kind == OpKind::CreateFolder || op.kind == OpKind::RenameFolder)
            destinations.insert(op.work);
    }
    for (const FolderId folder : std::as_const(destinations)) {
        if (m_hooks.arrived)
            m_hooks.arrived(folder);
    }
    return {};
}

Result<void> Verdicts::copied(const QList<Operation> &ops)
{
    Transaction txn(m_ctx.db);
    m_ctx.journal.setPhase(idsOf(ops), 1);
    return txn.commit();
}

Result<void> Verdicts::notDone(const QList<Operation> &ops)
{
    if (ops.isEmpty())
        return {};
    Transaction txn(m_ctx.db);
    m_ctx.journal.setState(idsOf(ops), OpState::Waiting);
    return txn.commit();
}

Result<void> Verdicts::unknown(const QList<Operation> &ops)
{
    Transaction txn(m_ctx.db);
    for (const Operation &op : ops)
        m_ctx.journal.askLater({op.id}, m_ctx.clock.wallMs() + waitAfter(op.attempts));
    return txn.commit();
}

qint64 Verdicts::waitAfter(int attempts) const
{
    return m_ctx.limits.journalRetry.count() << std::min(attempts, 10);
}

Result<void> Verdicts::refused(const QList<Operation> &ops, const Error &error)
{
    return mayPass(error) ? later(ops, error) : giveUp(ops, error);
}

bool Verdicts::mayWait(const Operation &op) const
{
    return op.attempts + 1 < m_ctx.limits.journalTries;
}

Result<void> Verdicts::later(const QList<Operation> &ops, const Error &whenTooOften)
{
    QList<Operation> again;
    QList<Operation> over;
    for (const Operation &op : ops)
        (mayWait(op) ? again : over).append(op);
    if (!again.isEmpty()) {
        Transaction txn(m_ctx.db);
        m_ctx.journal.postpone(idsOf(again), m_ctx.clock.wallMs() + waitAfter(again.first().attempts));
        if (const auto written = txn.commit(); !written)
            return written.error();
    }
    return over.isEmpty() ? Result<void>{} : giveUp(over, whenTooOften);
}

Result<void> Verdicts::giveUp(const QList<Operation> &ops, const Error &error)
{
    if (ops.isEmpty())
        return {};
    Transaction txn(m_ctx.db);
    for (const Operation &op : ops)
        undoHere(op, error);
    tell(ops, error);
    if (const auto written = txn.commit(); !written)
        return written.error();
    if (m_hooks.notice)
        m_hooks.notice(error);
    return {};
}

void Verdicts::tell(const QList<Operation> &ops, const Error &error)
{
    QSet<ActionId> actions;
    for (const Operation &op : ops)
        actions.insert(op.action);
    for (const ActionId action : std::as_const(actions))
        m_ctx.actions.setError(action, error.text);
}

// The old name, unless something else has it by now.
QString Verdicts::freePath(const Operation &rename) const
{
    QString path = rename.pathFrom;
    for (auto other = m_ctx.folders.folder(rename.account, path); other && other->id != rename.work;
         other = m_ctx.folders.folder(rename.account, path))
        path += QLatin1Char('~');
    return path;
}

void Verdicts::undoHere(const Operation &op, const Error &error)
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
            undoHere(waiting, error);
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
void Verdicts::callOffDeletion(FolderId folder, const Error &error)
{
    const auto row = m_ctx.folders.folder(folder);
    if (!row || row->state != FolderState::BeingDeleted)
        return;
    for (const Operation &op : m_ctx.journal.concerning(folder)) {
        if (op.kind != OpKind::DeleteFolder || op.state != OpState::Waiting)
            continue;
        undoHere(op, error);
        m_ctx.actions.setError(op.action, error.text);
    }
}

// What was to happen afterwards, and only then.
void Verdicts::cascade(const Operation &op, const Error &error)
{
    for (const Operation &next : m_ctx.journal.waitingFor(op.id)) {
        undoHere(next, error);
        m_ctx.actions.setError(next.action, error.text);
    }
}

void Verdicts::moveBack(const Operation &op)
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

// The making of a copy that was deleted for good meanwhile: nobody misses it.
bool Verdicts::isDoomed(const Operation &op) const
{
    const auto journeys = m_ctx.journal.placing(op.message);
    return (op.kind == OpKind::Copy || op.kind == OpKind::Append) && !journeys.isEmpty()
        && journeys.last().kind == OpKind::Expunge;
}

// A text that is nowhere else goes back to "Recently vanished".
void Verdicts::takeCopyAway(const Operation &op)
{
    for (const Operation &later : m_ctx.journal.placing(op.message))
        m_ctx.journal.setState({later.id}, OpState::Cancelled);
    const auto spot = m_ctx.placement.spot(op.message);
    if (!spot || isSet(spot->uid))
        return;
    const bool onlyOne = op.kind == OpKind::Append && op.source == op.message;
    m_ctx.messages.remove({op.message}, onlyOne ? Vanishing::Elsewhere : Vanishing::Untold);
}

Result<void> Verdicts::superseded(const QList<Operation> &ops)
{
    if (ops.isEmpty())
        return {};
    const QString text = QCoreApplication::translate(
        "kw::Sync",
        "%n message(s) had been moved or deleted by another program before; that was left as it is.", nullptr,
        int(ops.size()));
    Transaction txn(m_ctx.db);
    QSet<FolderId> destinations;
    for (const Operation &op : ops) {
        if (op.kind == OpKind::Copy) {
            m_ctx.journal.setState({op.id}, OpState::Cancelled, text);
            takeCopyAway(op);
        } else {
            finish({op}, OpState::Done, op.kind == OpKind::Expunge ? QString() : text);
        }
        if (op.kind != OpKind::Expunge)
            m_ctx.actions.setError(op.action, text);
        if (isSet(op.destFolder))
            destinations.insert(op.destFolder);
    }
    if (const auto written = txn.commit(); !written)
        return written.error();
    for (const FolderId folder : std::as_const(destinations)) {
        if (m_hooks.arrived)
            m_hooks.arrived(folder); // where it is not found, the row goes
    }
    return {};
}

Result<void> Verdicts::sourcesLost(const QList<OpId> &ids)
{
    QList<Operation> gone;
    QList<Operation> happened;
    for (const OpId id : ids) {
        const auto op = m_ctx.journal.op(id);
        if (!op || op->state >= OpState::Done || isSet(op->srcUid))
            continue;
        if (op->state == OpState::Waiting && op->phase == 0)
            gone.append(*op);
        else if (op->kind != OpKind::Copy)
            happened.append(*op);
    }
    if (const auto told = done(happened); !told)
        return told;
    return superseded(gone);
}

Result<void> Verdicts::settleByList(AccountId account, const QList<ListedFolder> &listed)
{
    const auto has = [&listed](const QString &path) {
        return std::any_of(listed.begin(), listed.end(),
                           [&path](const ListedFolder &f) { return f.path == path; });
    };
    for (const Operation &op : m_ctx.journal.folderOps(account)) {
        if (op.state != OpState::InFlight)
            continue;
        const auto row = m_ctx.folders.folder(op.work);
        bool happened = !row;
        if (op.kind == OpKind::CreateFolder)
            happened = happened || has(row->serverPath);
        else if (op.kind == OpKind::RenameFolder)
            happened = has(op.pathTo) && !has(op.pathFrom);
        else if (op.kind == OpKind::DeleteFolder)
            happened = happened || !has(row->serverPath);
        const auto told = happened ? done({op}) : notDone({op});
        if (!told)
            return told;
    }
    return {};
}

void Verdicts::folderLost(const FolderRow &folder)
{
    const Error error{
        ErrorKind::NotFound,
        QCoreApplication::translate("kw::Sync", "The folder “%1” was deleted or renamed elsewhere meanwhile.")
            .arg(folder.path),
        {}};
    const auto concerned = m_ctx.journal.concerning(folder.id);
    for (const Operation &op : concerned) {
        if (op.kind == OpKind::DeleteFolder || op.kind == OpKind::Expunge) {
            m_ctx.journal.setState({op.id}, OpState::Done); // it is gone, as wanted
        } else if (op.kind >= OpKind::CreateFolder && folder.state == FolderState::BeingDeleted) {
            m_ctx.journal.setState({op.id}, OpState::Cancelled); // it never was, or is no more, as wanted
        } else if (isDoomed(op)) {
            m_ctx.journal.setState({op.id}, OpState::Cancelled);
            takeCopyAway(op);
        } else if (op.kind == OpKind::Move && op.srcFolder == folder.id) {
            // Its mail went with it, or elsewhere by another hand; the destination's next listing tells.
            m_ctx.journal.setState({op.id}, OpState::Done, error.text);
            m_ctx.actions.setError(op.action, error.text);
        } else {
            undoHere(op, error);
            m_ctx.actions.setError(op.action, error.text);
        }
    }
}

} // namespace kw
