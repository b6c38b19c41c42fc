#include "core/sync/outbox/letterdesk.h"

#include "core/sync/outbox/keptdraft.h"

#include <QCoreApplication>

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Outbox)
};

constexpr int RevisionsKept = 50; // as they are; of older ones the last of each minute

Error onItsWay()
{
    return {ErrorKind::Invalid, Words::tr("This message is on its way already."), {}};
}

} // namespace

LetterDesk::LetterDesk(SyncContext &ctx)
    : m_ctx(ctx)
    , m_letters(ctx.db)
    , m_copies(ctx)
{
}

Result<Letter> LetterDesk::find(const QString &messageId) const
{
    const auto letter = m_letters.byMessageId(messageId);
    if (!letter)
        return Error{ErrorKind::NotFound, Words::tr("This draft is no longer there."), {}};
    return *letter;
}

// None where it was sent meanwhile.
LetterId LetterDesk::write(AccountId account, const Draft &draft)
{
    const KeptDraft kept = keptDraft(draft);
    const LetterDraft described = describedDraft(draft, kept.draft);
    const auto letter = m_letters.byMessageId(draft.messageId);
    if (letter && letter->state != LetterState::Writing)
        return {};
    const qint64 now = m_ctx.clock.wallMs();
    const LetterId id = letter ? letter->id : m_letters.begin(account, described, now);
    for (const auto &[hash, data] : kept.parts.asKeyValueRange())
        m_letters.putPart(id, hash, data);
    if (letter && letter->account != account) {
        m_copies.removeDraft(*letter); // it is kept with the other account from now on
        m_letters.setAccount(id, account);
    }
    if (letter && m_letters.revise(id, described, now))
        m_letters.thin(id, RevisionsKept);
    return id;
}

Result<void> LetterDesk::keep(AccountId account, const Draft &draft)
{
    Transaction txn(m_ctx.db);
    if (!isSet(write(account, draft)))
        return onItsWay();
    return txn.commit();
}

Result<bool> LetterDesk::keepOnServer(const QString &messageId, const QByteArray &message)
{
    Transaction txn(m_ctx.db);
    const auto letter = find(messageId);
    if (!letter)
        return letter.error();
    if (letter->state != LetterState::Writing)
        return onItsWay();
    auto put = m_copies.putDraft(*letter, message);
    if (!put)
        return put;
    if (const auto done = txn.commit(); !done)
        return done.error();
    return put;
}

Result<void> LetterDesk::takeFromServer(const QString &messageId)
{
    Transaction txn(m_ctx.db);
    const auto letter = find(messageId);
    if (!letter)
        return letter.error();
    m_copies.removeDraft(*letter);
    return txn.commit();
}

Result<void> LetterDesk::discard(const QString &messageId)
{
    Transaction txn(m_ctx.db);
    const auto letter = find(messageId);
    if (!letter)
        return {};
    if (letter->state == LetterState::HandingOver)
        return onItsWay();
    m_copies.removeDraft(*letter);
    m_letters.remove(letter->id);
    return txn.commit();
}

Result<FoundDraft> LetterDesk::draft(const QString &messageId, int revision) const
{
    const auto letter = find(messageId);
    if (!letter)
        return letter.error();
    const auto draft = keptDraftOf(m_letters, letter->id, revision);
    if (!draft)
        return draft.error();
    return FoundDraft{letter->account, *draft};
}

std::optional<Letter> LetterDesk::letterOf(MessageId row) const
{
    return m_letters.byKeptRow(row);
}

Result<void> LetterDesk::adopt(AccountId account, const Draft &draft, MessageId row)
{
    Transaction txn(m_ctx.db);
    const LetterId id = write(account, draft);
    if (!isSet(id))
        return onItsWay();
    m_letters.setKeptRow(id, row);
    return txn.commit();
}

