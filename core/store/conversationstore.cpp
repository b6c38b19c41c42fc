#include "core/store/conversationstore.h"

#include "core/store/statement.h"

#include <utility>

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
    QList<ThreadId> found;
    QList<quint64> unknown;
    const auto look = [&](quint64 id) {
        Statement &find = m_db.prepared("SELECT thread_id FROM thread_ref WHERE msgid_hash=?");
        find.bind(id);
        if (!find.next()) {
            unknown.append(id);
            return;
        }
        const qint64 thread = find.integer(0);
        find.rewind();
        if (const ThreadId known = resolved(thread); !found.contains(known))
            found.append(known);
    };
    for (const quint64 id : digest.references) {
        if (id != 0)
            look(id);
    }
    if (digest.messageIdHash != 0)
        look(digest.messageIdHash);
    ThreadId thread = found.isEmpty() ? fresh : found.first();
    if (found.size() > 1)
        thread = united(found);
    for (const quint64 id : std::as_const(unknown))
        m_db.prepared("INSERT OR IGNORE INTO thread_ref VALUES(?,?)").bind(id, thread).run();
    return thread;
}

// The largest takes in the others.
ThreadId ConversationStore::united(const QList<ThreadId> &threads)
{
    ThreadId thread = threads.first();
    quint32 most = 0;
    for (const ThreadId candidate : threads) {
        if (const quint32 n = size(candidate); n > most) {
            most = n;
            thread = candidate;
        }
    }
    for (const ThreadId other : threads) {
        if (other != thread)
            merge(other, thread);
    }
    return thread;
}

void ConversationStore::merge(ThreadId from, ThreadId into)
{
    const auto views = computed(from);
    for (auto it = views.cbegin(); it != views.cend(); ++it)
        drop(it.key(), from);
    m_db.prepared("UPDATE message SET thread_id=?2 WHERE thread_id=?1").bind(from, into).run();
    m_db.prepared("INSERT OR REPLACE INTO thread_alias VALUES(?,?)").bind(from, into).run();
    m_merged.insert(into);
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

std::optional<ConversationStore::Row> ConversationStore::current(qint64 view, ThreadId thread) const
{
    Statement &find
        = m_db.prepared("SELECT date, count, unread, last_id FROM conversation WHERE view=? AND thread_id=?");
    find.bind(view, thread);
    if (!find.next())
        return {};
    const Row row{find.integer(0), find.number(1), find.number(2), find.integer(3)};
    find.rewind();
    return row;
}

void ConversationStore::write(qint64 view, ThreadId thread, const std::optional<Row> &old, const Row &row)
{
    m_db.prepared("INSERT INTO conversation VALUES(?1,?2,?3,?4,?5,?6) "
                  "ON CONFLICT DO UPDATE SET date=?3, count=?4, unread=?5, last_id=?6")
        .bind(view, thread, row.date, row.count, row.unread, row.last)
        .run();
    const PageKey before = old ? PageKey{old->date, raw(thread)} : PageKey{};
    const PageKey now{row.date, raw(thread)};
    m_db.changes().conversation(view, thread, old ? &before : nullptr, &now);
}

void ConversationStore::put(qint64 view, ThreadId thread, const Row &row)
{
    const auto old = current(view, thread);
    if (old != row)
        write(view, thread, old, row);
}

void ConversationStore::drop(qint64 view, ThreadId thread)
{
    Statement &remove = m_db.prepared("DELETE FROM conversation WHERE view=? AND thread_id=? RETURNING date");
    remove.bind(view, thread);
    if (!remove.next())
        return;
    const PageKey before{remove.integer(0), raw(thread)};
    remove.rewind();
    m_db.changes().conversation(view, thread, &before, nullptr);
}

void ConversationStore::add(Row &row, const Row &more)
{
    if (row.count == 0 || PageKey{row.date, row.last} < PageKey{more.date, more.last}) {
        row.date = more.date;
        row.last = more.last;
    }
    row.count += more.count;
    row.unread += more.unread;
}

void ConversationStore::arrived(const QList<Arrival> &arrivals)
{
    // In the order of arrival: newest first, so that the tables grow at one end.
    QHash<std::pair<qint64, ThreadId>, qsizetype> at;
    QList<std::pair<std::pair<qint64, ThreadId>, Gain>> gains;
    const QSet<ThreadId> merged = std::exchange(m_merged, {});
    at.reserve(2 * arrivals.size());
    gains.reserve(2 * arrivals.size());
    for (const Arrival &arrival : arrivals) {
        const ThreadId thread = merged.isEmpty() ? arrival.thread : resolved(raw(arrival.thread));
        if (merged.contains(thread))
            continue; // made anew below
        const Row row{arrival.key.date, 1, arrival.unread ? 1U : 0U, arrival.key.id};
        for (const qint64 view : {raw(arrival.folder), -qint64(arrival.role)}) {
            if (view == 0)
                continue;
            const std::pair key(view, thread);
            const auto known = at.constFind(key);
            const qsizetype place = known == at.cend() ? gains.size() : *known;
            if (known == at.cend()) {
                at.insert(key, place);
                gains.append({key, {}});
            }
            Gain &gain = gains[place].second;
            gain.startsThread |= arrival.startsThread;
            add(gain.row, row);
        }
    }
    for (const auto &[key, gain] : std::as_const(gains)) {
        const auto old = gain.startsThread ? std::nullopt : current(key.first, key.second);
        Row row = old.value_or(Row{});
        add(row, gain.row);
        write(key.first, key.second, old, row);
    }
    for (const ThreadId thread : merged) {
        if (resolved(raw(thread)) == thread)
            refresh(thread);
    }
}

void ConversationStore::refresh(ThreadId thread, const QSet<qint64> &leftViews)
{
    const auto views = computed(thread);
    for (auto it = views.cbegin(); it != views.cend(); ++it)
        put(it.key(), thread, it.value());
    for (const qint64 view : leftViews) {
        if (view != 0 && !views.contains(view))
            drop(view, thread);
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
