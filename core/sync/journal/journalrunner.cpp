#include "core/sync/journal/journalrunner.h"

#include <QCoreApplication>

#include <algorithm>

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Sync)
};

Error folderMissing()
{
    return {ErrorKind::Refused, Words::tr("The folder this should go to is no longer there."), {}};
}

Error renumbered()
{
    return {ErrorKind::NotFound, Words::tr("The folder was renumbered meanwhile."), {}};
}

UidSet sourcesOf(const QList<Operation> &ops)
{
    QList<quint32> uids;
    for (const Operation &op : ops)
        uids.append(raw(op.srcUid));
    return UidSet::of(std::move(uids));
}

// As many of them as one command names, with some to spare for what is taken out before it is sent. Where a
// batch took several and a later one was refused, all would be taken back here, and the first ones be
// doubled.
QList<Operation> withinOneCommand(const QList<Operation> &ops)
{
    UidSet uids;
    qsizetype n = 0;
    for (; n < ops.size() && uids.ranges().size() <= RangesPerCommand / 2; ++n)
        uids.add(raw(ops[n].srcUid));
    return ops.first(n);
}

} // namespace

JournalRunner::JournalRunner(SyncContext &ctx, Tools tools, Verdicts::Hooks hooks)
    : m_ctx(ctx)
    , m_tools(std::move(tools))
    , m_verdicts(ctx, std::move(hooks))
    , m_folderSteps(ctx, m_verdicts)
{
}

Task<Result<void>> JournalRunner::run(FolderId work, std::unique_ptr<ImapLink> &link, ServerFeatures features)
{
    if (const auto settled = co_await settleInFlight(work, link, features); !settled)
        co_return settled.error();
    while (true) {
        const Ops batch = m_ctx.journal.batch(work, m_ctx.clock.wallMs(), m_ctx.limits.journalBatch);
        if (batch.isEmpty())
            break;
        if (const auto done = co_await step(batch, link, features); !done)
            co_return done.error();
    }
    co_return Result<void>{};
}

Task<Result<void>> JournalRunner::step(Ops batch, std::unique_ptr<ImapLink> &link, ServerFeatures features)
{
    switch (batch.first().kind) {
    case OpKind::Move:
        co_return co_await move(batch, *link, features.move);
    case OpKind::Copy:
        co_return co_await copy(batch, *link);
    case OpKind::Expunge:
        co_return co_await expunge(batch, *link);
    case OpKind::Append:
        co_return co_await append(batch.first(), *link);
    case OpKind::Download:
        co_return co_await download(batch.first(), *link);
    default:
        co_return co_await m_folderSteps.run(batch.first(), *link);
    }
}

Task<Result<bool>> JournalRunner::atSource(Ops *batch, ImapLink &link, bool writing)
{
    const auto source = m_ctx.folders.folder(batch->first().srcFolder);
    if (!source) {
        const auto told = m_verdicts.superseded(*batch);
        if (!told)
            co_return told.error();
        co_return false;
    }
    const auto box = co_await link.select(source->serverPath, ResyncPoint{}, !writing);
    if (Verdicts::isLost(box))
        co_return m_verdicts.lost(*batch, box.error()).error();
    if (!box || (writing && box->readOnly)) {
        const Error why = !box
            ? box.error()
            : Error{ErrorKind::Refused, Words::tr("The folder “%1” is read-only.").arg(source->path), {}};
        const bool halfDone = batch->first().kind == OpKind::Move && batch->first().phase > 0;
        const auto told = halfDone ? m_verdicts.later(*batch, why) : m_verdicts.refused(*batch, why);
        if (!told)
            co_return told.error();
        co_return false;
    }
    if (box->uidValidity != source->uidValidity)
        co_return renumbered();
    const auto there = co_await link.existing(sourcesOf(*batch));
    if (!there)
        co_return there.error();
    Ops gone;
    Ops left;
    Ops finished; // went with an earlier EXPUNGE
    for (const Operation &op : std::as_const(*batch)) {
        (there->contains(raw(op.srcUid)) ? left : op.phase > 0 ? finished : gone).append(op);
    }
    if (const auto told = m_verdicts.done(finished); !told)
        co_return told.error();
    if (const auto told = m_verdicts.superseded(gone); !told)
        co_return told.error();
    *batch = withinOneCommand(left);
    co_return !left.isEmpty();
}

Task<Result<void>> JournalRunner::move(Ops batch, ImapLink &link, bool native)
{
    const auto dest = m_ctx.folders.folder(batch.first().destFolder);
    if (!dest)
        co_return m_verdicts.giveUp(batch, folderMissing());
    const bool halfDone = batch.first().phase > 0;
    const auto ready = co_await atSource(&batch, link, true);
    if (!ready)
        co_return ready.error();
    if (!*ready)
        co_return Result<void>{};
    const auto begun = m_verdicts.sending(batch);
    if (!begun)
        co_return begun.error();
    batch = *begun;
    if (batch.isEmpty())
        co_return Result<void>{};
    if (halfDone)
        co_return co_await removeSources(batch, link);
    const UidSet uids = sourcesOf(batch);
    if (native) {
        const auto moved = co_await link.move(uids, dest->serverPath);
        if (!moved && moved.error().kind == ErrorKind::Refused && batch.size() > 1)
            co_return co_await moveRefused(batch, moved.error(), link);
        co_return m_verdicts.concluded(batch, moved);
    }
    const auto copied = co_await link.copy(uids, dest->serverPath);
    if (!copied)
        co_return m_verdicts.concluded(batch, copied);
    if (const auto noted = m_verdicts.copied(batch); !noted)
        co_return noted.error();
    for (Operation &op : batch)
        op.phase = 1;
    co_return co_await removeSources(batch, link);
}

