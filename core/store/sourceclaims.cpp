#include "core/store/sourceclaims.h"

#include "core/store/statement.h"

namespace kw {

// In all of these the literal conditions repeat those of the partial indexes, so that they apply.

SourceClaims::SourceClaims(Database &db)
    : m_db(db)
{
}

bool SourceClaims::any(FolderId folder) const
{
    Statement &query = m_db.prepared(
        "SELECT EXISTS(SELECT 1 FROM op WHERE src_folder=?1 AND state<2 AND src_uid IS NOT NULL AND kind=1) "
        "OR "
        "EXISTS(SELECT 1 FROM op WHERE src_folder=?1 AND state<2 AND src_uid IS NULL AND kind=1)");
    return query.bind(folder).holds();
}

bool SourceClaims::claims(FolderId folder, Uid uid) const
{
    Statement &query = m_db.prepared("SELECT EXISTS(SELECT 1 FROM op WHERE src_folder=? AND src_uid=? AND "
                                     "state<2 AND src_uid IS NOT NULL AND kind=1)");
    return query.bind(folder, uid).holds();
}

MessageId SourceClaims::claimant(FolderId folder, Uid uid) const
{
    Statement &query
        = m_db.prepared("SELECT message_id FROM op WHERE src_folder=? AND src_uid=? AND state<2 AND src_uid "
                        "IS NOT NULL AND kind=1 AND phase=0 AND "
                        "EXISTS(SELECT 1 FROM message m WHERE m.id=op.message_id AND m.uid IS NULL)");
    query.bind(folder, uid);
    const auto id = MessageId(query.next() ? query.integer(0) : 0);
    query.rewind();
    return id;
}

UidSet SourceClaims::uids(FolderId folder) const
{
    UidSet out;
    Statement &query
        = m_db.prepared("SELECT src_uid FROM op WHERE src_folder=? AND state<2 AND src_uid IS NOT NULL AND "
                        "kind=1 ORDER BY src_uid");
    query.bind(folder);
    while (query.next())
        out.add(query.number(0));
    return out;
}

bool SourceClaims::isPlaced(MessageId id) const
{
    Statement &query = m_db.prepared("SELECT EXISTS(SELECT 1 FROM op WHERE message_id=? AND state<2)");
    return query.bind(id).holds();
}

void SourceClaims::forgetUids(FolderId folder)
{
    m_db.prepared("UPDATE op SET src_uid=NULL WHERE src_folder=? AND state<2").bind(folder).run();
}

QList<OpId> SourceClaims::unbound(FolderId folder) const
{
    QList<OpId> ids;
    Statement &query = m_db.prepared(
        "SELECT id FROM op WHERE src_folder=? AND state<2 AND src_uid IS NULL AND kind IN (1,2,3) AND NOT "
        "EXISTS(SELECT 1 "
        "FROM op earlier WHERE earlier.id<op.id AND earlier.state<2 AND (earlier.message_id=op.message_id OR "
        "earlier.message_id=op.source_id))");
    query.bind(folder);
    while (query.next())
        ids.append(OpId(query.integer(0)));
    return ids;
}

bool SourceClaims::isUnbound(OpId op) const
{
    Statement &query
        = m_db.prepared("SELECT EXISTS(SELECT 1 FROM op WHERE id=? AND state<2 AND src_uid IS NULL)");
    return query.bind(op).holds();
}

} // namespace kw
