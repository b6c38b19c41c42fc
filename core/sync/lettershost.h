#pragma once

#include "core/crypto/gnupgsealer.h"
#include "core/sync/facade/letters.h"
#include "core/sync/outbox/letterdesk.h"

#include <QHash>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace kw {

class BodyReader;
class Engine;
class EngineCore;
class SealingThread;
struct Answerer;
struct OpenedMessage;
struct Original;

// The window's end of writing and sending: passes values between its thread, the reader's, the engine's and
// one of its own where messages are written, signed and encrypted.
class LettersHost final : public Letters
{
    Q_OBJECT
public:
    // `engine` gives the accounts; its window sees the others' work through this.
    LettersHost(Engine &engine, EngineCore *core, BodyReader *reader, QString cacheDirectory);
    ~LettersHost() override;

    int begin(const Beginning &beginning) override;
    int edit(MessageId draft) override;
    int open(const QString &messageId, int revision) override;
    int takeBack(const QString &messageId) override;
    void keep(const QString &accountKey, const Draft &draft, KeepDraft how) override;
    void discard(const QString &messageId) override;
    int send(const QString &accountKey, const Draft &draft, qint64 notBefore) override;
    int sendReady(const QString &accountKey, const QByteArray &rfc5322, const ReadyWishes &wishes) override;
    void sendNow(const QString &messageId) override;
    void confirm(const QString &messageId) override;
    int askKeys(const QList<Address> &recipients, const Address &from) override;
    ReceiptRequest receiptRequest(const OpenedMessage &message) const override;
    std::optional<LeavingByMail> leavingByMail(const OpenedMessage &message) const override;
    int sendReceipt(MessageId id) override;
    void declineReceipt(MessageId id) override;
    int answerInvitation(MessageId id, Participation decision, const QString &comment) override;
    QList<Letter> drafts() const override;
    QList<Letter> outgoing() const override;
    QList<LetterRevision> revisions(const QString &messageId) const override;
    qint64 largestMessage(const QString &accountKey) const override;

private:
    // Messages that are being gathered, and what follows on this thread.
    using Then = std::function<void(const QList<OpenedMessage> &)>;
    struct Gathering {
        QList<MessageId> wanted;
        bool whole = false;
        Then then;
        QHash<MessageId, OpenedMessage> here = {};
    };

    void beginNew(int request, const Beginning &beginning);
    void gather(int request, const Gathering &gathering);
    void readFor(int request, MessageId id, bool whole);
    void arrived(int request, const OpenedMessage &message);
    void missing(int request, MessageId id);
    void unreachable(MessageId id, const Error &error);
    void answer(int request, const Beginning &beginning, const QList<OpenedMessage> &originals);
    void goOn(int request, MessageId draft, const OpenedMessage &message);
    void adopt(int request, const QString &accountKey, Draft draft, MessageId row);
    void tellFound(int request, const Result<FoundDraft> &found);
    void tell(const Result<void> &done, const QString &messageId);

    // lettershost_sealing.cpp
    void keepSealed(const Draft &draft);
    void tellKept(const QString &messageId, const Result<bool> &done);
    // lettershost_replies.cpp
    // `written` is made of the message and queued, each on its thread.
    using Reply = std::function<Result<Outgoing>(const Original &, const Answerer &)>;
    using Queue = std::function<Result<Letter>(EngineCore &, const QString &accountKey, const Outgoing &)>;
    int replyTo(MessageId id, const Reply &written, const Queue &queue);

    // Both from any thread, answered on this one.
    void fail(int request, const Error &error);
    void queue(int request, const std::function<Result<Letter>(EngineCore &)> &work);

    Database *database() const;
    QString keyOf(AccountId account) const;
    QString accountOf(MessageId message) const; // its key
    Answerer answerer(const QString &accountKey, bool richText) const;
    AccountSettings account(const QString &key) const; // the first one where it is not known

    // `work` runs on the engine's thread, `then` on this one with what it gave.
    template <class Work, class Then> void ask(Work work, Then then)
    {
        QMetaObject::invokeMethod(
            m_core,
            [this, core = m_core, work = std::move(work), then = std::move(then)]() mutable {
                auto answer = work(*core);
                QMetaObject::invokeMethod(
                    this, [then = std::move(then), answer = std::move(answer)]() mutable { then(answer); },
                    Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
    }

    Engine &m_engine;
    EngineCore *m_core;
    BodyReader *m_reader;
    const QString m_directory;
    mutable std::unique_ptr<Database> m_db; // read-only
    QHash<int, Gathering> m_gatherings;
    QThreadPool m_writers; // where nobody is waited for
    SealingThread *m_sealing; // ends by itself
    QThreadPool m_asking; // where no passphrase is waited for
    GnupgSealer m_keys; // for that thread
    QHash<QString, int> m_keptTimes; // drafts by Message-ID: how often they were kept on the server
    int m_last = 0;
};

} // namespace kw
