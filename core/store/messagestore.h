#pragma once

#include "core/base/uidset.h"
#include "core/store/conversationstore.h"
#include "core/store/database.h"

#include <optional>

namespace kw {

struct StoredMessage;

// When a new message's conversation is computed: at once, or later in idle slices (bulk backfill).
enum class Threading { Now, Later };

// Message rows of every folder. Write methods need an open Transaction; they keep the folder counters,
// conversations and the pending ChangeSet exact.
class MessageStore
{
public:
    explicit MessageStore(Database &db);

    struct Known {
        MessageId id{};
        Uid uid{};
        quint32 flags = 0; // effective
        quint32 serverFlags = 0;
        quint32 pending = 0;
        quint32 size = 0;
        QStringList keywords;
    };

    // --- passes
    // Adds rows for UIDs that are not in the folder yet; a UID already there is left alone (idempotent). With
    // `rebind` a message whose header hash equals that of a row of this folder without UID takes that row
    // over (id, body, pending kept). Returns the number of rows added or rebound.
    int insert(FolderId folder, const QList<NewMessage> &messages, Threading threading, bool rebind = false);
    // Conversations for up to `limit` rows inserted with Threading::Later, newest first; returns how many
    // still wait.
    int threadSome(int limit);
    // The server's flags as just told: bits that are pending here stay ours. Unknown UIDs are ignored.
    // Returns rows changed.
    int applyServerFlags(FolderId folder, const QList<NewMessage> &flags); // uses uid, flags, keywords
    // Messages gone on the server; ranges may be far larger than what we hold. Returns rows removed.
    int removeUids(FolderId folder, const UidSet &uids);
    // UIDVALIDITY changed: forgets every UID of the folder, keeps rows and bodies.
    void forgetUids(FolderId folder);
    // Rows still without a UID after a complete listing; returns rows removed. Rows with journal entries
    // stay.
    int removeUnbound(FolderId folder);

    // --- what we know
    UidSet uids(FolderId folder) const;
    std::optional<Known> known(MessageId id) const;
    QList<Known> known(FolderId folder, const UidSet &uids) const; // ascending by uid
    std::optional<MessageRow> row(MessageId id) const;
    quint32 countWithUid(FolderId folder) const;

    // --- the person's changes (desired state)
    // Sets or clears bits on rows; marks them pending. Durable when the transaction commits.
    void setFlags(const QList<MessageId> &ids, quint32 bits, bool on);
    struct PendingFlags {
        MessageId id{};
        Uid uid{};
        quint32 add = 0; // bits to +STORE
        quint32 remove = 0; // bits to -STORE
    };
    QList<PendingFlags> pendingFlags(FolderId folder, int limit) const;
    QList<FolderId> foldersWithPendingFlags(AccountId account) const;
    // The server has taken these bits: clears pending where the row still wants the same.
    void flagsStored(const QList<PendingFlags> &stored);

    // --- details learned from the opened body
    void setDetails(MessageId id, const QString &preview, bool hasAttachment);

private:
    ConversationStore::Arrival insertRow(FolderId folder, FolderRole role, MessageId id, const NewMessage &m);
    bool takeOver(FolderId folder, const NewMessage &m);
    bool writeFlags(const StoredMessage &old, quint32 flags, quint32 serverFlags, quint32 pending,
                    const QString &keywords, QSet<ThreadId> &threads);
    void removeRows(const QList<StoredMessage> &gone);
    std::optional<StoredMessage> stored(MessageId id) const;

    Database &m_db;
    ConversationStore m_conversations;
};

} // namespace kw
