#include "core/store/conversationstore.h"

#include "core/store/statement.h"

namespace kw {

ConversationStore::ConversationStore(Database &db)
    : m_db(db)
{
}

ThreadId ConversationStore::resolved(qint64 thread) const
{
    // Chains are short: each merge forwards one thread.
    for (int hops = 0; hops < 1000; ++hops) {
        Statement &alias = m_db.prepared("SELECT into_id FROM thread_alias WHERE thread_id=?");
        alias.bind(thread);
        if (!alias.next())
            break;
        thread = alias.integer(0);
        alias.rewind();
    }
    return ThreadId(thread);
}

quint32 ConversationStore::size(ThreadId thread) const
{
    Statement &count = m_db.prepared("SELECT COUNT(*) FROM message WHERE thread_id=?");
    count.bind(thread);
    const quint32 n = count.next() ? count.number(0) : 0;
    count.rewind();
    return n;
}

ThreadId ConversationStore::threadFor(const HeaderDigest &digest, ThreadId fresh)
{
    QList<quint64> ids = digest.references;
    if (digest.messageIdHash != 0)
        ids.append(digest.messageIdHash);
    QList<ThreadId> found;
    QList<quint64> unknown;
    for (const quint64 id : std::as_const(ids)) {
        Statement &find = m_db.prepared("SELECT thread_id FROM thread_ref WHERE msgid_hash=?");
        find.bind(id);
        if (id == 0)
            continue;
        if (!find.next()) {
            unknown.append(id);
            continue;
        }
        const qint64 thread = find.integer(0);
        find.rewind();
        if (const ThreadId known = resolved(thread); !found.contains(known))
            found.append(known);
    }
    ThreadId thread = found.isEmpty() ? fresh : found.first();
    if (found.size() > 1) {
        quint32 most = 0;
        for (const ThreadId candidate : std::as_const(found)) {
            if (const quint32 n = size(candidate); n > most) {
                most = n;
                thread = candidate;
            }
        }
        for (const ThreadId other : std::as_const(found)) {
            if (other != thread)
                merge(other, thread);
        }
    }
    for (const quint64 id : std::as_const(unknown))
        m_db.prepared("INSERT OR IGNORE INTO thread_ref VALUES(?,?)").bind(id, thread).run();
    return thread;
}

void ConversationStore::merge(ThreadId from, ThreadId into)
{
    const auto views = computed(from);
    for (auto it = views.cbegin(); it != views.cend(); ++it)
        put(it.key(), from, nullptr);
    m_db.prepared("UPDATE message SET thread_id=?2 WHERE thread_id=?1").bind(from, into).run();
    m_db.prepared("INSERT OR REPLACE INTO thread_alias VALUES(?,?)").bind(from, into).run();
    refreshLater(into);
}

QHash<qint64, ConversationStore::Row> ConversationStore::computed(ThreadId thread) const
{
    QHash<qint64, Row> views;
    QHash<qint64, PageKey> newest;
    Statement &rows = m_db.prepared(
        "SELECT folder_id, role, date, id, flags FROM message WHERE thread_id=? AND hidden=0");
    rows.bind(thread);
    while (rows.next()) {
        const PageKey key{rows.integer(2), rows.integer(3)};
        const bool unread = (rows.integer(4) & qint64(Flag::Seen)) == 0;
        for (const qint64 view : {rows.integer(0), -rows.integer(1)}) {
            if (view == 0)
                continue;
            Row &row = views[view];
            ++row.count;
            row.unread += unread ? 1 : 0;
            PageKey &top = newest[view];
            if (row.count == 1 || top < key) {
                top = key;
                row.date = key.date;
                row.last = key.id;
            }
        }
    }
    return views;
}

// Null: the row goes.
void ConversationStore::put(qint64 view, ThreadId thread, const Row *row)
{
    Statement &find
        = m_db.prepared("SELECT date, count, unread, last_id FROM conversation WHERE view=? AND thread_id=?");
    find.bind(view, thread);
    const bool was = find.next();
    const Row old = was ? Row{find.integer(0), find.number(1), find.number(2), find.integer(3)} : Row{};
    find.rewind();
    if (was ? (row && *row == old) : !row)
        return;
    const PageKey before{old.date, raw(thread)};
    if (!row) {
        m_db.prepared("DELETE FROM conversation WHERE view=? AND thread_id=?").bind(view, thread).run();
        m_db.changes().conversation(view, thread, &before, nullptr);
        return;
    }
    m_db.prepared("INSERT INTO conversation VALUES(?1,?2,?3,?4,?5,?6) "
                  "ON CONFLICT DO UPDATE SET date=?3, count=?4, unread=?5, last_id=?6")
        .bind(view, thread, row->date, row->count, row->unread, row->last)
        .run();
    const PageKey now{row->date, raw(thread)};
    m_db.changes().conversation(view, thread, was ? &before : nullptr, &now);
}

void ConversationStore::refresh(ThreadId thread, const QSet<qint64> &leftViews)
{
    const auto views = computed(thread);
    for (auto it = views.cbegin(); it != views.cend(); ++it)
        put(it.key(), thread, &it.value());
    for (const qint64 view : leftViews) {
        if (view != 0 && !views.contains(view))
            put(view, thread, nullptr);
    }
}

void ConversationStore::refreshLater(ThreadId thread)
{
    m_db.prepared("INSERT OR IGNORE INTO dirty_thread VALUES(?)").bind(thread).run();
}

int ConversationStore::refreshSome(int limit)
{
    QList<ThreadId> threads;
    // Bulk listing goes from new to old, so the lowest numbers are the newest threads.
    Statement &dirty = m_db.prepared("SELECT thread_id FROM dirty_thread ORDER BY thread_id LIMIT ?");
    dirty.bind(limit);
    while (dirty.next())
        threads.append(ThreadId(dirty.integer(0)));
    for (const ThreadId thread : std::as_const(threads)) {
        refresh(resolved(raw(thread)));
        m_db.prepared("DELETE FROM dirty_thread WHERE thread_id=?").bind(thread).run();
    }
    Statement &left = m_db.prepared("SELECT COUNT(*) FROM (SELECT 1 FROM dirty_thread LIMIT 10000)");
    const int waiting = left.next() ? int(left.integer(0)) : 0;
    left.rewind();
    return waiting;
}

} // namespace kw
