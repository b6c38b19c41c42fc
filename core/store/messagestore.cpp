#include "core/store/messagestore.h"

#include "core/store/acquaintances.h"
#include "core/store/arrivalbinder.h"
#include "core/store/envelopes.h"
#include "core/store/messagerow.h"
#include "core/store/statement.h"
#include "core/store/subjectthreads.h"
#include "core/store/traits.h"

#include <QDateTime>

#include <algorithm>

namespace kw {

MessageStore::MessageStore(Database &db)
    : m_db(db)
    , m_conversations(db)
    , m_claims(db)
    , m_copies(db)
    , m_vanished(db)
{
}

// Each UID that the folder has not got, once; newest first, as the indexes run: then they grow at one end.
QList<const NewMessage *> MessageStore::newcomers(FolderId folder, const QList<NewMessage> &messages) const
{
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
    QList<const NewMessage *> fresh;
    for (const NewMessage &m : messages) {
        if (isSet(m.uid) && !known.contains(raw(m.uid))) {
            known.insert(raw(m.uid));
            fresh.append(&m);
        }
    }
    std::ranges::sort(fresh, std::greater(), [](const NewMessage *m) { return raw(m->uid); });
    return fresh;
}

int MessageStore::insert(FolderId folder, const QList<NewMessage> &messages, Threading threading)
{
    if (messages.isEmpty())
        return 0;
    Statement &find = m_db.prepared("SELECT role FROM folder WHERE id=?");
    find.bind(folder);
    if (!find.next())
        return 0;
    const auto role = FolderRole(find.integer(0));
    find.rewind();

    const QList<const NewMessage *> fresh = newcomers(folder, messages);
    Statement &last = m_db.prepared("SELECT seq FROM sqlite_sequence WHERE name='message'");
    qint64 id = last.next() ? last.integer(0) : 0;
    last.rewind();
    int added = 0;
    QList<NewMessage> seenBefore; // known under another UID, or elsewhere
    QList<ConversationStore::Arrival> arrivals;
    arrivals.reserve(fresh.size());
    QList<SubjectThreads::NewRow> newRows;
    const auto bound = ArrivalBinder(m_db, folder).bind(fresh);
    for (const NewMessage *m : fresh) {
        const bool here = !bound.movedAway.contains(raw(m->uid));
        added += here ? 1 : 0;
        if (!here || bound.takenOver.contains(raw(m->uid)))
            seenBefore.append(*m);
        else {
            arrivals.append(insertRow(folder, role, MessageId(++id), *m));
            newRows.append({MessageId(id), arrivals.last().key.date, &m->digest});
        }
        m_copies.settle(folder, m->gmailId);
    }
    SubjectThreads subjects(m_db, m_conversations);
    subjects.arrived(newRows);
    if (threading == Threading::Now) {
        m_conversations.arrived(arrivals);
        subjects.seekSome();
    } else {
        for (const auto &arrival : std::as_const(arrivals))
            m_conversations.refreshLater(arrival.thread);
    }
    applyServerFlags(folder, seenBefore); // recounts conversations, so these must hold the arrivals by now
    return added;
}

ConversationStore::Arrival MessageStore::insertRow(FolderId folder, FolderRole role, MessageId id,
                                                   const NewMessage &m)
{
    const ThreadId thread = m_conversations.threadFor(m.digest, ThreadId(raw(id)));
    quint32 flags = m.flags;
    if (m.digest.hasAttachment)
        flags |= quint32(Flag::HasAttachment);
    if (m.digest.isBulk)
        flags |= quint32(Flag::Bulk);
    // A date in the future would stay on top for ever; a missing one sorts to the end.
    const qint64 date = std::clamp<qint64>(m.digest.date, 0, QDateTime::currentSecsSinceEpoch() + 86'400);
    m_db.prepared("INSERT INTO message(id, folder_id, uid, role, date, flags, server_flags, size, "
                  "header_hash, gmail_id, thread_id, keywords, "
                  "from_name, from_email, recipients, subject, traits) "
                  "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
        .bind(id, folder, m.uid, role, date, flags, m.flags, m.size, m.digest.headerHash, m.gmailId, thread,
              m.keywords.join(QLatin1Char(' ')), m.digest.from.name, m.digest.from.email,
              recipientLine(m.digest.to), m.digest.subject, Traits(m_db).of(m.digest))
        .run();
    Envelopes(m_db).set(id, m.digest, false);
    if (role == FolderRole::Sent)
        Acquaintances(m_db).noteWritten(m.digest.to, date);
    m_db.changes().message(id, {}, {folder, role, true, {date, raw(id)}, flags});
    const bool unread = (flags & quint32(Flag::Seen)) == 0;
    m_db.changes().count(folder, 1, unread ? 1 : 0);
    return {thread, raw(thread) == raw(id), folder, role, {date, raw(id)}, unread};
}

int MessageStore::threadSome(int limit)
{
    const int waiting = m_conversations.refreshSome(limit);
    return waiting + (SubjectThreads(m_db, m_conversations).seekSome() || Traits(m_db).walkSome() ? 1 : 0);
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
    removeRows(gone, Vanishing::Elsewhere);
    return int(gone.size());
}

QList<MessageId> MessageStore::unbound(FolderId folder) const
{
    QList<MessageId> ids;
    Statement &query
        = m_db.prepared("SELECT id FROM message WHERE folder_id=? AND uid IS NULL AND NOT EXISTS("
                        "SELECT 1 FROM op WHERE op.message_id=message.id AND op.state<2)");
    query.bind(folder);
    while (query.next())
        ids.append(MessageId(query.integer(0)));
    return ids;
}

int MessageStore::removeUnbound(const QList<MessageId> &among)
{
    QList<StoredMessage> gone;
    for (const MessageId id : among) {
        const auto m = stored(id);
        if (m && !isSet(m->uid) && !m_claims.isPlaced(id))
            gone.append(*m);
    }
    removeRows(gone, Vanishing::Elsewhere);
    return int(gone.size());
}

int MessageStore::remove(const QList<MessageId> &ids, Vanishing how)
{
    QList<StoredMessage> gone;
    for (const MessageId id : ids) {
        if (const auto m = stored(id))
            gone.append(*m);
    }
    removeRows(gone, how);
    return int(gone.size());
}

void MessageStore::removeRows(const QList<StoredMessage> &gone, Vanishing how)
{
    QHash<ThreadId, QSet<qint64>> left;
    for (const StoredMessage &m : gone) {
        const bool livesOn = m_copies.handBodyOn(m); // under another label
        if (how != Vanishing::Untold && !livesOn)
            m_vanished.keep(m.id, how == Vanishing::ByUs);
        if (m.pending != 0)
            m_db.prepared("DELETE FROM pending_keyword WHERE message_id=?").bind(m.id).run();
        m_db.prepared("DELETE FROM message WHERE id=?").bind(m.id).run();
        m_db.prepared("DELETE FROM bodies.body WHERE message_id=?").bind(m.id).run();
        m_copies.settle(m.folder, m.gmailId);
        ChangeCollector::Place nowhere = m.place();
        nowhere.visible = false;
        m_db.changes().message(m.id, m.place(), nowhere);
        if (!m.hidden)
            m_db.changes().count(m.folder, -1, (m.flags & quint32(Flag::Seen)) == 0 ? -1 : 0);
        left[m.thread] |= {raw(m.folder), -qint64(m.role)};
    }
    for (auto it = left.cbegin(); it != left.cend(); ++it)
        m_conversations.refresh(it.key(), it.value());
}

void MessageStore::forgetUids(FolderId folder)
{
    m_claims.forgetUids(folder);
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
    return out.united(m_claims.uids(folder));
}

UidSet MessageStore::unsupplied(FolderId folder, int limit) const
{
    UidSet out;
    Statement &query = m_db.prepared(
        "SELECT uid FROM (SELECT uid FROM message INDEXED BY message_unsupplied WHERE folder_id=?1 AND "
        "header_hash=0 AND uid IS NOT NULL "
        "AND pending=0 AND hidden=0 AND NOT EXISTS(SELECT 1 FROM op WHERE op.message_id=message.id) "
        "ORDER BY uid DESC LIMIT ?2) ORDER BY uid");
    query.bind(folder, limit);
    while (query.next())
        out.add(query.number(0));
    return out;
}

quint32 MessageStore::countOnServer(FolderId folder) const
{
    // `total` is exact and free; what it leaves out or has too many is found by small partial indexes.
    Statement &query = m_db.prepared(
        "SELECT total - (SELECT COUNT(*) FROM message WHERE folder_id=?1 AND uid IS NULL AND hidden=0)"
        " + (SELECT COUNT(*) FROM message INDEXED BY message_hidden WHERE folder_id=?1 AND hidden<>0 AND uid "
        "IS NOT NULL)"
        " + (SELECT COUNT(*) FROM op WHERE src_folder=?1 AND src_uid IS NOT NULL AND state<2 AND kind=1)"
        " FROM folder WHERE id=?1");
    query.bind(folder);
    const quint32 n = query.next() ? query.number(0) : 0;
    query.rewind();
    return n;
}

std::optional<StoredMessage> MessageStore::stored(MessageId id) const
{
    return storedMessage(m_db, id);
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
    m_db.changes().message(id, old->place(), now.place());
}

} // namespace kw
