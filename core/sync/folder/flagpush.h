#pragma once

#include "core/imap/imaplink.h"
#include "core/sync/synccontext.h"

namespace kw {

// Uploads a folder's pending flag bits (desired state, DESIGN §5): equal changes share one STORE, which is
// idempotent, so a cut is simply followed by doing it again. What the server refuses for good is undone
// locally by reading its flags back.
class FlagPush
{
public:
    FlagPush(ImapLink &link, SyncContext &ctx, FolderId folder);
    // `refusal` is set when the server said no to a part; the sentence is for the person.
    struct Outcome {
        int stored = 0;
        Error refusal;
        bool refused = false;
        bool onlyReading
            = true; // of what was refused: marks of messages as read in a folder without that right
        QList<MessageId> refusedMessages;
        QList<MessageId> refusedTags; // of a server that has none; the rest of their flags was stored
    };
    Task<Result<Outcome>> run(bool rereadAfterwards); // reread: Gmail keeps some stars (PEERS §3)

private:
    Result<void> setOnWay(bool onWay);
    Task<Result<bool>> push(QList<MessageStore::PendingFlags> same, SelectedBox box);
    Result<QList<MessageStore::PendingFlags>> withoutKeywords(QList<MessageStore::PendingFlags> changes,
                                                              const MessageFlags &kept);
    void refuse(const QList<MessageStore::PendingFlags> &changes, const Error &error);
    Task<Result<void>> readBack(UidSet uids);

    ImapLink &m_link;
    SyncContext &m_ctx;
    const FolderId m_folder;
    Outcome m_outcome;
    bool m_onWay = false;
};

} // namespace kw
