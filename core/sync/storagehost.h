#pragma once

#include "core/account/accountsettings.h"
#include "core/sync/facade/storageuse.h"

#include <QThread>
#include <QTimer>

#include <functional>

namespace kw {

class EngineCore;

// StorageUse behind EngineHost: measures on a thread of its own, lets the engine evict, and sees to the
// limits that accounts have. Lives on the GUI thread.
class StorageHost final : public StorageUse
{
    Q_OBJECT
public:
    using Tell = std::function<void(std::function<void(EngineCore &)>)>;

    // `tell` runs something on the engine's thread.
    StorageHost(EngineCore *core, Tell tell, const QString &cacheDirectory);
    ~StorageHost() override;

    // Once the profile is open: what was told before.
    void load(Database &db);
    void setAccounts(const QList<AccountSettings> &accounts);

    QList<AccountQuota> quotas() const override { return m_quotas.values(); }
    void askQuota(const QString &key) override;
    void measure() override;
    void trim(const QString &key, qint64 keepBytes) override;

private:
    class Measurer;

    void connectCore(EngineCore *core);
    void onMeasured(const StorageReport &report);
    void onQuota(const AccountQuota &quota, int crossed);
    void onBody();
    qint64 limitOf(const QString &key) const; // octets; 0: none
    QString keyOf(AccountId account) const;

    const Tell m_tell;
    QThread m_thread;
    Measurer *m_measurer; // lives on the thread
    QTimer m_regularly;
    QTimer m_soon;
    QMap<QString, AccountQuota> m_quotas;
    QHash<QString, AccountSettings> m_accounts;
    QHash<QString, qint64> m_wishes; // octets to keep, until measured
    StorageReport m_last;
    int m_bodies = 0; // arrived since the last measurement
    bool m_isMeasuring = false;
};

} // namespace kw
