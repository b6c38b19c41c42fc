// How operations change: the part of JournalStore that moves them on, and lets later changes of mind fold
// into them.
#include "core/store/journalstore.h"
#include "core/store/statement.h"

namespace kw {

void JournalStore::setState(const QList<OpId> &ids, OpState state, const QString &error)
{
    for (const OpId id : ids)
        m_db.prepared("UPDATE op SET state=?2, error=?3 WHERE id=?1").bind(id, state, error).run();
    m_db.changes().journal();
}

void JournalStore::setPhase(const QList<OpId> &ids, int phase)
{
    for (const OpId id : ids)
        m_db.prepared("UPDATE op SET phase=?2 WHERE id=?1").bind(id, phase).run();
}

void JournalStore::setSent(const QList<Operation> &ops)
{
    if (ops.isEmpty())
        return;
    Statement &count = m_db.prepared("UPDATE account SET sent=sent+1 WHERE id=? RETURNING sent");
    count.bind(ops.first().account);
    const qint64 command = count.next() ? count.integer(0) : 0;
    count.rewind();
    for (const Operation &op : ops)
        m_db.prepared("UPDATE op SET sent=?2 WHERE id=?1").bind(op.id, command << 32 | raw(op.srcUid)).run();
}

void JournalStore::postpone(const QList<OpId> &ids, qint64 notBefore)
{
    for (const OpId id : ids)
        m_db.prepared("UPDATE op SET state=0, attempts=attempts+1, not_before=?2 WHERE id=?1")
            .bind(id, notBefore)
            .run();
    m_db.changes().journal();
}

void JournalStore::askLater(const QList<OpId> &ids, qint64 notBefore)
{
    for (const OpId id : ids)
        m_db.prepared("UPDATE op SET attempts=attempts+1, not_before=?2 WHERE id=?1")
            .bind(id, notBefore)
            .run();
}

void JournalStore::redirect(OpId id, FolderId dest)
{
    m_db.prepared("UPDATE op SET dest_folder=?2 WHERE id=?1").bind(id, dest).run();
    m_db.changes().journal();
}

void JournalStore::setDestinationWork(OpId id)
{
    m_db.prepared("UPDATE op SET work_folder=dest_folder WHERE id=? AND kind=4").bind(id).run();
}

void JournalStore::setSource(OpId id, FolderId folder, Uid uid)
{
    m_db.prepared("UPDATE op SET src_folder=?2, work_folder=?2, src_uid=NULLIF(?3,0) WHERE id=?1")
        .bind(id, folder, uid)
        .run();
}

void JournalStore::followSource(MessageId source, FolderId from, FolderId to, Uid uid)
{
    m_db.prepared("UPDATE op SET src_folder=?3, work_folder=?3, src_uid=NULLIF(?4,0) WHERE source_id=?1 AND "
                  "src_folder=?2 "
                  "AND src_uid IS NULL AND kind=2 AND state=0")
        .bind(source, from, to, uid)
        .run();
}

void JournalStore::setTarget(OpId id, const QString &path)
{
    m_db.prepared(
            "UPDATE op SET path_to=?2, path_from=CASE kind WHEN 6 THEN ?2 ELSE path_from END WHERE id=?1")
        .bind(id, path)
        .run();
    m_db.changes().journal();
}

void JournalStore::assign(OpId id, ActionId action)
{
    m_db.prepared("UPDATE op SET action_id=?2 WHERE id=?1").bind(id, action).run();
}

void JournalStore::retry(OpId id)
{
    m_db.prepared("UPDATE op SET state=0, attempts=0, not_before=0, error=NULL WHERE id=?").bind(id).run();
    m_db.changes().journal();
}

} // namespace kw
