#pragma once

#include "core/account/profilesecrets.h"
#include "core/sync/facade/certificates.h"
#include "core/sync/facade/vault.h"
#include "core/tls/certificatelook.h"

#include <functional>
#include <vector>

namespace kw {

// The engine's side of Vault and Certificates. Lives on the engine's thread.
class VaultKeeper : public QObject
{
    Q_OBJECT
public:
    using Accounts = std::function<QList<AccountSettings>()>;

    // `accounts`: those of the profile, asked for when their secrets move.
    VaultKeeper(const QString &configDirectory, Accounts accounts);

    Secrets &secrets() { return m_secrets; }
    VaultState state() const;

    void unlock(const QString &passphrase);
    void choose(SecretPlace place, const QString &passphrase);
    void changePassphrase(const QString &old, const QString &fresh);
    void provide(const AccountSettings &account, const QString &password);
    void look(const AccountSettings &settings, ServerRole role);
    // Finds out whether there is a keyring, where one is to be used.
    void lookForKeyring();

    // The same with an end to wait for.
    Task<Result<void>> unlocked(QString passphrase);
    Task<Result<void>> provided(AccountSettings account, QString password);

    Task<void> shutDown(); // ends when nothing runs any more

Q_SIGNALS:
    void changed(const kw::VaultState &state);
    void answered(const kw::Error &error);
    void opened(); // accounts that waited for their secret may have it now
    void looked(const kw::AccountSettings &settings, kw::ServerRole role, const kw::ShownCertificate &shown,
                const kw::Error &error);

private:
    void run(Task<Result<void>> work);
    Task<void> answer(Task<Result<void>> work);
    Task<void> lookAt(AccountSettings settings, ServerRole role);
    void tell();

    const QString m_directory;
    const Accounts m_accounts;
    ProfileSecrets m_secrets;
    bool m_damaged = false;
    VaultState m_told;
    std::vector<Task<void>> m_running;
    QList<std::shared_ptr<CertificateLook>> m_looks;
};

} // namespace kw
