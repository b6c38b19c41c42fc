#pragma once

#include "core/store/changes.h"

#include <QHash>

namespace kw {

// Gathers what one transaction changes, one entry per object: the first "before", the last "now".
class ChangeCollector
{
public:
    // Where a message row stands before or after a change.
    struct Place {
        FolderId folder{};
        FolderRole role = FolderRole::None;
        bool visible = false;
        PageKey key;
        quint32 flags = 0;
    };
    void message(MessageId id, const Place &before, const Place &now);
    void conversation(qint64 view, ThreadId thread, const PageKey *before, const PageKey *now);
    // total and unread move by this much.
    void count(FolderId folder, int total, int unread);
    void folderList() { m_changes.folderListChanged = true; }
    void journal() { m_changes.journalChanged = true; }
    void vanished() { m_changes.vanishedChanged = true; }
    void letters() { m_changes.lettersChanged = true; }

    bool isEmpty() const { return m_changes.isEmpty() && m_counts.isEmpty(); }
    void clear();
    ChangeSet take(); // and clear

    struct Count {
        int total = 0;
        int unread = 0;
    };
    const QHash<FolderId, Count> &counts() const { return m_counts; }
    void setCounters(FolderId folder, FolderCounters counters)
    {
        m_changes.counters.insert(folder, counters);
    }

private:
    ChangeSet m_changes;
    QHash<MessageId, qsizetype> m_messageAt;
    QHash<std::pair<qint64, ThreadId>, qsizetype> m_conversationAt;
    QHash<FolderId, Count> m_counts;
};

} // namespace kw
