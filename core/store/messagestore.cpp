#include "core/store/messagestore.h"

#include "core/store/messagerow.h"
#include "core/store/statement.h"

#include <QDateTime>

#include <algorithm>
#include <numeric>

namespace kw {

namespace {

// "Lars Hansen, Anna +2", as the list shows it for sent mail.
QString recipientLine(const QList<Address> &to)
{
    QStringList names;
    for (const Address &a : to.first(std::min<qsizetype>(to.size(), 2)))
        names.append(displayName(a));
    QString line = names.join(QLatin1StringView(", "));
    if (to.size() > 2)
        line += QLatin1StringView(" +") + QString::number(to.size() - 2);
    return line;
}

ChangeCollector::Place placeOf(const StoredMessage &m)
{
    return {m.folder, m.role, !m.hidden, m.key(), m.flags};
}

} // namespace

MessageStore::MessageStore(Database &db)
    : m_db(db)
    , m_conversations(db)
{
}

int MessageStore::insert(FolderId folder, const QList<NewMessage> &messages, Threading threading, bool rebind)
{
    if (messages.isEmpty())
        return 0;
    Statement &find = m_db.prepared("SELECT role FROM folder WHERE id=?");
    find.bind(folder);
    if (!find.next())
        return 0;
    const auto role = FolderRole(find.integer(0));
    find.rewind();

    QList<quint32> uids;
    uids.reserve(messages.size());
    for (const NewMessage &m : messages)
        uids.append(raw(m.uid));
    const UidSet wanted = UidSet::of(uids);
    QSet<quint32> known;
    Statement &there = m_db.prepared("SELECT uid FROM message WHERE folder_id=? AND uid BETWEEN ? AND ?");
    there.bind(folder, wanted.min(), wanted.max());
    while (there.next())
        known.insert(there.number(0));

    // Newest first, as the indexes run: then they grow at one end.
    QList<qsizetype> order(messages.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&messages](qsizetype a, qsizetype b) { return raw(messages[a].uid) > raw(messages[b].uid); });
    Statement &last = m_db.prepared("SELECT seq FROM sqlite_sequence WHERE name='message'");
    qint64 id = last.next() ? last.integer(0) : 0;
    last.rewind();
    int added = 0;
    QList<ConversationStore::Arrival> arrivals;
    arrivals.reserve(messages.size());
    for (const qsizetype i : std::as_const(order)) {
        const NewMessage &m = messages[i];
        if (!isSet(m.uid) || known.contains(raw(m.uid)))
            continue;
        known.insert(raw(m.uid));
        if (!rebind || !takeOver(folder, m))
            arrivals.append(insertRow(folder, role, MessageId(++id), m));
        ++added;
    }
    if (threading == Threading::Now) {
        m_conversations.arrived(arrivals);
    } else {
        for (const auto &arrival : std::as_const(arrivals))
            m_conversations.refreshLater(arrival.thread);
    }
    return added;
}

