#include "core/sync/journal/verdicts.h"

#include "core/base/logging.h"

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

} // namespace

bool Verdicts::mayPass(const Error &error)
{
    static const QStringList codes{QStringLiteral("UNAVAILABLE"), QStringLiteral("INUSE"),
                                   QStringLiteral("SERVERBUG"),   QStringLiteral("LIMIT"),
                                   QStringLiteral("THROTTLED"),   QStringLiteral("CONTACTADMIN")};
    return codes.contains(error.code.section(QLatin1Char(' '), 0, 0), Qt::CaseInsensitive);
}

Verdicts::Verdicts(SyncContext &ctx, Hooks hooks)
    : m_ctx(ctx)
    , m_hooks(std::move(hooks))
    , m_reversal(ctx)
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
    QList<Operation> arriving; // by this command, not by one before
    for (const Operation &op : std::as_const(still)) {
        if (op.kind == OpKind::Expunge)
            marking.append(op.id);
        else if (isSet(op.destFolder) && op.phase == 0)
            arriving.append(op);
    }
    m_ctx.journal.setSent(arriving);
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

bool Verdicts::isLost(const Result<void> &answer)
{
    return !answer && answer.error().kind != ErrorKind::Refused;
}

Result<void> Verdicts::concluded(const QList<Operation> &ops, const Result<void> &answer)
{
    if (answer)
        return done(ops);
    return isLost(answer) ? lost(ops, answer.error()) : refused(ops, answer.error());
}

Result<void> Verdicts::lost(const QList<Operation> &ops, const Error &why)
{
    if (!mayPass(why))
        return why;
    const auto written = later(ops, why);
    return written ? Result<void>(why) : written;
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
        m_reversal.takeBack(op, error);
    tell(ops, error);
    if (const auto written = txn.commit(); !written)
        return written.error();
    qCWarning(logChanges, "%s: %lld step(s) of kind %d taken back (%s)",
              m_ctx.folders.accounts().value(ops.first().account).toUtf8().constData(),
              static_cast<long long>(ops.size()), int(ops.first().kind), forLog(error).constData());
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
            m_reversal.takeCopyAway(op);
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

void Verdicts::folderLost(const FolderRow &folder)
{
    const Error error{
        ErrorKind::NotFound,
        QCoreApplication::translate("kw::Sync", "The folder “%1” was deleted or renamed elsewhere meanwhile.")
            .arg(folder.path),
        {}};
    const auto concerned = m_ctx.journal.concerning(folder.id);
    for (const Operation &op : concerned) {
        const bool isGone = op.kind == OpKind::DeleteFolder || op.kind == OpKind::Expunge; // as wanted
        const bool isMade = op.kind == OpKind::Copy && op.srcFolder == folder.id && m_reversal.hasArrived(op);
        if (isGone || isMade) {
            m_ctx.journal.setState({op.id}, OpState::Done);
        } else if (op.kind >= OpKind::CreateFolder && folder.state == FolderState::BeingDeleted) {
            m_ctx.journal.setState({op.id}, OpState::Cancelled); // it never was, or is no more, as wanted
        } else if (m_reversal.isDoomed(op)) {
            m_ctx.journal.setState({op.id}, OpState::Cancelled);
            m_reversal.takeCopyAway(op);
        } else if (op.kind == OpKind::Move && op.srcFolder == folder.id) {
            // Its mail went with it, or elsewhere by another hand; the destination's next listing tells.
            m_ctx.journal.setState({op.id}, OpState::Done, error.text);
            m_ctx.actions.setError(op.action, error.text);
        } else {
            m_reversal.takeBack(op, error);
            m_ctx.actions.setError(op.action, error.text);
        }
    }
}

} // namespace kw
