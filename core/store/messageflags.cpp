// What a message's flags are here and on the server: the part of MessageStore that knows desired state.
#include "core/store/messagerow.h"
#include "core/store/messagestore.h"
#include "core/store/statement.h"

namespace kw {

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
    m_db.changes().message(old.id, old.place(), now.place());
    const quint32 seen = quint32(Flag::Seen);
    if (!old.hidden && (flags & seen) != (old.flags & seen)) {
        m_db.changes().count(old.folder, 0, (flags & seen) ? -1 : 1);
        threads.insert(old.thread);
    }
    return true;
}

// The server's keywords with ours on top; what it has by now waits no longer. False: nothing waits any more.
bool MessageStore::mergeKeywords(MessageId id, QStringList &keywords)
{
    bool waits = false;
    const auto wanted = pendingKeywords(id);
    for (const auto &[keyword, on] : wanted.asKeyValueRange()) {
        if (keywords.contains(keyword, Qt::CaseInsensitive) == on) {
            m_db.prepared("DELETE FROM pending_keyword WHERE message_id=? AND keyword=?")
                .bind(id, keyword)
                .run();
            continue;
        }
        waits = true;
        if (on)
            keywords.append(keyword);
        else
            keywords.removeIf(
                [&keyword](const QString &k) { return k.compare(keyword, Qt::CaseInsensitive) == 0; });
    }
    keywords.sort();
    return waits;
}

QMap<QString, bool> MessageStore::pendingKeywords(MessageId id) const
{
    QMap<QString, bool> out;
    Statement &query = m_db.prepared("SELECT keyword, wanted FROM pending_keyword WHERE message_id=?");
    query.bind(id);
    while (query.next())
        out.insert(query.text(0), query.integer(1) != 0);
    return out;
}

int MessageStore::applyServerFlags(FolderId folder, const QList<NewMessage> &flags)
{
    int changed = 0;
    const bool claims = m_claims.any(folder);
    QSet<ThreadId> threads;
    for (const NewMessage &told : flags) {
        Statement &find
            = m_db.prepared("SELECT " KW_STORED_COLUMNS " FROM message WHERE folder_id=? AND uid=?");
        find.bind(folder, told.uid);
        auto old = readStored(find);
        if (!old && claims)
            old = stored(m_claims.claimant(folder, told.uid)); // stands elsewhere here, but not yet there
        if (!old)
            continue;
        const quint32 server = told.flags & ServerFlagMask;
        const quint32 local = old->flags & ~ServerFlagMask;
        const quint32 effective = local | (server & ~old->pending) | (old->flags & old->pending);
        // What we wanted and the server has by now waits no longer.
        quint32 pending = old->pending & (server ^ effective) & ServerFlagMask;
        QStringList keywords = told.keywords;
        if ((old->pending & KeywordsPending) != 0 && mergeKeywords(old->id, keywords))
            pending |= KeywordsPending;
        if (writeFlags(*old, effective, server, pending, keywords.join(QLatin1Char(' ')), threads))
            ++changed;
    }
    for (const ThreadId thread : std::as_const(threads))
        m_conversations.refresh(thread);
    return changed;
}

QList<ActionItem> MessageStore::setFlags(const QList<MessageId> &ids, quint32 bits, bool on)
{
    QSet<ThreadId> threads;
    QList<ActionItem> changed;
    for (const MessageId id : ids) {
        const auto old = stored(id);
        if (!old)
            continue;
        if (!wantFlags(*old, bits, on, threads))
            continue;
        changed.append({id, old->folder, old->flags});
        for (const StoredMessage &copy : m_copies.others(*old))
            wantFlags(copy, bits & ~quint32(Flag::Deleted), on, threads);
    }
    refreshThreads(threads);
    return changed;
}

// False: it has them so already.
bool MessageStore::wantFlags(const StoredMessage &old, quint32 bits, bool on, QSet<ThreadId> &threads)
{
    const quint32 flags = on ? old.flags | bits : old.flags & ~bits;
    if (flags == old.flags)
        return false;
    // What the server has is not known of a copy that has not arrived, and while an answer is awaited.
    const bool known = isSet(old.uid) && !areFlagsOnWay(old.folder);
    const quint32 differs = known ? flags ^ old.serverFlags : ServerFlagMask;
    const quint32 pending
        = (differs & (old.pending | bits) & ServerFlagMask) | (old.pending & KeywordsPending);
    return writeFlags(old, flags, old.serverFlags, pending, old.keywords, threads);
}

