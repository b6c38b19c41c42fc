#pragma once

#include "core/store/quota.h"
#include "core/store/storagepages.h"

#include <QObject>

namespace kw {

// How full the servers and this computer are, as the window sees it. Methods return at once. Lives on the GUI
// thread; owned by the Engine.
class StorageUse : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // What each account's server told last, also offline; accounts that were never asked, or whose server
    // does not tell, are left out.
    virtual QList<AccountQuota> quotas() const = 0;
    AccountQuota quota(const QString &key) const;
    // Asks the server now, where the account is online. Answered by quotaChanged.
    virtual void askQuota(const QString &key) = 0;
    // What is on this computer; answered by measured.
    virtual void measure() = 0;
    // Removes texts of this account from this computer, least recently read first, until about `keepBytes`
    // remain; answered by trimmed. Drafts and what waits to be sent stay.
    virtual void trim(const QString &key, qint64 keepBytes) = 0;

Q_SIGNALS:
    void quotaChanged(const kw::AccountQuota &quota);
    // It got fuller than `percent` (QuotaNearlyFull, QuotaFull): said once per crossing.
    void quotaCrossed(const kw::AccountQuota &quota, int percent);
    void measured(const kw::StorageReport &report);
    void trimmed(const QString &key, qint64 bytes);
};

inline AccountQuota StorageUse::quota(const QString &key) const
{
    const QList<AccountQuota> all = quotas();
    for (const AccountQuota &one : all) {
        if (one.key == key)
            return one;
    }
    return {};
}

} // namespace kw
