#pragma once

#include "core/sync/facade/storageuse.h"

#include <QMap>

namespace kw {

// Room on servers and on this computer as a test says; records what it is asked.
class FakeStorageUse final : public StorageUse
{
    Q_OBJECT
public:
    QList<AccountQuota> quotas() const override { return told.values(); }
    void askQuota(const QString &key) override { asked.append(key); }
    void measure() override
    {
        ++measurements;
        if (!report.accounts.isEmpty())
            Q_EMIT measured(report);
    }
    void trim(const QString &key, qint64 keepBytes) override { trims.append({key, keepBytes}); }

    // As if the server had told; `crossed`: the step it got over, or 0.
    void tell(const AccountQuota &quota, int crossed = 0)
    {
        told.insert(quota.key, quota);
        Q_EMIT quotaChanged(quota);
        if (crossed > 0)
            Q_EMIT quotaCrossed(quota, crossed);
    }

    QMap<QString, AccountQuota> told;
    StorageReport report; // what measure() answers; without accounts it stays open
    QStringList asked;
    QList<std::pair<QString, qint64>> trims;
    int measurements = 0;
};

} // namespace kw
