// What opened messages ask for: receipts, answers to invitations, leaving lists.
#include "core/account/identities.h"
#include "core/compose/answering.h"
#include "core/compose/readymessage.h"
#include "core/compose/unsubscribing.h"
#include "core/store/pages.h"
#include "core/sync/enginecore.h"
#include "core/sync/lettershost.h"
#include "core/sync/outbox/outbox.h"

#include <QDateTime>

namespace kw {

namespace {

Result<Letter> queuedReady(EngineCore &core, const QString &accountKey, const Outgoing &message,
                           qint64 notBefore)
{
    const auto letter = core.letters().queueReady(core.accounts().book().id(accountKey), message, notBefore);
    if (letter)
        core.outbox().lettersWait(letter->account);
    return letter;
}

// Its header says it all, and this is asked on the GUI's thread.
Original headOf(const OpenedMessage &message)
{
    return {message.view, message.header(), message.id};
}

} // namespace

ReceiptRequest LettersHost::receiptRequest(const OpenedMessage &message) const
{
    if (message.view.receiptTo.isEmpty() || !database() || m_engine.accounts().isEmpty())
        return {};
    const auto row = Pages(*m_db).message(message.id);
    if (!row)
        return {};
    return receiptRequestOf(headOf(message), Flags::fromInt(row->flags),
                            answerer(keyOf(row->account), false));
}

std::optional<LeavingByMail> LettersHost::leavingByMail(const OpenedMessage &message) const
{
    if (message.view.unsubscribing.mailTo.isEmpty() || m_engine.accounts().isEmpty())
        return {};
    const QString key = account(accountOf(message.id)).key;
    auto draft = unsubscribeDraft(headOf(message), answerer(key, false));
    if (!draft)
        return {};
    draft->messageId = newMessageId(draft->from);
    return LeavingByMail{key, *draft};
}

int LettersHost::replyTo(MessageId id, const Reply &written, const Queue &queued)
{
    const int request = ++m_last;
    gather(request,
           {{id}, false, [this, request, id, written, queued](const QList<OpenedMessage> &messages) {
                const QString key = accountOf(id);
                m_writers.start([this, request, message = messages.first(), written, queued, key,
                                 who = answerer(key, false)] {
                    const auto out
                        = written({message.view, message.header() + message.body(), message.id}, who);
                    if (out)
                        queue(request,
                              [queued, key, out = *out](EngineCore &core) { return queued(core, key, out); });
                    else
                        fail(request, out.error());
                });
            }});
    return request;
}

int LettersHost::sendReceipt(MessageId id)
{
    const QDateTime now = QDateTime::currentDateTime();
    const auto written = [now](const Original &original, const Answerer &who) -> Result<Outgoing> {
        ReceiptOptions options;
        options.now = now.toSecsSinceEpoch();
        options.offsetMinutes = now.offsetFromUtc() / 60;
        const auto receipt = readReceipt(original, who, options);
        if (!receipt)
            return receipt.error();
        return outgoingOf(*receipt, SentCopy::Unwanted);
    };
    return replyTo(id, written, [id](EngineCore &core, const QString &key, const Outgoing &message) {
        const auto letter = core.letters().queueReceipt(core.accounts().book().id(key), message, id);
        core.accounts().changesWait(); // the mark
        if (letter)
            core.outbox().lettersWait(letter->account);
        return letter;
    });
}

void LettersHost::declineReceipt(MessageId id)
{
    ask(
        [id](EngineCore &core) {
            const auto done = core.letters().declineReceipt(id);
            core.accounts().changesWait();
            return done;
        },
        [this](const Result<void> &done) { tell(done, {}); });
}

int LettersHost::answerInvitation(MessageId id, Participation decision, const QString &comment)
{
    const QDateTime now = QDateTime::currentDateTime();
    const auto written
        = [now, id, decision, comment](const Original &original, const Answerer &who) -> Result<Outgoing> {
        InvitationAnswerOptions options;
        options.now = now.toSecsSinceEpoch();
        options.offsetMinutes = now.offsetFromUtc() / 60;
        options.comment = comment;
        const auto answer = kw::answerInvitation(original, decision, who, options);
        if (!answer)
            return answer.error();
        Outgoing out = outgoingOf(*answer);
        out.answered = id;
        return out;
    };
    return replyTo(id, written, [](EngineCore &core, const QString &key, const Outgoing &message) {
        return queuedReady(core, key, message, QDateTime::currentMSecsSinceEpoch() + AnswerWaitsMs);
    });
}

int LettersHost::sendReady(const QString &accountKey, const QByteArray &rfc5322, const ReadyWishes &wishes)
{
    const int request = ++m_last;
    ReadyOptions options;
    options.account = identities(account(accountKey)).value(0);
    const QDateTime now = QDateTime::currentDateTime();
    options.now = now.toSecsSinceEpoch();
    options.offsetMinutes = now.offsetFromUtc() / 60;
    options.deliveryReport = wishes.deliveryReport;
    m_writers.start([this, request, accountKey, rfc5322, notBefore = wishes.notBefore, options] {
        const auto written = readyMessage(rfc5322, options);
        if (!written) {
            fail(request, written.error());
            return;
        }
        queue(request, [accountKey, message = outgoingOf(*written), notBefore](EngineCore &core) {
            return queuedReady(core, accountKey, message, notBefore);
        });
    });
    return request;
}

} // namespace kw
