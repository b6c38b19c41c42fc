#include "core/store/changecollector.h"

namespace kw {

void ChangeCollector::message(MessageId id, const Place &before, const Place &now)
{
    const auto [at, isNew] = [&] {
        const auto it = m_messageAt.constFind(id);
        if (it != m_messageAt.cend())
            return std::pair(*it, false);
        m_messageAt.insert(id, m_changes.messages.size());
        m_changes.messages.append(MessageChange{});
        return std::pair(m_changes.messages.size() - 1, true);
    }();
    MessageChange &change = m_changes.messages[at];
    if (isNew) {
        change.id = id;
        change.wasVisible = before.visible;
        change.before = before.key;
        change.flagsBefore = before.flags;
        change.folderBefore = before.visible ? before.folder : now.folder;
        change.roleBefore = before.visible ? before.role : now.role;
    }
    change.folder = now.folder;
    change.role = now.role;
    change.isVisible = now.visible;
    change.now = now.key;
    change.flagsNow = now.flags;
}

void ChangeCollector::conversation(qint64 view, ThreadId thread, const PageKey *before, const PageKey *now)
{
    const std::pair key(view, thread);
    const auto it = m_conversationAt.constFind(key);
    qsizetype at = it == m_conversationAt.cend() ? -1 : *it;
    if (at < 0) {
        at = m_changes.conversations.size();
        m_conversationAt.insert(key, at);
        ConversationChange change;
        change.view = view;
        change.thread = thread;
        change.wasThere = before != nullptr;
        if (before)
            change.before = *before;
        m_changes.conversations.append(change);
    }
    ConversationChange &change = m_changes.conversations[at];
    change.isThere = now != nullptr;
    if (now)
        change.now = *now;
}

void ChangeCollector::count(FolderId folder, int total, int unread)
{
    if (total == 0 && unread == 0)
        return;
    Count &count = m_counts[folder];
    count.total += total;
    count.unread += unread;
}

void ChangeCollector::clear()
{
    m_changes = {};
    m_messageAt.clear();
    m_conversationAt.clear();
    m_counts.clear();
}

ChangeSet ChangeCollector::take()
{
    ChangeSet out = std::move(m_changes);
    clear();
    return out;
}

} // namespace kw
