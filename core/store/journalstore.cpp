#include "core/store/journalstore.h"

#include "core/store/statement.h"

namespace kw {

#define KW_OP_COLUMNS                                                                                        \
    "o.id, o.account_id, o.action_id, o.kind, o.state, o.phase, o.work_folder, o.message_id, o.source_id, "  \
    "o.header_hash, "                                                                                        \
    "o.src_folder, o.src_uid, o.dest_folder, o.after_id, o.path_from, o.path_to, o.attempts, o.not_before, " \
    "o.error"

// An operation may run when nothing older stands in its way: its message's earlier journeys; copies still to
// be taken from where the message is; the folder that has to be made first; for a folder's end, everything
// that concerns it, later ones included (what was to go elsewhere and is deleted for good meanwhile). So that
// nothing waits in a ring, folders that are made or renamed do not wait for one that ends: its name is taken
// until then.
#define KW_OP_RUNNABLE                                                                                       \
    "o.state<2 AND o.state=0 AND o.not_before<=?2 "                                                          \
    "AND (o.kind NOT IN (1,2,3) OR o.src_uid IS NOT NULL) "                                                  \
    "AND (o.after_id IS NULL OR EXISTS(SELECT 1 FROM op a WHERE a.id=o.after_id AND a.state=2)) "            \
    "AND NOT EXISTS(SELECT 1 FROM op e WHERE e.message_id=o.message_id AND e.id<o.id AND e.state<2) "        \
    "AND (o.kind NOT IN (1,3) OR NOT EXISTS(SELECT 1 FROM op c WHERE c.source_id=o.message_id AND "          \
    "c.id<o.id AND c.state<2 "                                                                               \
    "AND c.kind=2)) "                                                                                        \
    "AND (o.dest_folder IS NULL OR NOT EXISTS(SELECT 1 FROM folder f WHERE f.id=o.dest_folder AND "          \
    "(f.state=1 OR (f.state=2 AND EXISTS(SELECT 1 FROM op n WHERE n.work_folder=f.id AND n.kind=6 AND "      \
    "n.state<2))))) "                                                                                        \
    "AND (o.kind<6 OR NOT EXISTS(SELECT 1 FROM op p WHERE p.account_id=o.account_id AND p.id<o.id AND "      \
    "p.state<2 AND p.kind>=6 AND NOT (o.kind IN (6,7) AND p.kind=8))) "                                      \
    "AND (o.kind<>8 OR NOT EXISTS(SELECT 1 FROM op d WHERE d.account_id=o.account_id AND d.id<>o.id AND "    \
    "d.state<2 AND "                                                                                         \
    "(d.src_folder=o.work_folder OR d.dest_folder=o.work_folder)))"

JournalStore::JournalStore(Database &db)
    : m_db(db)
{
}

OpId JournalStore::add(const Operation &op)
{
    // NULLIF: 0 means "none" in our values, and the partial indexes know only NULL.
    Statement &write = m_db.prepared("INSERT INTO op(account_id, action_id, kind, state, work_folder, "
                                     "message_id, source_id, header_hash, src_folder, "
                                     "src_uid, dest_folder, after_id, path_from, path_to, not_before) "
                                     "VALUES(?,?,?,0,?,NULLIF(?,0),NULLIF(?,0),?,"
                                     "NULLIF(?,0),NULLIF(?,0),NULLIF(?,0),NULLIF(?,0),?,?,?) RETURNING id");
    write.bind(op.account, op.action, op.kind, op.work, op.message, op.source, op.headerHash, op.srcFolder,
               op.srcUid, op.destFolder, op.after, op.pathFrom, op.pathTo, op.notBefore);
    const auto id = OpId(write.next() ? write.integer(0) : 0);
    write.rewind();
    m_db.changes().journal();
    return id;
}

QList<Operation> JournalStore::read(Statement &query) const
{
    QList<Operation> out;
    while (query.next()) {
        Operation op;
        op.id = OpId(query.integer(0));
        op.account = AccountId(query.integer(1));
        op.action = ActionId(query.integer(2));
        op.kind = OpKind(query.integer(3));
        op.state = OpState(query.integer(4));
        op.phase = int(query.integer(5));
        op.work = FolderId(query.integer(6));
        op.message = MessageId(query.integer(7));
        op.source = MessageId(query.integer(8));
        op.headerHash = quint64(query.integer(9));
        op.srcFolder = FolderId(query.integer(10));
        op.srcUid = Uid(query.number(11));
        op.destFolder = FolderId(query.integer(12));
        op.after = OpId(query.integer(13));
        op.pathFrom = query.text(14);
        op.pathTo = query.text(15);
        op.attempts = int(query.integer(16));
        op.notBefore = query.integer(17);
        op.error = query.text(18);
        out.append(op);
    }
    return out;
}

std::optional<Operation> JournalStore::op(OpId id) const
{
    Statement &query = m_db.prepared("SELECT " KW_OP_COLUMNS " FROM op o WHERE o.id=?");
    query.bind(id);
    const auto rows = read(query);
    return rows.isEmpty() ? std::nullopt : std::optional(rows.first());
}

QList<Operation> JournalStore::placing(MessageId id) const
{
    Statement &query = m_db.prepared("SELECT " KW_OP_COLUMNS
                                     " FROM op o WHERE o.message_id=? AND o.state<2 ORDER BY o.id");
    query.bind(id);
    return read(query);
}

QList<Operation> JournalStore::madeFrom(MessageId id) const
{
    Statement &query
        = m_db.prepared("SELECT " KW_OP_COLUMNS " FROM op o WHERE o.source_id=? AND o.state<2 ORDER BY o.id");
    query.bind(id);
    return read(query);
}

QList<Operation> JournalStore::ofAction(ActionId id) const
{
    Statement &query = m_db.prepared("SELECT " KW_OP_COLUMNS " FROM op o WHERE o.action_id=? ORDER BY o.id");
    query.bind(id);
    return read(query);
}

QList<Operation> JournalStore::waitingFor(OpId id) const
{
    Statement &query
        = m_db.prepared("SELECT " KW_OP_COLUMNS " FROM op o WHERE o.after_id=? AND o.state<2 ORDER BY o.id");
    query.bind(id);
    return read(query);
}

bool JournalStore::isSourceBound(MessageId id, FolderId folder) const
{
    Statement &query
        = m_db.prepared("SELECT 1 FROM op o WHERE o.message_id=? AND o.src_folder=? AND o.state<2 AND "
                        "o.src_uid IS NOT NULL AND o.kind=1");
    query.bind(id, folder);
    const bool bound = query.next();
    query.rewind();
    return bound;
}

QList<Operation> JournalStore::concerning(FolderId folder) const
{
    Statement &query
        = m_db.prepared("SELECT " KW_OP_COLUMNS " FROM op o WHERE o.state<2 AND (o.work_folder=?1 OR "
                        "o.src_folder=?1 OR o.dest_folder=?1) ORDER BY o.id");
    query.bind(folder);
    return read(query);
}

QList<Operation> JournalStore::folderOps(AccountId account) const
{
    Statement &query = m_db.prepared(
        "SELECT " KW_OP_COLUMNS " FROM op o WHERE o.account_id=? AND o.state<2 AND o.kind>=6 ORDER BY o.id");
    query.bind(account);
    return read(query);
}

QSet<FolderId> JournalStore::unmade(AccountId account) const
{
    QSet<FolderId> folders;
    for (const Operation &op : folderOps(account)) {
        if (op.kind == OpKind::CreateFolder)
            folders.insert(op.work);
    }
    return folders;
}

FolderState JournalStore::folderState(FolderId folder) const
{
    FolderState state = FolderState::There;
    for (const Operation &op : concerning(folder)) {
        if (op.work == folder && op.kind == OpKind::DeleteFolder)
            return FolderState::BeingDeleted;
        if (op.work == folder && op.kind == OpKind::CreateFolder)
            state = FolderState::BeingMade;
    }
    return state;
}

bool JournalStore::isPassedThrough(FolderId folder) const
{
    Statement &query = m_db.prepared(
        "SELECT EXISTS(SELECT 1 FROM op WHERE state<2 AND kind<6 AND (src_folder=?1 OR dest_folder=?1))");
    return query.bind(folder).holds();
}

int JournalStore::openCount(AccountId account) const
{
    Statement &query = m_db.prepared("SELECT COUNT(*) FROM op WHERE account_id=? AND state<2");
    query.bind(account);
    const int n = query.next() ? int(query.integer(0)) : 0;
    query.rewind();
    return n;
}

QList<FolderId> JournalStore::workFolders(AccountId account, qint64 nowMs) const
{
    QList<FolderId> out;
    Statement &query = m_db.prepared(
        "SELECT DISTINCT o.work_folder FROM op o WHERE o.account_id=?1 AND o.state<2 AND ((o.state=1 AND "
        "o.not_before<=?2 AND "
        "(o.kind NOT IN (1,3) OR o.src_uid IS NOT NULL)) OR (" KW_OP_RUNNABLE "))");
    query.bind(account, nowMs);
    while (query.next())
        out.append(FolderId(query.integer(0)));
    return out;
}

qint64 JournalStore::nextDue(AccountId account, qint64 nowMs) const
{
    Statement &query
        = m_db.prepared("SELECT MIN(not_before) FROM op WHERE account_id=? AND state<2 AND not_before>?");
    query.bind(account, nowMs);
    const qint64 due = query.next() ? query.integer(0) : 0;
    query.rewind();
    return due;
}

QList<Operation> JournalStore::inFlight(FolderId work, qint64 nowMs) const
{
    Statement &query = m_db.prepared("SELECT " KW_OP_COLUMNS
                                     " FROM op o WHERE o.work_folder=? AND o.state<2 AND o.state=1 AND "
                                     "o.not_before<=? ORDER BY o.id");
    query.bind(work, nowMs);
    return read(query);
}

UidSet JournalStore::marked(FolderId work) const
{
    QList<quint32> uids;
    Statement &query
        = m_db.prepared("SELECT src_uid FROM op WHERE work_folder=? AND state<2 AND src_uid IS NOT NULL AND "
                        "kind IN (1,3) AND phase=1");
    query.bind(work);
    while (query.next())
        uids.append(query.number(0));
    return UidSet::of(std::move(uids));
}

QList<Operation> JournalStore::batch(FolderId work, qint64 nowMs, int limit) const
{
    Statement &first
        = m_db.prepared("SELECT " KW_OP_COLUMNS " FROM op o WHERE o.work_folder=?1 AND " KW_OP_RUNNABLE
                        " ORDER BY o.id LIMIT 1");
    first.bind(work, nowMs);
    auto oldest = read(first);
    if (oldest.isEmpty() || oldest.first().kind >= OpKind::Append)
        return oldest; // each of these is a command of its own
    Statement &rest = m_db.prepared(
        "SELECT " KW_OP_COLUMNS " FROM op o WHERE o.work_folder=?1 AND o.kind=?3 AND "
        "o.dest_folder IS NULLIF(?4,0) AND o.phase=?5 AND " KW_OP_RUNNABLE " ORDER BY o.id LIMIT ?6");
    rest.bind(work, nowMs, oldest.first().kind, oldest.first().destFolder, oldest.first().phase, limit);
    return read(rest);
}

} // namespace kw
