#pragma once

#include "core/compose/draft.h"
#include "core/sync/outbox/lettercopies.h"
#include "core/sync/outbox/outgoing.h"

namespace kw {

// A draft as the engine found it.
struct FoundDraft {
    AccountId account{};
    Draft draft;
};

// What the person does to drafts and to what waits to be sent; each call is one transaction. Letters are
// named by their Message-ID. Lives on the engine's thread. Errors: Storage, NotFound, and Invalid where a
// letter is no longer what the caller takes it for.
class LetterDesk
{
public:
    explicit LetterDesk(SyncContext &ctx);

    // A revision more; the first one begins the letter. One that was sent meanwhile stays as it is.
    Result<void> keep(AccountId account, const Draft &draft);
    // The newest revision, written as a message, becomes the copy on the server. True: another program has
    // changed that meanwhile, and both are there now.
    Result<bool> keepOnServer(const QString &messageId, const QByteArray &message);
    // It is not to be read there.
    Result<void> takeFromServer(const QString &messageId);
    Result<void> discard(const QString &messageId);
    // 0: the newest revision.
    Result<FoundDraft> draft(const QString &messageId, int revision = 0) const;
    // Of which this row is a copy; none: it was written elsewhere.
    std::optional<Letter> letterOf(MessageId row) const;
    // A draft that was written elsewhere is a letter from now on, and this row its copy.
    Result<void> adopt(AccountId account, const Draft &draft, MessageId row);

    // `draft`: what the message was written from, kept so that it can be taken back.
    Result<Letter> queue(AccountId account, const Draft &draft, const Outgoing &message, qint64 notBefore);
    // A message that was no draft here.
    Result<Letter> queueReady(AccountId account, const Outgoing &message, qint64 notBefore);
    // That this message was read (RFC 8098): it gets its mark with it. Invalid: it has that already.
    Result<Letter> queueReceipt(AccountId account, const Outgoing &message, MessageId read);
    // It gets the mark alone.
    Result<void> declineReceipt(MessageId read);
    Result<FoundDraft> takeBack(const QString &messageId);
    Result<void> sendNow(const QString &messageId);
    // An uncertain one has arrived, or a refusal for some was read: nothing is left to say.
    Result<void> confirm(const QString &messageId);

private:
    Result<Letter> find(const QString &messageId) const;
    LetterId write(AccountId account, const Draft &draft);
    Result<LetterId> putReady(AccountId account, const Outgoing &message, qint64 notBefore);

    SyncContext &m_ctx;
    LetterStore m_letters;
    LetterCopies m_copies;
};

} // namespace kw
