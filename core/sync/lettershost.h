#pragma once

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
struct Answerer;
struct OpenedMessage;

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
    void sendNow(const QString &messageId) override;
    void confirm(const QString &messageId) override;
    QList<Letter> drafts() const override;
    QList<Letter> outgoing() const override;
    QList<LetterRevision> revisions(const QString &messageId) const override;

private:
    // Originals that are being gathered.
    struct Gathering {
        Beginning beginning;
        bool isDraft = false; // it goes on, under its own name
        bool whole = false;
        QHash<MessageId, OpenedMessage> here;
    };

    void beginNew(int request, const Beginning &beginning);
    void gather(int request, const Gathering &gathering);
    void arrived(int request, const OpenedMessage &message);
    void missing(int request, MessageId id);
    void unreachable(MessageId id, const Error &error);
    void answer(int request, const Gathering &gathering);
    void adopt(int request, const QString &accountKey, Draft draft, MessageId row);
    void tellFound(int request, const Result<FoundDraft> &found);
    void tell(const Result<void> &done, const QString &messageId);

    Database *database() const;
    QString keyOf(AccountId account) const;
    QString accountOf(MessageId message) const; // its key
    Answerer answerer(const QString &accountKey, bool richText) const;
    AccountSettings account(const QString &key) const; // the first one where it is not known

    // `work` runs on the engine's thread, `then` on this one with what it gave.
    template <class Work, class Then> void ask(Work work, Then then);

    Engine &m_engine;
    EngineCore *m_core;
    BodyReader *m_reader;
    const QString m_directory;
    mutable std::unique_ptr<Database> m_db; // read-only
    QHash<int, Gathering> m_gatherings;
    QThreadPool m_writers;
    int m_last = 0;
};

} // namespace kw