ConversationStore::Arrival MessageStore::insertRow(FolderId folder, FolderRole role, MessageId id,
                                                   const NewMessage &m)
{
    const ThreadId thread = m_conversations.threadFor(m.digest, ThreadId(raw(id)));
    quint32 flags = m.flags;
    if (m.digest.hasAttachment)
        flags |= quint32(Flag::HasAttachment);
    // A date in the future would stay on top for ever; a missing one sorts to the end.
    const qint64 date = std::clamp<qint64>(m.digest.date, 0, QDateTime::currentSecsSinceEpoch() + 86'400);
    m_db.prepared("INSERT INTO message(id, folder_id, uid, role, date, flags, server_flags, size, "
                  "header_hash, thread_id, keywords, "
                  "from_name, from_email, recipients, subject) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
        .bind(id, folder, m.uid, role, date, flags, m.flags, m.size, m.digest.headerHash, thread,
              m.keywords.join(QLatin1Char(' ')), m.digest.from.name, m.digest.from.email,
              recipientLine(m.digest.to), m.digest.subject)
        .run();
    m_db.changes().message(id, {}, {folder, role, true, {date, raw(id)}, flags});
    const bool unread = (flags & quint32(Flag::Seen)) == 0;
    m_db.changes().count(folder, 1, unread ? 1 : 0);
    return {thread, raw(thread) == raw(id), folder, role, {date, raw(id)}, unread};
}

// A row of this folder that lost its UID and has the same header is the same message.
bool MessageStore::takeOver(FolderId folder, const NewMessage &m)
{
    Statement &find = m_db.prepared(
        "SELECT id FROM message WHERE folder_id=? AND uid IS NULL AND header_hash=? ORDER BY id LIMIT 1");
    find.bind(folder, m.digest.headerHash);
    if (!find.next())
        return false;
    const auto id = MessageId(find.integer(0));
    find.rewind();
    m_db.prepared("UPDATE message SET uid=?2 WHERE id=?1").bind(id, m.uid).run();
    applyServerFlags(folder, {m});
    return true;
}

int MessageStore::threadSome(int limit)
{
    return m_conversations.refreshSome(limit);
}

// Writes new flags of one row and everything that follows from them. Returns false where nothing changed.
bool MessageStore::writeFlags(const StoredMessage &old, quint32 flags, quint32 serverFlags, quint32 pending,
                              const QString &keywords, QSet<ThreadId> &threads)
{
    if (flags == old.flags && serverFlags == old.serverFlags && pending == old.pending
        && keywords == old.keywords)
        return false;
    m_db.prepared("UPDATE message SET flags=?2, server_flags=?3, pending=?4, keywords=?5 WHERE id=?1")
        .bind(old.id, flags, serverFlags, pending, keywords)
        .run();
    if (flags == old.flags && keywords == old.keywords)
        return true; // nothing that shows
    StoredMessage now = old;
    now.flags = flags;
    m_db.changes().message(old.id, placeOf(old), placeOf(now));
    const quint32 seen = quint32(Flag::Seen);
    if (!old.hidden && (flags & seen) != (old.flags & seen)) {
        m_db.changes().count(old.folder, 0, (flags & seen) ? -1 : 1);
        threads.insert(old.thread);
    }
    return true;
}

int MessageStore::applyServerFlags(FolderId folder, const QList<NewMessage> &flags)
{
    int changed = 0;
    QSet<ThreadId> threads;
    for (const NewMessage &told : flags) {
        Statement &find
            = m_db.prepared("SELECT " KW_STORED_COLUMNS " FROM message WHERE folder_id=? AND uid=?");
        find.bind(folder, told.uid);
        const auto old = readStored(find);
        if (!old)
            continue;
        const quint32 server = told.flags & ServerFlagMask;
        const quint32 local = old->flags & ~ServerFlagMask;
        const quint32 effective = local | (server & ~old->pending) | (old->flags & old->pending);
        // What we wanted and the server has by now waits no longer.
        const quint32 pending = old->pending & (server ^ effective);
        if (writeFlags(*old, effective, server, pending, told.keywords.join(QLatin1Char(' ')), threads))
            ++changed;
    }
    for (const ThreadId thread : std::as_const(threads))
        m_conversations.refresh(thread);
    return changed;
}

void MessageStore::setFlags(const QList<MessageId> &ids, quint32 bits, bool on)
{
    QSet<ThreadId> threads;
    for (const MessageId id : ids) {
        const auto old = stored(id);
        if (!old)
            continue;
        const quint32 flags = on ? old->flags | bits : old->flags & ~bits;
        const quint32 pending = (flags ^ old->serverFlags) & (old->pending | bits) & ServerFlagMask;
        writeFlags(*old, flags, old->serverFlags, pending, old->keywords, threads);
    }
    for (const ThreadId thread : std::as_const(threads))
        m_conversations.refresh(thread);
}

void MessageStore::flagsStored(const QList<PendingFlags> &changes)
{
    QSet<ThreadId> threads;
    for (const PendingFlags &change : changes) {
        const auto old = stored(change.id);
        if (!old)
            continue;
        const quint32 server = (old->serverFlags | change.add) & ~change.remove;
        // The person may have changed their mind while this was on its way.
        const quint32 pending
            = (old->flags ^ server) & (old->pending | change.add | change.remove) & ServerFlagMask;
        writeFlags(*old, old->flags, server, pending, old->keywords, threads);
    }
}

QList<MessageStore::PendingFlags> MessageStore::pendingFlags(FolderId folder, int limit) const
{
    QList<PendingFlags> out;
    Statement &query = m_db.prepared("SELECT id, uid, flags, pending FROM message WHERE folder_id=? AND "
                                     "pending<>0 AND uid IS NOT NULL ORDER BY uid LIMIT ?");
    query.bind(folder, limit);
    while (query.next()) {
        const quint32 flags = query.number(2);
        const quint32 pending = query.number(3);
        out.append({MessageId(query.integer(0)), Uid(query.number(1)), flags & pending, ~flags & pending});
    }
    return out;
}

QList<FolderId> MessageStore::foldersWithPendingFlags(AccountId account) const
{
    QList<FolderId> out;
    Statement &query = m_db.prepared(
        "SELECT f.id FROM folder f WHERE f.account_id=? AND EXISTS "
        "(SELECT 1 FROM message m WHERE m.folder_id=f.id AND m.pending<>0 AND m.uid IS NOT NULL)");
    query.bind(account);
    while (query.next())
        out.append(FolderId(query.integer(0)));
    return out;
}

int MessageStore::removeUids(FolderId folder, const UidSet &uids)
{
    QList<StoredMessage> gone;
    for (const UidSet::Range &range : uids.ranges()) {
        Statement &query = m_db.prepared("SELECT " KW_STORED_COLUMNS
                                         " FROM message WHERE folder_id=? AND uid BETWEEN ? AND ?");
        query.bind(folder, range.first, range.last);
        while (const auto m = nextStored(query))
            gone.append(*m);
    }
    removeRows(gone);
    return int(gone.size());
}

int MessageStore::removeUnbound(FolderId folder)
{
    QList<StoredMessage> gone;
    Statement &query = m_db.prepared("SELECT " KW_STORED_COLUMNS
                                     " FROM message WHERE folder_id=? AND uid IS NULL AND NOT EXISTS "
                                     "(SELECT 1 FROM op WHERE op.message_id=message.id)");
    query.bind(folder);
    while (const auto m = nextStored(query))
        gone.append(*m);
    removeRows(gone);
    return int(gone.size());
}

void MessageStore::removeRows(const QList<StoredMessage> &gone)
{
    QHash<ThreadId, QSet<qint64>> left;
    for (const StoredMessage &m : gone) {
        m_db.prepared("DELETE FROM message WHERE id=?").bind(m.id).run();
        m_db.prepared("DELETE FROM bodies.body WHERE message_id=?").bind(m.id).run();
        ChangeCollector::Place nowhere = placeOf(m);
        nowhere.visible = false;
        m_db.changes().message(m.id, placeOf(m), nowhere);
        if (!m.hidden)
            m_db.changes().count(m.folder, -1, (m.flags & quint32(Flag::Seen)) == 0 ? -1 : 0);
        left[m.thread] |= {raw(m.folder), -qint64(m.role)};
    }
    for (auto it = left.cbegin(); it != left.cend(); ++it)
        m_conversations.refresh(it.key(), it.value());
}

void MessageStore::forgetUids(FolderId folder)
{
    m_db.prepared("UPDATE message SET uid=NULL WHERE folder_id=? AND uid IS NOT NULL").bind(folder).run();
}

UidSet MessageStore::uids(FolderId folder) const
{
    UidSet out;
    Statement &query
        = m_db.prepared("SELECT uid FROM message WHERE folder_id=? AND uid IS NOT NULL ORDER BY uid");
    query.bind(folder);
    while (query.next())
        out.add(query.number(0));
    return out;
}

quint32 MessageStore::countWithUid(FolderId folder) const
{
    // `total` is exact and free; only rows without a UID or hidden ones have to be counted, and they are few.
    Statement &query = m_db.prepared("SELECT total - (SELECT COUNT(*) FROM message WHERE folder_id=?1 AND "
                                     "uid IS NULL) FROM folder WHERE id=?1");
    query.bind(folder);
    const quint32 n = query.next() ? query.number(0) : 0;
    query.rewind();
    return n;
}

std::optional<StoredMessage> MessageStore::stored(MessageId id) const
{
    Statement &query = m_db.prepared("SELECT " KW_STORED_COLUMNS " FROM message WHERE id=?");
    query.bind(id);
    return readStored(query);
}

std::optional<MessageStore::Known> MessageStore::known(MessageId id) const
{
    const auto m = stored(id);
    if (!m)
        return {};
    return Known{m->id, m->uid, m->flags, m->serverFlags, m->pending, m->size, splitKeywords(m->keywords)};
}

QList<MessageStore::Known> MessageStore::known(FolderId folder, const UidSet &uids) const
{
    QList<Known> out;
    for (const UidSet::Range &range : uids.ranges()) {
        Statement &query
            = m_db.prepared("SELECT " KW_STORED_COLUMNS
                            " FROM message WHERE folder_id=? AND uid BETWEEN ? AND ? ORDER BY uid");
        query.bind(folder, range.first, range.last);
        while (const auto m = nextStored(query))
            out.append(
                {m->id, m->uid, m->flags, m->serverFlags, m->pending, m->size, splitKeywords(m->keywords)});
    }
    return out;
}

std::optional<MessageRow> MessageStore::row(MessageId id) const
{
    Statement &query = m_db.prepared("SELECT " KW_ROW_COLUMNS " FROM " KW_ROW_TABLES " WHERE m.id=?");
    query.bind(id);
    const auto rows = readRows(query);
    return rows.isEmpty() ? std::nullopt : std::optional(rows.first());
}

void MessageStore::setDetails(MessageId id, const QString &preview, bool hasAttachment)
{
    const auto old = stored(id);
    if (!old)
        return;
    const quint32 bit = quint32(Flag::HasAttachment);
    const quint32 flags = hasAttachment ? old->flags | bit : old->flags & ~bit;
    m_db.prepared("UPDATE message SET preview=?2, flags=?3 WHERE id=?1").bind(id, preview, flags).run();
    StoredMessage now = *old;
    now.flags = flags;
    m_db.changes().message(id, placeOf(*old), placeOf(now));
}

} // namespace kw