QList<ActionItem> MessageStore::setKeyword(const QList<MessageId> &ids, const QString &keyword, bool on)
{
    QSet<ThreadId> threads;
    QList<ActionItem> changed;
    for (const MessageId id : ids) {
        const auto old = stored(id);
        if (!old)
            continue;
        QStringList keywords = splitKeywords(old->keywords);
        if (keywords.contains(keyword, Qt::CaseInsensitive) == on)
            continue;
        if (on)
            keywords.append(keyword);
        else
            keywords.removeIf(
                [&keyword](const QString &k) { return k.compare(keyword, Qt::CaseInsensitive) == 0; });
        keywords.sort();
        wantKeyword(*old, keyword, on);
        if (on)
            keepFromCopies(id, keyword);
        quint32 pending = old->pending & ~KeywordsPending;
        if (!pendingKeywords(id).isEmpty())
            pending |= KeywordsPending;
        writeFlags(*old, old->flags, old->serverFlags, pending, keywords.join(QLatin1Char(' ')), threads);
        changed.append({id, old->folder, old->flags});
    }
    refreshThreads(threads);
    return changed;
}

// Taking back what still waits leaves nothing to tell, where that is known to be what the server has.
void MessageStore::wantKeyword(const StoredMessage &message, const QString &keyword, bool on)
{
    const bool known = isSet(message.uid) && !areFlagsOnWay(message.folder);
    Statement &waits = m_db.prepared("SELECT opposite FROM pending_keyword WHERE message_id=? AND keyword=?");
    waits.bind(message.id, keyword);
    const bool isWaiting = waits.next();
    const bool takenBack = isWaiting && known && waits.integer(0) != 0;
    waits.rewind();
    if (takenBack)
        m_db.prepared("DELETE FROM pending_keyword WHERE message_id=? AND keyword=?")
            .bind(message.id, keyword)
            .run();
    else
        m_db.prepared("INSERT OR REPLACE INTO pending_keyword(message_id, keyword, wanted, opposite) "
                      "VALUES(?,?,?,?)")
            .bind(message.id, keyword, on, known && !isWaiting)
            .run();
}

// The server may hear of the tag before it copies; a copy has what its original had when the person made it.
void MessageStore::keepFromCopies(MessageId original, const QString &keyword)
{
    QList<MessageId> copies;
    Statement &find = m_db.prepared(
        "WITH RECURSIVE made(id) AS (SELECT message_id FROM op WHERE source_id=?1 AND state<2 AND kind=2 "
        "UNION SELECT o.message_id FROM op o JOIN made ON o.source_id=made.id WHERE o.state<2 AND o.kind=2) "
        "SELECT m.id FROM made JOIN message m ON m.id=made.id WHERE m.uid IS NULL");
    find.bind(original);
    while (find.next())
        copies.append(MessageId(find.integer(0)));
    for (const MessageId copy : std::as_const(copies)) {
        m_db.prepared("INSERT OR IGNORE INTO pending_keyword(message_id, keyword, wanted) VALUES(?,?,0)")
            .bind(copy, keyword)
            .run();
        m_db.prepared("UPDATE message SET pending=pending|?2 WHERE id=?1").bind(copy, KeywordsPending).run();
    }
}

// Thousands of conversations are counted anew in idle slices; the lists of messages and the counters are
// right at once.
void MessageStore::refreshThreads(const QSet<ThreadId> &threads)
{
    constexpr qsizetype AtOnce = 200;
    for (const ThreadId thread : threads) {
        if (threads.size() <= AtOnce)
            m_conversations.refresh(thread);
        else
            m_conversations.refreshLater(thread);
    }
}

void MessageStore::setBulk(MessageId id)
{
    addFacts(id, quint32(Flag::Bulk));
}

void MessageStore::addFacts(MessageId id, quint32 bits)
{
    const auto old = stored(id);
    bits &= ~ServerFlagMask;
    if (!old || (old->flags & bits) == bits)
        return;
    StoredMessage now = *old;
    now.flags |= bits;
    m_db.prepared("UPDATE message SET flags=?2 WHERE id=?1").bind(id, now.flags).run();
    m_db.changes().message(id, old->place(), now.place());
}

} // namespace kw
