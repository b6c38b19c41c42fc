#include "core/store/accountfacts.h"

#include "core/store/statement.h"

namespace kw {

namespace {

FolderFacts factsFrom(const Statement &query, int first)
{
    FolderFacts facts;
    if (const qint64 told = query.integer(first); told >= 0)
        facts.told = FolderRole(told);
    facts.listedSince = query.integer(first + 1);
    return facts;
}

} // namespace

AccountFacts::AccountFacts(Database &db)
    : m_db(db)
{
}

QHash<FolderId, FolderFacts> AccountFacts::folders(AccountId account) const
{
    QHash<FolderId, FolderFacts> out;
    Statement &query = m_db.prepared("SELECT id, told_role, listed_since FROM folder WHERE account_id=?");
    query.bind(account);
    while (query.next())
        out.insert(FolderId(query.integer(0)), factsFrom(query, 1));
    return out;
}

FolderFacts AccountFacts::folder(FolderId id) const
{
    Statement &query = m_db.prepared("SELECT told_role, listed_since FROM folder WHERE id=?");
    query.bind(id);
    if (!query.next())
        return {};
    const FolderFacts facts = factsFrom(query, 0);
    query.rewind();
    return facts;
}

int AccountFacts::count(const char *sql, AccountId account) const
{
    Statement &query = m_db.prepared(sql);
    query.bind(account);
    const int n = query.next() ? int(query.integer(0)) : 0;
    query.rewind();
    return n;
}

AccountHoldings AccountFacts::holdings(AccountId account) const
{
    AccountHoldings out;
    out.messages = count("SELECT COALESCE(SUM(total), 0) FROM folder WHERE account_id=?", account);
    out.texts = count("SELECT COUNT(*) FROM bodies.body b JOIN message m ON m.id=b.message_id JOIN folder f "
                      "ON f.id=m.folder_id WHERE f.account_id=?",
                      account);
    out.waiting = count("SELECT COUNT(*) FROM (SELECT COALESCE(message_id, -id) FROM op WHERE account_id=?1 "
                        "AND state<2 UNION SELECT m.id FROM message m JOIN folder f ON f.id=m.folder_id "
                        "WHERE f.account_id=?1 AND m.pending<>0)",
                        account);
    out.onlyHere = count("SELECT COUNT(DISTINCT o.message_id) FROM op o JOIN message m ON m.id=o.message_id "
                         "WHERE o.account_id=? AND o.state<2 AND o.kind=4 AND m.uid IS NULL",
                         account);
    out.vanished = count("SELECT COUNT(*) FROM vanished WHERE account_id=? AND ours=0", account);
    return out;
}

bool AccountFacts::hasPendingMarks(FolderId id) const
{
    Statement &query = m_db.prepared("SELECT EXISTS(SELECT 1 FROM message WHERE folder_id=? AND pending<>0)");
    query.bind(id);
    return query.holds();
}

void AccountFacts::setTold(FolderId id, FolderRole role)
{
    m_db.prepared("UPDATE folder SET told_role=?2 WHERE id=?1").bind(id, role).run();
}

void AccountFacts::setListedSince(FolderId id, qint64 secondsUtc)
{
    m_db.prepared("UPDATE folder SET listed_since=?2 WHERE id=?1").bind(id, secondsUtc).run();
}

} // namespace kw
