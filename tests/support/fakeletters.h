#pragma once

#include "core/sync/facade/letters.h"

namespace kw {

// Records what is asked of it; the test answers.
class FakeLetters : public Letters
{
    Q_OBJECT
public:
    using Letters::Letters;

    int begin(const Beginning &beginning) override
    {
        beginnings.append(beginning);
        return ++requests;
    }
    int edit(MessageId draft) override
    {
        edits.append(draft);
        return ++requests;
    }
    int open(const QString &messageId, int revision) override
    {
        opened.append({messageId, revision});
        return ++requests;
    }
    int takeBack(const QString &messageId) override
    {
        takenBack.append(messageId);
        return ++requests;
    }
    void keep(const QString &accountKey, const Draft &draft, KeepDraft how) override
    {
        keeps.append({accountKey, draft, how});
    }
    void discard(const QString &messageId) override { discards.append(messageId); }
    int send(const QString &accountKey, const Draft &draft, qint64 notBefore) override
    {
        sends.append({accountKey, draft, notBefore});
        return ++requests;
    }
    int sendReady(const QString &accountKey, const QByteArray &rfc5322, const ReadyWishes &wishes) override
    {
        ready.append({accountKey, rfc5322, wishes});
        return ++requests;
    }
    qint64 largestMessage(const QString &) const override { return largest; }
    void sendNow(const QString &messageId) override { sentNow.append(messageId); }
    void confirm(const QString &messageId) override { confirmed.append(messageId); }
    int askKeys(const QList<Address> &recipients, const Address &from) override
    {
        keyQuestions.append({recipients, from});
        return ++requests;
    }
    ReceiptRequest receiptRequest(const OpenedMessage &) const override { return receipt; }
    std::optional<LeavingByMail> leavingByMail(const OpenedMessage &) const override { return leaving; }
    int sendReceipt(MessageId id) override
    {
        receiptsSent.append(id);
        return ++requests;
    }
    void declineReceipt(MessageId id) override { receiptsDeclined.append(id); }
    int answerInvitation(MessageId id, Participation decision, const QString &comment) override
    {
        answers.append({id, decision, comment});
        return ++requests;
    }
    QList<Letter> drafts() const override { return draftList; }
    QList<Letter> outgoing() const override { return outgoingList; }
    QList<LetterRevision> revisions(const QString &) const override { return revisionList; }

    struct Kept {
        QString accountKey;
        Draft draft;
        KeepDraft how;
    };
    struct Sent {
        QString accountKey;
        Draft draft;
        qint64 notBefore;
    };
    struct KeyQuestion {
        QList<Address> recipients;
        Address from;
    };
    struct Answered {
        MessageId id{};
        Participation decision = Participation::Accepted;
        QString comment;
    };
    struct Ready {
        QString accountKey;
        QByteArray rfc5322;
        ReadyWishes wishes;
    };
    QList<Ready> ready;
    qint64 largest = 0;
    int requests = 0; // the number of the last one
    ReceiptRequest receipt; // what every message asks for
    std::optional<LeavingByMail> leaving; // how every list is left
    QList<KeyQuestion> keyQuestions;
    QList<MessageId> receiptsSent;
    QList<MessageId> receiptsDeclined;
    QList<Answered> answers;
    QList<Beginning> beginnings;
    QList<MessageId> edits;
    QList<std::pair<QString, int>> opened;
    QStringList takenBack;
    QList<Kept> keeps;
    QStringList discards;
    QList<Sent> sends;
    QStringList sentNow;
    QStringList confirmed;
    QList<Letter> draftList;
    QList<Letter> outgoingList;
    QList<LetterRevision> revisionList;
};

} // namespace kw
