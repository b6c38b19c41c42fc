// What flags a server must still be told, and what becomes of them when it answers: the part of MessageStore
// that flag pushes use.
#include "core/store/messagerow.h"
#include "core/store/messagestore.h"
#include "core/store/statement.h"

namespace kw {

void MessageStore::setFlagsOnWay(FolderId folder, bool onWay)
{
    m_db.prepared("UPDATE folder SET flags_on_way=?2 WHERE id=?1").bind(folder, onWay).run();
}

bool MessageStore::areFlagsOnWay(FolderId folder) const
{
    Statement &query = m_db.prepared("SELECT flags_on_way FROM folder WHERE id=?");
    return query.bind(folder).holds();
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
        quint32 pending
            = (old->flags ^ server) & (old->pending | change.add | change.remove) & ServerFlagMask;
        const auto forget = [this, &change](const QStringList &keywords, bool on) {
            for (const QString &keyword : keywords)
                m_db.prepared("DELETE FROM pending_keyword WHERE message_id=? AND keyword=? AND wanted=?")
                    .bind(change.id, keyword, on)
                    .run();
        };
        forget(change.addKeywords, true);
        forget(change.removeKeywords, false);
        if ((old->pending & KeywordsPending) != 0 && !pendingKeywords(change.id).isEmpty())
            pending |= KeywordsPending;
        writeFlags(*old, old->flags, server, pending, old->keywords, threads);
        storedForCopies(*old, change, threads);
    }
}

// Gmail marks a message under all its labels; one command was enough.
void MessageStore::storedForCopies(const StoredMessage &message, const PendingFlags &change,
                                   QSet<ThreadId> &threads)
{
    for (const StoredMessage &copy : m_copies.others(message)) {
        if (!isSet(copy.uid))
            continue;
        const quint32 mirrored = ~quint32(Flag::Deleted);
        const quint32 server = (copy.serverFlags | (change.add & mirrored)) & ~(change.remove & mirrored);
        const quint32 kept = copy.pending & ~(change.add | change.remove);
        const quint32 pending = kept | (copy.pending & (copy.flags ^ server) & ServerFlagMask);
        writeFlags(copy, copy.flags, server, pending, copy.keywords, threads);
    }
}

void MessageStore::unmarkDeleted(MessageId id)
{
    const auto old = stored(id);
    if (!old)
        return;
    const quint32 bit = quint32(Flag::Deleted);
    QSet<ThreadId> threads;
    writeFlags(*old, old->flags & ~bit, old->serverFlags | bit, old->pending | bit, old->keywords, threads);
}

void MessageStore::revertFlags(const QList<PendingFlags> &refused)
{
    QSet<ThreadId> threads;
    for (const PendingFlags &change : refused) {
        const auto old = stored(change.id);
        if (!old)
            continue;
        const quint32 bits = change.add | change.remove;
        const quint32 flags = (old->flags & ~bits) | (old->serverFlags & bits);
        QStringList keywords = splitKeywords(old->keywords);
        for (const QString &keyword : change.addKeywords)
            keywords.removeAll(keyword);
        for (const QString &keyword : change.removeKeywords) {
            if (!keywords.contains(keyword))
                keywords.append(keyword);
        }
        keywords.sort();
        for (const QString &keyword : change.addKeywords + change.removeKeywords)
            m_db.prepared("DELETE FROM pending_keyword WHERE message_id=? AND keyword=?")
                .bind(change.id, keyword)
                .run();
        quint32 pending = old->pending & ~bits & ServerFlagMask;
        if (!pendingKeywords(change.id).isEmpty())
            pending |= KeywordsPending;
        writeFlags(*old, flags, old->serverFlags, pending, keywords.join(QLatin1Char(' ')), threads);
    }
    refreshThreads(threads);
}

QList<MessageStore::PendingFlags> MessageStore::pendingFlags(FolderId folder, int limit) const
{
    QList<PendingFlags> out;
    Statement &query = m_db.prepared(
        "SELECT id, uid, flags, pending FROM message INDEXED BY message_pending WHERE folder_id=? AND "
        "pending<>0 AND uid IS NOT NULL ORDER BY uid LIMIT ?");
    query.bind(folder, limit);
    while (query.next()) {
        const quint32 flags = query.number(2);
        const quint32 pending = query.number(3) & ServerFlagMask;
        PendingFlags change{
            MessageId(query.integer(0)), Uid(query.number(1)), flags & pending, ~flags & pending, {}, {}};
        if ((query.number(3) & KeywordsPending) != 0) {
            for (const auto &[keyword, on] : pendingKeywords(change.id).asKeyValueRange())
                (on ? change.addKeywords : change.removeKeywords).append(keyword);
        }
        out.append(change);
    }
    return out;
}

QList<FolderId> MessageStore::foldersWithPendingFlags(AccountId account) const
{
    QList<FolderId> out;
    // Left to itself SQLite walks the index of all UIDs here.
    Statement &query = m_db.prepared("SELECT f.id FROM folder f WHERE f.account_id=? AND EXISTS "
                                     "(SELECT 1 FROM message m INDEXED BY message_pending WHERE "
                                     "m.folder_id=f.id AND m.pending<>0 AND m.uid IS NOT NULL)");
    query.bind(account);
    while (query.next())
        out.append(FolderId(query.integer(0)));
    return out;
}

} // namespace kw
