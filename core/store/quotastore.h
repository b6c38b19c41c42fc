#pragma once

#include "core/store/database.h"
#include "core/store/quota.h"

namespace kw {

// What the servers told last about their room, so that it can be shown offline. Write methods need an open
// Transaction; reading works on any connection.
class QuotaStore
{
public:
    explicit QuotaStore(Database &db);

    AccountQuota quota(AccountId account) const; // the key is filled in too
    QList<AccountQuota> all() const; // of every account that was asked
    void set(AccountId account, const QList<QuotaRow> &rows, qint64 nowMs);
    // The step of fullness that the person has been told of: 0, QuotaNearlyFull or QuotaFull.
    int toldOf(AccountId account) const;
    void setToldOf(AccountId account, int percent);

private:
    Database &m_db;
};

} // namespace kw
