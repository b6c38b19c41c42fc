#pragma once

#include "core/store/conversationstore.h"
#include "core/store/gmailcopies.h"
#include "core/store/operation.h"
#include "core/store/rows.h"

#include <optional>

namespace kw {

struct StoredMessage;

// Where message rows stand: in which folder, shown or not. Keeps lists, counters and conversations exact. All
// write methods need an open Transaction.
class Placement
{
public:
    explicit Placement(Database &db);

    struct Spot {
        MessageId message{};
        FolderId folder{};
        AccountId account{};
        Uid uid{};
        quint32 flags = 0;
        quint64 headerHash = 0;
        qint64 date = 0; // seconds since 1970, UTC
        bool hidden = false;
    };
    std::optional<Spot> spot(MessageId id) const;
    QList<MessageId> messages(FolderId folder) const; // shown ones
    bool holds(FolderId folder, quint64 headerHash) const; // on the server; reads the whole folder
    // Rows of messages with this header, in any folder, with what their folders are for. One whose
    // conversation is known (`messageIdHash`) is found at once.
    QList<std::pair<MessageId, FolderRole>> ofHeader(quint64 messageIdHash, quint64 headerHash) const;
    QList<MessageId> unread(FolderId folder) const; // shown ones
    QList<MessageId> thread(MessageId of) const; // shown ones of its conversation, in all folders

    // Into another folder, where the UID is not known yet.
    void move(const QList<MessageId> &ids, FolderId to);
    // To where the server has it.
    void put(MessageId id, FolderId folder, Uid uid);
    void setHidden(const QList<MessageId> &ids, bool hidden);
    // A second row of the same message, without a UID; its text comes along.
    MessageId copy(MessageId of, FolderId to);
    // A row of a message that was written here, with its text, without a UID.
    struct Written {
        HeaderDigest digest;
        StoredBody text;
        quint32 flags = 0;
        bool hasAttachment = false;
        QString preview;
    };
    MessageId create(FolderId folder, const Written &message, qint64 nowMs);
    // A row made from one of "Recently vanished", with its text, without a UID; under its old id where that
    // is free.
    MessageId restore(qint64 vanished, FolderId to);

private:
    void relocate(const StoredMessage &old, FolderId to, FolderRole role, Uid uid, bool hidden);
    void wantKeywordsOf(MessageId original, MessageId copy);
    void appear(MessageId id);
    void refreshTouched();
    FolderRole roleOf(FolderId folder) const;
    std::optional<StoredMessage> stored(MessageId id) const;

    Database &m_db;
    ConversationStore m_conversations;
    GmailCopies m_copies;
    QHash<ThreadId, QSet<qint64>> m_touched;
};

} // namespace kw
