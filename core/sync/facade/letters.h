#pragma once

#include "core/base/result.h"
#include "core/compose/draft.h"
#include "core/compose/invitationanswer.h"
#include "core/compose/receipts.h"
#include "core/store/letter.h"
#include "core/sync/facade/sealstate.h"

#include <QObject>

#include <optional>

namespace kw {

// What a draft begins with.
struct Beginning {
    DraftAct act = DraftAct::New;
    QList<MessageId> originals; // none: a message of its own
    QString accountKey; // as whom; empty: whom the originals were sent to, else the first account
    bool richText = false;
    Draft seed; // New: what is there already (mailto: links, files)
};

// How a message of another program is sent.
struct ReadyWishes {
    qint64 notBefore = 0; // ms since the epoch; 0: as soon as there is a connection
    bool deliveryReport = false; // RFC 3461
};

// How a draft is kept.
enum class KeepDraft {
    Here, // one more revision, on this computer
    OnServer, // and its copy in the account's folder of drafts, which replaces the one before. Of a draft
              // that is to be encrypted only the sender can read it; without a key of theirs there is none
};

// A message that leaves a list, for the person to see before it is sent.
struct LeavingByMail {
    QString accountKey;
    Draft draft;
};

struct OpenedMessage;

// What the person writes and what waits to be sent, as the window sees it. A draft is named by its Message-ID
// (Draft::messageId), which every draft that comes from here has. Lives on the GUI thread; owned by the
// Engine. Methods return at once.
class Letters : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // These give the number of the answer: `begun`, or `failed`.
    // The texts of originals are downloaded where they are not here.
    virtual int begin(const Beginning &beginning) = 0;
    virtual int edit(MessageId draft) = 0; // one that lies in a folder of drafts, wherever it was written
    virtual int open(const QString &messageId, int revision = 0) = 0; // 0: the newest
    // What waits to be sent is a draft again.
    virtual int takeBack(const QString &messageId) = 0;

    // Durable when `kept` says so; `keepingFailed` otherwise. A draft that was sent meanwhile is left alone.
    virtual void keep(const QString &accountKey, const Draft &draft, KeepDraft how) = 0;
    // With its copy on the server.
    virtual void discard(const QString &messageId) = 0;
    // Writes, signs and encrypts it, and queues it; the number names the answer: `queued`, or `failed`.
    // `notBefore`: ms since the epoch; 0: as soon as there is a connection.
    virtual int send(const QString &accountKey, const Draft &draft, qint64 notBefore) = 0;
    // A whole message that another program wrote (RFC 5322), Bcc and all; `queued`, or `failed`.
    virtual int sendReady(const QString &accountKey, const QByteArray &rfc5322, const ReadyWishes &wishes)
        = 0;
    // One that waits goes now; one that was refused, or of which nobody knows, once more.
    virtual void sendNow(const QString &messageId) = 0;
    // The person knows that an uncertain one has arrived.
    virtual void confirm(const QString &messageId) = 0;

    // Whose keys are here for it; the number names the answer: `keysTold`. Asks for no passphrase.
    virtual int askKeys(const QList<Address> &recipients, const Address &from) = 0;

    // What an opened message asks for, and what may be answered. Reads its header and the cache; < 1 ms.
    virtual ReceiptRequest receiptRequest(const OpenedMessage &message) const = 0;
    virtual std::optional<LeavingByMail> leavingByMail(const OpenedMessage &message) const = 0;
    // Tells the sender that the message was read, once (RFC 8098); `queued`, or `failed`. No copy is kept.
    virtual int sendReceipt(MessageId id) = 0;
    // Nobody is asked again, here or in another program.
    virtual void declineReceipt(MessageId id) = 0;
    // To the organizer (RFC 5546). It waits for AnswerWaitsMs, so that it can be discarded; `queued`, or
    // `failed`.
    static constexpr qint64 AnswerWaitsMs = 10'000;
    virtual int answerInvitation(MessageId id, Participation decision, const QString &comment) = 0;

    // As the cache says now; < 1 ms. See letterstore.h.
    virtual QList<Letter> drafts() const = 0;
    virtual QList<Letter> outgoing() const = 0;
    virtual QList<LetterRevision> revisions(const QString &messageId) const = 0;
    // What the account's sending server takes, in octets, as it told last; 0: no limit, or not known.
    virtual qint64 largestMessage(const QString &accountKey) const = 0;

Q_SIGNALS:
    void begun(int request, const QString &accountKey, const kw::Draft &draft);
    void failed(int request, const kw::Error &error);
    void kept(const QString &messageId, qint64 atMs);
    void keepingFailed(const QString &messageId, const kw::Error &error);
    // Another program changed the copy on the server: both versions are in the folder of drafts now.
    void editedElsewhere(const QString &messageId);
    // From now on it has this letter's Message-ID.
    void queued(int request, const kw::Letter &letter);
    void keysTold(int request, const kw::SealState &state);
    void progress(const QString &messageId, qint64 given, qint64 total); // octets that are on their way
    void sent(const kw::Letter &letter); // the server has it
    void changed(); // drafts or outgoing ones: read them again
};

} // namespace kw
