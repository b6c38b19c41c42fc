#pragma once

#include "core/store/database.h"
#include "core/store/letter.h"

#include <QList>

#include <optional>

namespace kw {

// Drafts with all their revisions, and what waits to be sent. In the cache file, so that one transaction can
// bind it to what it does to mail, and carried over when that has to be made anew. Write methods need an open
// Transaction; reading works on any connection.
class LetterStore
{
public:
    explicit LetterStore(Database &db);

    // --- writing
    LetterId begin(AccountId account, const LetterDraft &draft, qint64 nowMs);
    // One more revision; false: it is no draft (any more), or says what the newest one says.
    bool revise(LetterId id, const LetterDraft &draft, qint64 nowMs);
    // From another account, that is.
    void setAccount(LetterId id, AccountId account);
    QList<LetterRevision> revisions(LetterId id) const; // oldest first
    // 0: the newest; null: there is none. Also right on a read-only database, as all reading here.
    QByteArray draft(LetterId id, int revision = 0) const;
    // What is large in its revisions (files), kept once; by a hash of the caller's.
    void putPart(LetterId id, const QByteArray &hash, const QByteArray &data);
    QByteArray part(LetterId id, const QByteArray &hash) const; // null: there is none
    // Of old revisions those that tell little: of each minute before the newest `kept` only the last one.
    void thin(LetterId id, int kept);
    void remove(LetterId id); // with everything that was kept of it

    // --- sending
    // `messageId`: that of the text. False: it is no draft.
    bool queue(LetterId id, const QString &messageId, const LetterText &text, qint64 notBefore, qint64 nowMs);
    // A draft again; false: it cannot be taken back any more.
    bool takeBack(LetterId id, qint64 nowMs);
    // Those whose time has come, the oldest first.
    QList<Letter> due(AccountId account, qint64 nowMs) const;
    qint64 nextDue(AccountId account, qint64 nowMs) const; // 0: nothing waits for a time
    // Waits, was refused, or is uncertain and the person wants it sent once more. False: it is in another
    // state.
    bool sendNow(LetterId id, qint64 nowMs);
    // Says why what waits has not been sent yet.
    void explain(LetterId id, const QString &why);
    void forgetError(LetterId id); // Done, but not for all: the person knows
    // In a durable transaction, before the first octet goes out. False: it was taken back or is not due.
    bool handOver(LetterId id, qint64 nowMs);
    // What became of it.
    struct Conclusion {
        LetterState state = LetterState::Delivered;
        QString error = {};
        QByteArray outcome = {};
        qint64 notBefore = 0; // Waiting: not before this time; counts an attempt
    };
    void conclude(LetterId id, const Conclusion &conclusion, qint64 nowMs);
    // Those that were being handed over when the program ended are uncertain. Says how many.
    int interrupted(const QString &why, qint64 nowMs);
    std::optional<LetterText> text(LetterId id) const;
    void setText(LetterId id, const LetterText &text); // encoded anew, before it is handed over
    QList<Letter> inState(AccountId account, LetterState state) const; // the oldest first
    QList<AccountId> waitingAccounts() const; // that have something to send, now or later

    // --- its copies among the account's mail; none: it has none
    void setKeptRow(LetterId id, MessageId row);
    void setSentRow(LetterId id, MessageId row);
    QList<Letter> withSentRow() const;
    std::optional<Letter> byKeptRow(MessageId row) const;
    // Whether the account's sending server stores what it sends in the folder of sent mail by itself.
    bool serverKeepsSent(AccountId account) const;
    void setServerKeepsSent(AccountId account);
    // What its sending server takes at most, in octets, as it told last; 0: no limit, or not known.
    qint64 largestMessage(AccountId account) const;
    void setLargestMessage(AccountId account, qint64 octets);

    std::optional<Letter> letter(LetterId id) const;
    std::optional<Letter> byMessageId(const QString &messageId) const;
    QList<Letter> drafts() const; // the newest first
    // Waiting to Delivered, Refused, and Done where something is to be said of it; the oldest first.
    QList<Letter> outgoing() const;
    // Done before this time, with nothing left to say: their texts and revisions go.
    void forgetDone(qint64 beforeMs);

private:
    QList<Letter> read(Statement &query) const;
    void describe(LetterId id, const LetterDraft &draft, qint64 nowMs);
    void addRevision(LetterId id, const QByteArray &draft, qint64 nowMs);

    Database &m_db;
};

} // namespace kw
