#pragma once

#include "core/store/database.h"

#include <optional>

namespace kw {

struct PageFilter {
    bool unreadOnly = false;
    bool starredOnly = false;
    bool attachmentsOnly = false;
    bool toMeOnly = false; // one of `ownAddresses` is among To and Cc
    bool knownOnly = false; // from somebody whom one has written to
    QString tag; // the server's keyword
    QString text; // sender, recipients or subject have these words, or words that begin so
    QStringList ownAddresses = {}; // what toMeOnly means; no filter by itself
    bool isEmpty() const
    {
        return !unreadOnly && !starredOnly && !attachmentsOnly && !toMeOnly && !knownOnly && tag.isEmpty()
            && text.isEmpty();
    }
    bool operator==(const PageFilter &) const = default;
};

// Read-only, keyset-paged queries for lists (DESIGN §4): never OFFSET, never COUNT over a view. Each object
// serves the thread of its Database: one on the GUI thread (queries < 1 ms), one on the reader thread
// (anchors, search).
class Pages
{
public:
    using Filter = PageFilter;

    explicit Pages(Database &db);

    // The `limit` rows that follow `after` (exclusive), newest first; without a key the first page.
    QList<MessageRow> messages(ViewId view, std::optional<PageKey> after, int limit,
                               const Filter &filter = {}) const;
    // The `limit` rows that come before `before` (exclusive), still in newest-first order.
    QList<MessageRow> messagesBefore(ViewId view, PageKey before, int limit, const Filter &filter = {}) const;
    QList<ConversationRow> conversations(ViewId view, std::optional<PageKey> after, int limit) const;
    // All messages in all folders, oldest first; hidden ones left out.
    QList<MessageRow> conversation(ThreadId thread) const;
    // Only ids, and only of what belongs to the view.
    QList<MessageId> conversationIds(ViewId view, ThreadId thread) const;
    // How many messages of the view its conversations from `newest` to `oldest` have, both included; from the
    // index alone, for the reader thread.
    qint64 messagesIn(ViewId view, PageKey newest, PageKey oldest) const;
    // As conversation(), but a Gmail message with several labels is there once: as it is in `seenIn`, if it
    // has that label.
    QList<MessageRow> conversationOnce(ThreadId thread, FolderId seenIn) const;
    std::optional<MessageRow> message(MessageId id) const;

    // Keys of rows 0, step, 2*step … of the view and its number of rows; one index-only scan (1 M rows: about
    // 0.1 s), for the reader thread.
    struct Anchors {
        QList<PageKey> keys;
        qint64 total = 0;
    };
    Anchors messageAnchors(ViewId view, int step, const Filter &filter = {}) const;
    Anchors conversationAnchors(ViewId view, int step) const;

    // From counters, not counted: rows in the view and unread among them.
    FolderCounters counters(ViewId view) const;
    // Changes made here that the servers do not have yet; rows with flags to be sent.
    qint64 waitingChanges() const;
    QList<FolderRow> folders() const; // by account, then path
    QHash<AccountId, QString> accounts() const;

private:
    QStringList participants(const ConversationRow &conversation) const;

    Database &m_db;
};

} // namespace kw