Task<Result<void>> JournalRunner::removeSources(Ops ops, ImapLink &link)
{
    const UidSet ours = sourcesOf(ops);
    const MessageFlags deleted{quint32(Flag::Deleted), {}};
    const auto marked = co_await link.addFlags(ours, deleted);
    if (!marked)
        co_return co_await removalConcluded(ops, marked);
    // EXPUNGE takes everything that is marked, and there is no UID EXPUNGE (DESIGN §6).
    const auto all = co_await link.markedDeleted();
    if (!all)
        co_return all.error();
    const UidSet foreign = all->minus(ours.united(m_ctx.journal.marked(ops.first().work)));
    const bool mayWait
        = std::all_of(ops.begin(), ops.end(), [this](const Operation &op) { return m_verdicts.mayWait(op); });
    if (!foreign.isEmpty() && mayWait)
        co_return m_verdicts.later(ops, {}); // whoever marked those may clean up, and ours with them
    co_return co_await expungeAround(ops, foreign, link);
}

// Half of it is done, so a refusal is not the end: it is tried again, for a while.
Task<Result<void>> JournalRunner::removalConcluded(Ops ops, Result<void> answer)
{
    if (!answer && !Verdicts::isLost(answer) && ops.first().kind == OpKind::Move)
        co_return m_verdicts.later(ops, answer.error());
    co_return m_verdicts.concluded(ops, answer);
}

// What others have marked loses its marks while ours goes. Should the session be lost in between, they stay
// without: nobody's mail is lost.
Task<Result<void>> JournalRunner::expungeAround(Ops ops, UidSet foreign, ImapLink &link)
{
    const MessageFlags deleted{quint32(Flag::Deleted), {}};
    if (!foreign.isEmpty()) {
        const auto spared = co_await link.removeFlags(foreign, deleted);
        if (!spared)
            co_return co_await removalConcluded(ops, spared);
    }
    const auto gone = co_await link.expunge();
    if (Verdicts::isLost(gone))
        co_return m_verdicts.lost(ops, gone.error());
    if (!foreign.isEmpty()) {
        const auto restored = co_await link.addFlags(foreign, deleted);
        if (Verdicts::isLost(restored))
            co_return restored.error();
    }
    co_return co_await removalConcluded(ops, gone);
}

Task<Result<void>> JournalRunner::copy(Ops batch, ImapLink &link)
{
    const auto dest = m_ctx.folders.folder(batch.first().destFolder);
    if (!dest)
        co_return m_verdicts.giveUp(batch, folderMissing());
    // Two copies of one message are two commands.
    QSet<Uid> seen;
    batch.removeIf([&seen](const Operation &op) {
        const bool again = seen.contains(op.srcUid);
        seen.insert(op.srcUid);
        return again;
    });
    const auto ready = co_await atSource(&batch, link, false);
    if (!ready)
        co_return ready.error();
    if (!*ready)
        co_return Result<void>{};
    const auto begun = m_verdicts.sending(batch);
    if (!begun)
        co_return begun.error();
    batch = *begun;
    if (batch.isEmpty())
        co_return Result<void>{};
    const auto copied = co_await link.copy(sourcesOf(batch), dest->serverPath);
    co_return m_verdicts.concluded(batch, copied);
}

Task<Result<void>> JournalRunner::expunge(Ops batch, ImapLink &link)
{
    const auto ready = co_await atSource(&batch, link, true);
    if (!ready)
        co_return ready.error();
    if (!*ready)
        co_return Result<void>{};
    const auto begun = m_verdicts.sending(batch);
    if (!begun)
        co_return begun.error();
    batch = *begun;
    if (batch.isEmpty())
        co_return Result<void>{};
    co_return co_await removeSources(batch, link);
}

Task<Result<void>> JournalRunner::append(Operation op, ImapLink &link)
{
    const Ops one{op};
    const auto dest = m_ctx.folders.folder(op.destFolder);
    if (!dest)
        co_return m_verdicts.giveUp(one, folderMissing());
    auto text = m_ctx.bodies.getWhole(op.message);
    if (!text)
        text = m_ctx.bodies.getWhole(op.source);
    const auto row = m_ctx.messages.row(op.message);
    if (!text || !row) {
        const Error missing{
            ErrorKind::Refused, Words::tr("The text of this message is not on this computer."), {}};
        co_return m_verdicts.giveUp(one, missing);
    }
    const auto begun = m_verdicts.sending(one);
    if (!begun)
        co_return begun.error();
    if (begun->isEmpty())
        co_return Result<void>{};
    const RawMessage message{text->header, text->body};
    const MessageFlags flags{row->flags & ServerFlagMask, row->keywords};
    const auto stored = co_await link.append(dest->serverPath, message, flags, row->date);
    // Zimbra takes no message with keywords that it finds odd, others have no keywords at all. They still
    // wait as marks of the message, and get an answer of their own.
    const bool perhapsKeywords = !stored && !flags.keywords.isEmpty()
        && (stored.error().kind == ErrorKind::Invalid || stored.error().kind == ErrorKind::Refused);
    if (!perhapsKeywords)
        co_return m_verdicts.concluded(one, stored);
    const auto bare = co_await link.append(dest->serverPath, message, {flags.bits, {}}, row->date);
    co_return m_verdicts.concluded(one, bare);
}

Task<Result<void>> JournalRunner::download(Operation op, ImapLink &link)
{
    const Ops one{op};
    const auto fetched = co_await m_tools.fetchBody(op.message, link);
    if (fetched)
        co_return m_verdicts.done(one);
    if (fetched.error().kind == ErrorKind::NotFound)
        co_return m_verdicts.giveUp(one, fetched.error());
    co_return m_verdicts.concluded(one, fetched);
}

} // namespace kw
