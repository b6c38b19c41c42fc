#pragma once

#include "core/base/uidset.h"
#include "core/store/conversationstore.h"
#include "core/store/database.h"
#include "core/store/gmailcopies.h"
#include "core/store/operation.h"
#include "core/store/sourceclaims.h"
#include "core/store/vanishedstore.h"

#include <QMap>

#include <optional>

namespace kw {

struct StoredMessage;

// When a new message's conversation is computed: at once, or later in idle slices (bulk backfill).
enum class Threading { Now, Later };

// How a message left: by another client's doing (its text is kept for a while), by ours, or because the row
// was never on a server.
enum class Vanishing { Elsewhere, ByUs, Untold };

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
    // Adds rows for UIDs that are not in the folder yet; a UID already there, or moved away by us, is left
    // alone (idempotent). A message whose header hash equals that of a row of this folder without UID takes
    // that row over (id, body, pending kept). Returns the number of rows added or rebound.
    int insert(FolderId folder, const QList<NewMessage> &messages, Threading threading);
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
    // Rows of this folder that should have a UID by now: nothing of the journal is still to place them.
    QList<MessageId> unbound(FolderId folder) const;
    // Those of them that a complete listing did not bind; returns rows removed.
    int removeUnbound(const QList<MessageId> &among);
    int remove(const QList<MessageId> &ids, Vanishing how);

    // --- what we know
    // As the server has them: with those that we have moved away and it has not.
    UidSet uids(FolderId folder) const;
    // The newest of those that the server has listed but not handed out, and that nothing of ours hangs on.
    UidSet unsupplied(FolderId folder, int limit) const;
    std::optional<Known> known(MessageId id) const;
    QList<Known> known(FolderId folder, const UidSet &uids) const; // ascending by uid
    std::optional<MessageRow> row(MessageId id) const;
    quint32 countOnServer(FolderId folder) const; // the same, counted

    // --- the person's changes (desired state)
    // Sets or clears bits on rows; marks them pending. Durable when the transaction commits.
    // Returns what changed, as it was before.
    QList<ActionItem> setFlags(const QList<MessageId> &ids, quint32 bits, bool on);
    QList<ActionItem> setKeyword(const QList<MessageId> &ids, const QString &keyword, bool on);
    struct PendingFlags {
        MessageId id{};
        Uid uid{};
        quint32 add = 0; // bits to +STORE
        quint32 remove = 0; // bits to -STORE
        QStringList addKeywords;
        QStringList removeKeywords;
    };
    QList<PendingFlags> pendingFlags(FolderId folder, int limit) const;
    QList<FolderId> foldersWithPendingFlags(AccountId account) const;
    // Marks of this folder are about to be sent, or all of them are answered. In between the server may have
    // them or not, also after a crash: what is taken back then has to be told all the same.
    void setFlagsOnWay(FolderId folder, bool onWay);
    // The server will not have these: back to what it has.
    void revertFlags(const QList<PendingFlags> &refused);
    // We had marked it \\Deleted on the server and think better of it: the mark has to go.
    void unmarkDeleted(MessageId id);
    // The server has taken these bits: clears pending where the row still wants the same.
    void flagsStored(const QList<PendingFlags> &stored);

    // --- details learned from the opened body
    void setDetails(MessageId id, const QString &preview, bool hasAttachment);
    void setBulk(MessageId id); // its header says that it went to many at once
    // Bits that no server has (HasAttachment, Bulk), learned from its header; those that are set stay.
    void addFacts(MessageId id, quint32 bits);

private:
    QList<const NewMessage *> newcomers(FolderId folder, const QList<NewMessage> &messages) const;
    ConversationStore::Arrival insertRow(FolderId folder, FolderRole role, MessageId id, const NewMessage &m);
    bool writeFlags(const StoredMessage &old, quint32 flags, quint32 serverFlags, quint32 pending,
                    const QString &keywords, QSet<ThreadId> &threads);
    bool wantFlags(const StoredMessage &old, quint32 bits, bool on, QSet<ThreadId> &threads);
    void storedForCopies(const StoredMessage &message, const PendingFlags &change, QSet<ThreadId> &threads);
    bool areFlagsOnWay(FolderId folder) const;
    bool mergeKeywords(MessageId id, QStringList &keywords);
    void wantKeyword(const StoredMessage &message, const QString &keyword, bool on);
    void keepFromCopies(MessageId original, const QString &keyword);
    QMap<QString, bool> pendingKeywords(MessageId id) const;
    void refreshThreads(const QSet<ThreadId> &threads);
    void removeRows(const QList<StoredMessage> &gone, Vanishing how);
    std::optional<StoredMessage> stored(MessageId id) const;

    Database &m_db;
    ConversationStore m_conversations;
    SourceClaims m_claims;
    GmailCopies m_copies;
    VanishedStore m_vanished;
};

} // namespace kw