Result<Letter> LetterDesk::queue(AccountId account, const Draft &draft, const Outgoing &message,
                                 qint64 notBefore)
{
    Transaction txn(m_ctx.db, true);
    const LetterId id = write(account, draft);
    if (!isSet(id) || !m_letters.queue(id, message.messageId, message.text, notBefore, m_ctx.clock.wallMs()))
        return onItsWay();
    // Nobody shall go on writing what is being sent.
    m_copies.removeDraft(*m_letters.letter(id));
    if (const auto done = txn.commit(); !done)
        return done.error();
    return *m_letters.letter(id);
}

Result<LetterId> LetterDesk::putReady(AccountId account, const Outgoing &message, qint64 notBefore)
{
    const qint64 now = m_ctx.clock.wallMs();
    if (const auto before = m_letters.byMessageId(message.messageId);
        before && before->state != LetterState::Writing)
        return Error{ErrorKind::Invalid,
                     Words::tr("A message with this Message-ID was sent already. Give it another one, or "
                               "none, to send it again."),
                     {}};
    LetterDraft described;
    described.messageId = message.messageId;
    described.subject = message.subject;
    described.recipients = message.recipients;
    described.original = message.answered;
    described.act = int(isSet(message.answered) ? DraftAct::Reply : DraftAct::New);
    const LetterId id = m_letters.begin(account, described, now);
    m_letters.queue(id, message.messageId, message.text, notBefore, now);
    return id;
}

Result<Letter> LetterDesk::queueReady(AccountId account, const Outgoing &message, qint64 notBefore)
{
    Transaction txn(m_ctx.db, true);
    const auto id = putReady(account, message, notBefore);
    if (!id)
        return id.error();
    if (const auto done = txn.commit(); !done)
        return done.error();
    return *m_letters.letter(*id);
}

Result<Letter> LetterDesk::queueReceipt(AccountId account, const Outgoing &message, MessageId read)
{
    Transaction txn(m_ctx.db, true);
    const auto row = m_ctx.messages.row(read);
    if (!row)
        return Error{ErrorKind::NotFound, Words::tr("This message is no longer there."), {}};
    if ((row->flags & quint32(Flag::MdnSent)) != 0)
        return Error{ErrorKind::Invalid, Words::tr("A receipt for this message was sent already."), {}};
    const auto id = putReady(account, message, 0);
    if (!id)
        return id.error();
    m_ctx.messages.setFlags({read}, quint32(Flag::MdnSent), true);
    if (const auto done = txn.commit(); !done)
        return done.error();
    return *m_letters.letter(*id);
}

Result<void> LetterDesk::declineReceipt(MessageId read)
{
    Transaction txn(m_ctx.db);
    m_ctx.messages.setFlags({read}, quint32(Flag::MdnSent), true);
    return txn.commit();
}

Result<FoundDraft> LetterDesk::takeBack(const QString &messageId)
{
    Transaction txn(m_ctx.db);
    const auto letter = find(messageId);
    if (!letter)
        return letter.error();
    if (!m_letters.takeBack(letter->id, m_ctx.clock.wallMs()))
        return onItsWay();
    if (const auto done = txn.commit(); !done)
        return done.error();
    return draft(messageId);
}

Result<void> LetterDesk::sendNow(const QString &messageId)
{
    Transaction txn(m_ctx.db, true);
    const auto letter = find(messageId);
    if (!letter)
        return letter.error();
    if (!m_letters.sendNow(letter->id, m_ctx.clock.wallMs()))
        return onItsWay();
    return txn.commit();
}

Result<void> LetterDesk::confirm(const QString &messageId)
{
    Transaction txn(m_ctx.db);
    const auto letter = find(messageId);
    if (!letter)
        return letter.error();
    if (letter->state == LetterState::Uncertain) {
        m_letters.conclude(letter->id, {LetterState::Delivered}, m_ctx.clock.wallMs());
        m_copies.markOriginal(*letter);
    }
    m_letters.forgetError(letter->id);
    return txn.commit();
}

} // namespace kw
