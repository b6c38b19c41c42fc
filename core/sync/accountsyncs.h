#pragma once

#include "core/sync/access/accountaccess.h"
#include "core/sync/account/accountsync.h"
#include "core/sync/accountbook.h"

#include <QObject>

#include <map>
#include <vector>

namespace kw {

// One AccountSync for each account of the profile that was online, and what a change of its settings means
// for it. Lives on the engine's thread.
class AccountSyncs : public QObject
{
    Q_OBJECT
public:
    AccountSyncs(SyncContext &ctx, const Paths &paths);
    ~AccountSyncs() override;

    AccountBook &book() { return m_book; }
    AccountAccess &access() { return m_access; }

    // What differs between these is told to the sessions that there are; those of before can go on.
    static bool needsNewSessions(const AccountSettings &before, const AccountSettings &now);
    void tellPaused(); // the status of those that the person paused

    void goOnline();
    void goOffline(); // returns at once; sessions end by themselves
    Task<void> shutDown(); // ends when nothing runs any more
    // The folders that the person looks at.
    void lookAt(const QSet<FolderId> &folders);
    void refresh();
    void look(AccountId account, FolderId folder); // lists its newest soon, where the account is online
    void changesWait();
    void progressMade();
    void setMetered(bool metered); // the network costs by the octet
    void askQuota(const QString &key); // of its server, now; nothing happens offline
    // Fetches a body; false where that account is not online or paused.
    bool open(MessageId message, const FolderRow &folder, bool whole);
    // Of that account; null where it is not online or paused.
    PartDesk *parts(AccountId account);

    Task<void> save(AccountSettings settings, QString password);
    Task<void> remove(QString key);
    void order(const QStringList &keys); // those not named come last
    // A folder got another name, by the person's hand: what was chosen for it stays so.
    void folderRenamed(AccountId account, const QString &from, const QString &to, QChar separator);

Q_SIGNALS:
    void accountStatusChanged(const kw::AccountStatus &status);
    void folderStatusChanged(const kw::FolderStatus &status);
    void accountsChanged(const QList<kw::AccountSettings> &accounts);
    void bodyArrived(kw::MessageId id);
    void openFailed(kw::MessageId id, const kw::Error &error);
    void partProgress(kw::MessageId id, const QString &part, qint64 done, qint64 total);
    void partsFailed(kw::MessageId id, const kw::Error &error);
    void rowsAwaitThreading();
    void notice(const kw::Error &error);
    void quotaTold(kw::AccountId account, int crossed);

private:
    AccountSync *online(AccountId account) const;
    AccountSync *makeSync(const AccountSettings &account);
    void goOnWith(const AccountSettings &account);
    void tellPaused(const AccountSettings &account);
    void applyChoices(const AccountSettings &account);
    void applyPause(const AccountSettings &account);
    Result<void> forgetCache(const QString &key);
    Task<void> drop(QString key);
    void goOnSignedIn(const AccountSettings &account);
    void goOnWithSecrets(); // those that waited for theirs
    bool done(const Result<void> &result); // says what went wrong
    void tellIfChanged(const Result<bool> &changed);

    SyncContext &m_ctx;
    AccountBook m_book;
    AccountAccess m_access;
    std::map<QString, std::unique_ptr<AccountSync>> m_syncs;
    std::vector<std::unique_ptr<AccountSync>> m_leaving; // being stopped, no longer used
    QSet<FolderId> m_looked;
    bool m_online = false;
    bool m_metered = false;
};

} // namespace kw
