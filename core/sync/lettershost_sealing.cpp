// Writing, signing and encrypting what is sent or kept.
#include "core/compose/messagewriter.h"
#include "core/sync/enginecore.h"
#include "core/sync/lettershost.h"
#include "core/sync/outbox/sealedwriting.h"
#include "core/sync/outbox/sealingthread.h"

#include <QDateTime>

namespace kw {

namespace {

// As what is written is dated.
WriteOptions optionsNow()
{
    const QDateTime now = QDateTime::currentDateTime();
    WriteOptions options;
    options.now = now.toSecsSinceEpoch();
    options.offsetMinutes = now.offsetFromUtc() / 60;
    return options;
}

// On the sender's own domain, whoever the sender has become since.
QString idFor(const Draft &draft)
{
    const auto domain = [](const QString &text) { return text.section(u'@', -1).toLower(); };
    return domain(draft.messageId) == domain(draft.from.email) ? draft.messageId : newMessageId(draft.from);
}

} // namespace

int LettersHost::send(const QString &accountKey, const Draft &draft, qint64 notBefore)
{
    const int request = ++m_last;
    Draft named = draft;
    named.messageId = idFor(draft);
    const WriteOptions options = optionsNow();
    const auto hand = [this, request, accountKey, draft, notBefore](const Result<Outgoing> &message) {
        if (!message) {
            fail(request, message.error());
            return;
        }
        queue(request, [accountKey, draft, message = *message, notBefore](EngineCore &core) {
            return core.queueLetter(accountKey, draft, message, notBefore);
        });
    };
    if (draft.options.sign || draft.options.encrypt) {
        m_sealing->write(named, options, hand);
        return request;
    }
    m_writers.start([named, options, hand] {
        const auto written = writeMessage(named, options);
        hand(written ? Result<Outgoing>(outgoingOf(*written)) : Result<Outgoing>(written.error()));
    });
    return request;
}

int LettersHost::askKeys(const QList<Address> &recipients, const Address &from)
{
    const int request = ++m_last;
    QStringList readers;
    for (const Address &one : recipients)
        readers.append(one.email);
    m_asking.start([this, request, readers, sender = from.email] {
        const SealState state = sealStateOf(sender, readers, m_keys);
        QMetaObject::invokeMethod(
            this, [this, request, state] { Q_EMIT keysTold(request, state); }, Qt::QueuedConnection);
    });
    return request;
}

void LettersHost::keep(const QString &accountKey, const Draft &draft, KeepDraft how)
{
    WriteOptions options = optionsNow();
    options.purpose = WriteOptions::For::Keeping;
    const bool onServer = how == KeepDraft::OnServer;
    if (onServer)
        ++m_keptTimes[draft.messageId];
    ask(
        [accountKey, draft, options, onServer](EngineCore &core) {
            return core.keepDraft(accountKey, draft, onServer && !draft.options.encrypt, options);
        },
        [this, draft, onServer](const Result<bool> &done) {
            tellKept(draft.messageId, done);
            if (done && onServer && draft.options.encrypt)
                keepSealed(draft);
        });
}

void LettersHost::tellKept(const QString &messageId, const Result<bool> &done)
{
    if (!done)
        Q_EMIT keepingFailed(messageId, done.error());
    else
        Q_EMIT kept(messageId, QDateTime::currentMSecsSinceEpoch());
    if (done && *done)
        Q_EMIT editedElsewhere(messageId);
}

// What is to be encrypted is not readable on the server while it is written, either. Encrypting asks for no
// passphrase.
void LettersHost::keepSealed(const Draft &draft)
{
    const int time = m_keptTimes.value(draft.messageId);
    m_asking.start([this, draft, time, options = optionsNow()] {
        const auto sealed = sealedCopy(draft, options, m_keys);
        QMetaObject::invokeMethod(
            this,
            [this, id = draft.messageId, time, sealed] {
                if (m_keptTimes.value(id) != time)
                    return; // a newer one is on its way
                ask(
                    [id, sealed](EngineCore &core) -> Result<bool> {
                        Result<bool> done = false;
                        if (sealed)
                            done = core.letters().keepOnServer(id, sealed->bytes);
                        else if (const auto gone = core.letters().takeFromServer(id); !gone)
                            done = gone.error();
                        core.accounts().changesWait();
                        return done;
                    },
                    [this, id](const Result<bool> &done) {
                        // Where it was sent meanwhile there is nothing to say.
                        if (!done && done.error().kind == ErrorKind::Storage)
                            Q_EMIT keepingFailed(id, done.error());
                        if (done && *done)
                            Q_EMIT editedElsewhere(id);
                    });
            },
            Qt::QueuedConnection);
    });
}

} // namespace kw
