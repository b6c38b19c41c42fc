#include "core/store/placement.h"

#include "core/store/acquaintances.h"
#include "core/store/bodystore.h"
#include "core/store/envelopes.h"
#include "core/store/messagerow.h"
#include "core/store/statement.h"
#include "core/store/traits.h"

namespace kw {

Placement::Placement(Database &db)
    : m_db(db)
    , m_conversations(db)
    , m_copies(db)
{
}

std::optional<StoredMessage> Placement::stored(MessageId id) const
{
    return storedMessage(m_db, id);
}

std::optional<Placement::Spot> Placement::spot(MessageId id) const
{
    Statement &query
        = m_db.prepared("SELECT m.id, m.folder_id, f.account_id, m.uid, m.flags, m.header_hash, m.date, "
                        "m.hidden FROM message m JOIN folder f ON f.id=m.folder_id WHERE m.id=?");
    query.bind(id);
    if (!query.next())
        return {};
    Spot spot{MessageId(query.integer(0)),
              FolderId(query.integer(1)),
              AccountId(query.integer(2)),
              Uid(query.number(3)),
              query.number(4),
              quint64(query.integer(5)),
              query.integer(6),
              query.integer(7) != 0};
    query.rewind();
    return spot;
}

QList<MessageId> Placement::messages(FolderId folder) const
{
    QList<MessageId> ids;
    Statement &query
        = m_db.prepared("SELECT id FROM message WHERE folder_id=? AND hidden=0 ORDER BY date DESC, id DESC");
    query.bind(folder);
    while (query.next())
        ids.append(MessageId(query.integer(0)));
    return ids;
}

bool Placement::holds(FolderId folder, quint64 headerHash) const
{
    Statement &query = m_db.prepared(
        "SELECT EXISTS(SELECT 1 FROM message WHERE folder_id=? AND header_hash=? AND uid IS NOT NULL)");
    return query.bind(folder, headerHash).holds();
}

QList<std::pair<MessageId, FolderRole>> Placement::ofHeader(quint64 messageIdHash, quint64 headerHash) const
{
    QList<std::pair<MessageId, FolderRole>> out;
    Statement &query = m_db.prepared(
        "SELECT m.id, m.role FROM message m WHERE m.header_hash=?2 AND m.thread_id IN (WITH RECURSIVE t(id) "
        "AS "
        "(SELECT thread_id FROM thread_ref WHERE msgid_hash=?1 UNION SELECT a.into_id FROM thread_alias a "
        "JOIN t ON a.thread_id=t.id) SELECT id FROM t)");
    query.bind(messageIdHash, headerHash);
    while (query.next())
        out.append({MessageId(query.integer(0)), FolderRole(query.integer(1))});
    return out;
}

QList<MessageId> Placement::unread(FolderId folder) const
{
    QList<MessageId> ids;
    Statement &query = m_db.prepared("SELECT id FROM message WHERE folder_id=? AND hidden=0 AND (flags&1)=0");
    query.bind(folder);
    while (query.next())
        ids.append(MessageId(query.integer(0)));
    return ids;
}

QList<MessageId> Placement::thread(MessageId of) const
{
    QList<MessageId> ids;
    Statement &query
        = m_db.prepared("SELECT m.id FROM message m JOIN message o ON o.thread_id=m.thread_id WHERE o.id=? "
                        "AND m.hidden=0 ORDER BY m.date, m.id");
    query.bind(of);
    while (query.next())
        ids.append(MessageId(query.integer(0)));
    return ids;
}

FolderRole Placement::roleOf(FolderId folder) const
{
    Statement &query = m_db.prepared("SELECT role FROM folder WHERE id=?");
    query.bind(folder);
    const auto role = query.next() ? FolderRole(query.integer(0)) : FolderRole::None;
    query.rewind();
    return role;
}

void Placement::relocate(const StoredMessage &old, FolderId to, FolderRole role, Uid uid, bool hidden)
{
    Statement &write
        = m_db.prepared("UPDATE message SET folder_id=?2, role=?3, uid=?4, hidden=?5 WHERE id=?1");
    if (isSet(uid))
        write.bind(old.id, to, role, uid, hidden);
    else
        write.bind(old.id, to, role, nullptr, hidden);
    write.run();
    StoredMessage now = old;
    now.folder = to;
    now.role = role;
    now.uid = uid;
    now.hidden = hidden;
    m_db.changes().message(old.id, old.place(), now.place());
    const int unread = old.isUnread() ? 1 : 0;
    if (!old.hidden)
        m_db.changes().count(old.folder, -1, -unread);
    if (!hidden)
        m_db.changes().count(to, 1, unread);
    m_touched[old.thread] |= {raw(old.folder), -qint64(old.role)};
    m_copies.settle(to, old.gmailId);
}

// Conversations of a few are right at once; thousands follow in idle slices, except where rows have to go.
void Placement::refreshTouched()
{
    for (auto it = m_touched.cbegin(); it != m_touched.cend(); ++it)
        m_conversations.refresh(it.key(), it.value());
    m_touched.clear();
}

void Placement::move(const QList<MessageId> &ids, FolderId to)
{
    const FolderRole role = roleOf(to);
    for (const MessageId id : ids) {
        if (const auto old = stored(id); old && old->folder != to)
            relocate(*old, to, role, Uid{}, old->hidden);
    }
    refreshTouched();
}

void Placement::put(MessageId id, FolderId folder, Uid uid)
{
    const auto old = stored(id);
    if (!old)
        return;
    relocate(*old, folder, roleOf(folder), uid, false);
    refreshTouched();
}

void Placement::setHidden(const QList<MessageId> &ids, bool hidden)
{
    for (const MessageId id : ids) {
        if (const auto old = stored(id); old && old->hidden != hidden)
            relocate(*old, old->folder, old->role, old->uid, hidden);
    }
    refreshTouched();
}

void Placement::appear(MessageId id)
{
    const auto now = stored(id);
    if (!now)
        return;
    m_db.changes().message(id, {}, now->place());
    m_copies.settle(now->folder, now->gmailId);
    m_db.changes().count(now->folder, 1, now->isUnread() ? 1 : 0);
    m_conversations.refresh(now->thread);
}

// Marks of the original may wait, or change before the server copies: the copy wants all that it shows.
MessageId Placement::copy(MessageId of, FolderId to)
{
    constexpr quint32 Wanted = ServerFlagMask & ~quint32(Flag::Deleted);
    Statement &write
        = m_db.prepared("INSERT INTO message(folder_id, uid, role, date, flags, server_flags, "
                        "pending, size, header_hash, gmail_id, thread_id, keywords, "
                        "from_name, from_email, recipients, subject, preview, traits) SELECT ?2, NULL, "
                        "?3, date, flags, flags & 65535, ?4, size, "
                        "header_hash, CASE WHEN (SELECT account_id FROM folder WHERE id=?2)="
                        "(SELECT account_id FROM folder WHERE id=folder_id) THEN gmail_id ELSE 0 "
                        "END, thread_id, keywords, from_name, from_email, recipients, "
                        "subject, preview, traits FROM message WHERE id=?1 "
                        "RETURNING id");
    write.bind(of, to, roleOf(to), Wanted);
    const auto id = MessageId(write.next() ? write.integer(0) : 0);
    write.rewind();
    if (!isSet(id))
        return {};
    wantKeywordsOf(of, id);
    Envelopes(m_db).copy(of, id);
    m_db.prepared("INSERT OR REPLACE INTO bodies.body(message_id, header_hash, bytes, used_at, header, text) "
                  "SELECT ?2, header_hash, bytes, used_at, header, text FROM bodies.body b WHERE "
                  "message_id=?1 AND NOT " KW_IS_PARTIAL " AND "
                  "(SELECT gmail_id FROM message WHERE id=?2)=0") // else it has the text already
        .bind(of, id)
        .run();
    appear(id);
    return id;
}

void Placement::wantKeywordsOf(MessageId original, MessageId copy)
{
    m_db.prepared("INSERT OR REPLACE INTO pending_keyword(message_id, keyword, wanted) "
                  "SELECT ?2, keyword, wanted FROM pending_keyword WHERE message_id=?1")
        .bind(original, copy)
        .run();
    Statement &shown = m_db.prepared("SELECT keywords FROM message WHERE id=?");
    shown.bind(copy);
    const QString keywords = shown.next() ? shown.text(0) : QString();
    shown.rewind();
    for (const QString &keyword : keywords.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        m_db.prepared("INSERT OR REPLACE INTO pending_keyword(message_id, keyword, wanted) VALUES(?,?,1)")
            .bind(copy, keyword)
            .run();
    m_db.prepared(
            "UPDATE message SET pending=pending|?2 WHERE id=?1 AND EXISTS(SELECT 1 FROM pending_keyword "
            "WHERE message_id=?1)")
        .bind(copy, KeywordsPending)
        .run();
}

MessageId Placement::create(FolderId folder, const Written &message, qint64 nowMs)
{
    const FolderRole role = roleOf(folder);
    const HeaderDigest &digest = message.digest;
    const quint32 flags
        = message.flags | (message.hasAttachment ? quint32(Flag::HasAttachment) : 0); // as insertRow() has it
    const qint64 size = message.text.header.size() + message.text.body.size();
    Statement &write = m_db.prepared(
        "INSERT INTO message(folder_id, uid, role, date, flags, server_flags, size, header_hash, gmail_id, "
        "thread_id, keywords, from_name, from_email, recipients, subject, preview, traits) "
        "VALUES(?,NULL,?,?,?,?,?,?,0,0,NULL,?,?,?,?,?,?) RETURNING id");
    write.bind(folder, role, digest.date, flags, message.flags, size, digest.headerHash, digest.from.name,
               digest.from.email, recipientLine(digest.to), digest.subject, message.preview,
               Traits(m_db).of(digest));
    const auto id = MessageId(write.next() ? write.integer(0) : 0);
    write.rewind();
    const ThreadId thread = m_conversations.threadFor(digest, ThreadId(raw(id)));
    m_db.prepared("UPDATE message SET thread_id=?2 WHERE id=?1").bind(id, thread).run();
    BodyStore(m_db).put(id, message.text, nowMs);
    Envelopes(m_db).set(id, digest, true);
    if (role == FolderRole::Sent)
        Acquaintances(m_db).noteWritten(digest.to, digest.date);
    appear(id);
    return id;
}

MessageId Placement::restore(qint64 vanished, FolderId to)
{
    Statement &write
        = m_db.prepared("INSERT INTO message(id, folder_id, uid, role, date, flags, "
                        "server_flags, size, header_hash, thread_id, keywords, "
                        "from_name, from_email, recipients, subject, preview, traits) SELECT CASE WHEN "
                        "EXISTS(SELECT 1 FROM message m WHERE "
                        "m.id=v.message_id) THEN NULL ELSE v.message_id END, ?2, NULL, ?3, "
                        "date, flags, flags & 65535, size, header_hash, "
                        "thread_id, keywords, from_name, from_email, recipients, subject, "
                        "preview, traits FROM vanished v WHERE v.id=?1 RETURNING id");
    write.bind(vanished, to, roleOf(to));
    const auto id = MessageId(write.next() ? write.integer(0) : 0);
    write.rewind();
    if (!isSet(id))
        return {};
    m_db.prepared("INSERT OR REPLACE INTO bodies.body(message_id, header_hash, bytes, used_at, header, text) "
                  "SELECT ?2, header_hash, length(header)+length(body), at, header, body FROM vanished WHERE "
                  "id=?1")
        .bind(vanished, id)
        .run();
    m_db.prepared("DELETE FROM vanished WHERE id=?").bind(vanished).run();
    m_db.changes().vanished();
    appear(id);
    return id;
}

} // namespace kw
