#pragma once

#include "core/store/rows.h"

#include <QMetaType>

// What a commit changed, coalesced per object. Leaves the engine only after COMMIT; models apply it, never
// reload.
namespace kw {

// Enough to place a row in any list without a query; the row's text is read when it is painted.
struct MessageChange {
    MessageId id{};
    FolderId folder{};
    FolderRole role = FolderRole::None;
    FolderId folderBefore{}; // other than `folder` when it was moved
    FolderRole roleBefore = FolderRole::None;
    // Where the row stood before and stands now; a row that is not visible has no place.
    bool wasVisible = false;
    bool isVisible = false;
    PageKey before; // valid if wasVisible
    PageKey now; // valid if isVisible
    quint32 flagsBefore = 0;
    quint32 flagsNow = 0;
};

struct ConversationChange {
    qint64 view = 0; // ViewId::code()
    ThreadId thread{};
    bool wasThere = false;
    bool isThere = false;
    PageKey before; // valid if wasThere
    PageKey now; // valid if isThere
};

struct FolderCounters {
    quint32 total = 0;
    quint32 unread = 0;
};

struct ChangeSet {
    QList<MessageChange> messages;
    QList<ConversationChange> conversations;
    QHash<FolderId, FolderCounters> counters; // only folders whose counters changed
    bool folderListChanged = false; // folders appeared, went or changed role: read the folder list again
    bool journalChanged = false; // what waits, runs or was done: read the action log again
    bool vanishedChanged = false; // "Recently vanished" got or lost a row
    bool lettersChanged = false; // drafts, or what waits to be sent

    bool isEmpty() const
    {
        return messages.isEmpty() && conversations.isEmpty() && counters.isEmpty() && !folderListChanged
            && !journalChanged && !vanishedChanged && !lettersChanged;
    }
};

} // namespace kw

Q_DECLARE_METATYPE(kw::ChangeSet)
