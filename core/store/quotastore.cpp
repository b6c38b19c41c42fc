#include "core/store/quotastore.h"

#include "core/store/statement.h"

namespace kw {

QuotaStore::QuotaStore(Database &db)
    : m_db(db)
{
}

AccountQuota QuotaStore::quota(AccountId account) const
{
    AccountQuota out;
    out.account = account;
    Statement &asked = m_db.prepared(
        "SELECT a.key, q.at FROM account a LEFT JOIN quota_asked q ON q.account_id=a.id WHERE a.id=?");
    asked.bind(account);
    if (asked.next()) {
        out.key = asked.text(0);
        out.askedAt = asked.integer(1);
    }
    asked.rewind();
    Statement &rows = m_db.prepared(
        "SELECT root, resource, used, most FROM quota WHERE account_id=? ORDER BY root, resource");
    rows.bind(account);
    while (rows.next())
        out.rows.append({rows.text(0), rows.text(1), quint64(rows.integer(2)),
                         quint64(std::max<qint64>(rows.integer(3), 1))});
    return out;
}

QList<AccountQuota> QuotaStore::all() const
{
    QList<AccountId> accounts;
    Statement &query = m_db.prepared("SELECT account_id FROM quota_asked ORDER BY account_id");
    while (query.next())
        accounts.append(AccountId(query.integer(0)));
    QList<AccountQuota> out;
    for (const AccountId account : std::as_const(accounts))
        out.append(quota(account));
    return out;
}

void QuotaStore::set(AccountId account, const QList<QuotaRow> &rows, qint64 nowMs)
{
    m_db.prepared(
            "INSERT INTO quota_asked(account_id, at) VALUES(?1,?2) ON CONFLICT(account_id) DO UPDATE SET "
            "at=excluded.at")
        .bind(account, nowMs)
        .run();
    m_db.prepared("DELETE FROM quota WHERE account_id=?").bind(account).run();
    for (const QuotaRow &row : rows)
        m_db.prepared("INSERT OR REPLACE INTO quota(account_id, root, resource, used, most) "
                      "VALUES(?,COALESCE(?,''),COALESCE(?,''),?,?)")
            .bind(account, row.root, row.resource, row.used, row.limit)
            .run();
}

int QuotaStore::toldOf(AccountId account) const
{
    Statement &query = m_db.prepared("SELECT told FROM quota_asked WHERE account_id=?");
    query.bind(account);
    const int told = query.next() ? int(query.integer(0)) : 0;
    query.rewind();
    return told;
}

void QuotaStore::setToldOf(AccountId account, int percent)
{
    m_db.prepared("UPDATE quota_asked SET told=?2 WHERE account_id=?1").bind(account, percent).run();
}

} // namespace kw
