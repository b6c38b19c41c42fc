#pragma once

#include "core/store/letterstore.h"
#include "core/sync/synccontext.h"

namespace kw {

// A letter's copies among the account's mail: in the folder of drafts while it is written, in that of sent
// mail afterwards. Everything goes over the journal, so a copy is there at once and the server follows.
// Within the caller's Transaction; lives on the engine's thread.
class LetterCopies
{
public:
    explicit LetterCopies(SyncContext &ctx);

    // `message` takes the place of the copy before, which goes from the server only once this one is there.
    // Gives whether that copy had gone elsewhere meanwhile: another program has changed the draft, whose
    // version stays beside this one.
    Result<bool> putDraft(const Letter &letter, const QByteArray &message);
    void removeDraft(const Letter &letter);

    // The server has the message: the original is marked as answered or forwarded, and the draft goes.
    void markOriginal(const Letter &letter);
    // The row of this message in the folder of sent mail that is not ours; none: there is none.
    MessageId foundSent(const Letter &letter) const;
    // Anywhere among the person's mail but in drafts: it was delivered.
    bool isFoundDelivered(const Letter &letter) const;
    Result<MessageId> putSent(const Letter &letter, const QByteArray &message);
    // Our copy, where the server has stored one by itself as well.
    void removeSent(const Letter &letter);
    // The file of texts may be older than the journal after a crash: a copy that is still to be stored needs
    // its text.
    bool lacksText(MessageId row) const;
    void restoreText(MessageId row, const QByteArray &message);

private:
    QList<std::pair<MessageId, FolderRole>> rowsOf(const Letter &letter) const;
    Result<MessageId> put(const Letter &letter, const QByteArray &message, FolderRole role, quint32 flags,
                          ActionId action);

    SyncContext &m_ctx;
    LetterStore m_letters;
};

} // namespace kw
