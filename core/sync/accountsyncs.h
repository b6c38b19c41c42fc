#pragma once

#include "core/account/oauth/oauthtokens.h"
#include "core/account/paths.h"
#include "core/sync/account/accountsync.h"
#include "core/sync/serverscheck.h"
#include "core/sync/signindesk.h"
#include "core/sync/vaultkeeper.h"

#include <QObject>

#include <map>
#include <vector>

namespace kw {

// The accounts of a profile: what accounts.ini says of them, their passwords, and one AccountSync for each
// that was online. Lives on the engine's thread.
class AccountSyncs : public QObject
{
    Q_OBJECT
public:
    AccountSyncs(SyncContext &ctx, Paths paths);
    ~AccountSyncs() override;

    // Reads accounts.ini. Errors: Storage. What is wrong with single entries is in fileErrors.
    Result<void> load();
    const QList<AccountSettings> &accounts() const { return m_accounts; }
    QList<Error> fileErrors() const { return m_fileErrors; }
    AccountId accountId(const QString &key) const;
    // Everything needed to talk to one account's server.
    LinkSettings linkSettings(const AccountSettings &account) const;
    SmtpSettings smtpSettings(const AccountSettings &account) const;
    PasswordSource passwordSource(const AccountSettings &account);
    VaultKeeper &vault() { return m_vault; }
    SignInDesk &signIns() { return m_signIns; }
    Task<void> forgetSignIn(AccountSettings settings); // of an account that was not saved

    // What differs between these is told to the sessions that there are; those of before can go on.
    static bool needsNewSessions(const AccountSettings &before, const AccountSettings &now);
    bool isPaused(AccountId account) const;
    void tellPaused(); // the status of those that the person paused

    void goOnline();
    void goOffline(); // returns at once; sessions end by themselves
    Task<void> shutDown(); // ends when nothing runs any more
    // The folders that the person looks at.
    void lookAt(const QSet<FolderId> &folders);
    void refresh();
    void changesWait();
    void progressMade();
    void askQuota(const QString &key); // of its server, now; nothing happens offline
    // Those that are to be on this computer whole.
    QSet<FolderId> offlineFolders() const;
    // Fetches a body; false where that account is not online or paused.
    bool open(MessageId message, const FolderRow &folder);

    Task<void> save(AccountSettings settings, QString password);
    Task<void> remove(QString key);
    void order(const QStringList &keys); // those not named come last
    // A folder got another name, by the person's hand: what was chosen for it stays so.
    void folderRenamed(AccountId account, const QString &from, const QString &to, QChar separator);
    Task<void> check(AccountSettings settings, QString password);

Q_SIGNALS:
    void accountStatusChanged(const kw::AccountStatus &status);
    void folderStatusChanged(const kw::FolderStatus &status);
    void accountsChanged(const QList<kw::AccountSettings> &accounts);
    void bodyArrived(kw::MessageId id);
    void openFailed(kw::MessageId id, const kw::Error &error);
    // An error of kind Cancelled, without a text: all is well.
    void accountChecked(const kw::AccountSettings &settings, const kw::Error &error);
    void rowsAwaitThreading();
    void notice(const kw::Error &error);
    void quotaTold(kw::AccountId account, int crossed);

private:
    AccountSync *makeSync(const AccountSettings &account);
    void goOnWith(const AccountSettings &account);
    void tellPaused(const AccountSettings &account);
    void applyChoices(const AccountSettings &account);
    void applyPause(const AccountSettings &account);
    Result<void> forgetCache(const QString &key);
    bool keep(const QList<AccountSettings> &accounts); // says so where the file cannot be written
    Task<void> drop(QString key);
    void signedIn(const AccountSettings &account);
    void goOnWithSecrets(); // those that waited for theirs

    SyncContext &m_ctx;
    const Paths m_paths;
    VaultKeeper m_vault;
    OAuthTokens m_tokens;
    SignInDesk m_signIns;
    QList<AccountSettings> m_accounts;
    QList<Error> m_fileErrors;
    std::map<QString, std::unique_ptr<AccountSync>> m_syncs;
    std::vector<std::unique_ptr<AccountSync>> m_leaving; // being stopped, no longer used
    QSet<FolderId> m_looked;
    bool m_online = false;
};

// A factory for the real thing: KIMAP, bulk work on threads of its own.
LinkFactory kimapLinks();

} // namespace kw
