#include "core/sync/access/vaultkeeper.h"

#include "core/account/accountrules.h"
#include "core/account/oauth/oauthtokens.h"
#include "core/sync/access/serversettings.h"

namespace kw {

VaultKeeper::VaultKeeper(const QString &configDirectory, Accounts accounts)
    : m_directory(configDirectory)
    , m_accounts(std::move(accounts))
    , m_secrets(configDirectory)
{
    connect(&m_secrets, &ProfileSecrets::keyringFound, this, &VaultKeeper::tell);
    m_told = state();
}

VaultState VaultKeeper::state() const
{
    VaultState now;
    now.place = m_secrets.place();
    now.keyringKnown = m_secrets.hasKeyring().has_value();
    now.hasKeyring = m_secrets.hasKeyring().value_or(false);
    if (m_secrets.isLocked())
        now.door = m_damaged ? VaultState::Door::Damaged : VaultState::Door::Locked;
    else if (now.place == SecretPlace::Keyring && now.keyringKnown && !now.hasKeyring)
        now.door = VaultState::Door::NoKeyring;
    return now;
}

void VaultKeeper::tell()
{
    const VaultState now = state();
    if (now == m_told)
        return;
    m_told = now;
    Q_EMIT changed(now);
}

void VaultKeeper::run(Task<Result<void>> work)
{
    std::erase_if(m_running, [](const Task<void> &task) { return task.isReady(); });
    m_running.push_back(answer(std::move(work)));
}

Task<void> VaultKeeper::answer(Task<Result<void>> work)
{
    const auto done = co_await work;
    if (!done && done.error().kind == ErrorKind::Cancelled)
        co_return;
    m_damaged = !done && done.error().code == QLatin1StringView(SecretCode::Damaged);
    tell();
    Q_EMIT answered(done ? Error{ErrorKind::Cancelled, {}, {}} : done.error());
    if (done)
        Q_EMIT opened();
}

Task<Result<void>> VaultKeeper::unlocked(QString passphrase)
{
    return m_secrets.unlock(std::move(passphrase));
}

Task<Result<void>> VaultKeeper::provided(AccountSettings account, QString password)
{
    return m_secrets.store(std::move(account), std::move(password));
}

void VaultKeeper::unlock(const QString &passphrase)
{
    run(unlocked(passphrase));
}

void VaultKeeper::choose(SecretPlace place, const QString &passphrase)
{
    QStringList entries;
    for (const AccountSettings &account : m_accounts())
        entries << keyringEntry(account) << keyringEntry(refreshTokenEntry(account));
    run(m_secrets.move(place, passphrase, entries));
}

void VaultKeeper::changePassphrase(const QString &old, const QString &fresh)
{
    run(m_secrets.changePassphrase(old, fresh));
}

void VaultKeeper::provide(const AccountSettings &account, const QString &password)
{
    run(provided(account, password));
}

void VaultKeeper::lookForKeyring()
{
    if (m_secrets.place() == SecretPlace::Keyring && !m_secrets.hasKeyring())
        m_running.push_back(m_secrets.lookForKeyring());
}

void VaultKeeper::look(const AccountSettings &settings, ServerRole role)
{
    std::erase_if(m_running, [](const Task<void> &task) { return task.isReady(); });
    m_running.push_back(lookAt(settings, role));
}

Task<void> VaultKeeper::lookAt(AccountSettings settings, ServerRole role)
{
    const auto target = tlsTarget(withDefaults(settings), role, m_directory);
    if (!target) {
        Q_EMIT looked(settings, role, {}, target.error());
        co_return;
    }
    const auto look = std::make_shared<CertificateLook>(*target);
    m_looks.append(look);
    const auto shown = co_await look->run();
    m_looks.removeOne(look);
    if (!shown && shown.error().kind == ErrorKind::Cancelled)
        co_return;
    if (shown)
        Q_EMIT looked(settings, role, *shown, {ErrorKind::Cancelled, {}, {}});
    else
        Q_EMIT looked(settings, role, {}, shown.error());
}

Task<void> VaultKeeper::shutDown()
{
    m_secrets.cancel();
    const auto looks = m_looks;
    for (const auto &look : looks)
        look->cancel();
    for (auto &task : m_running)
        co_await task;
    m_running.clear();
}

} // namespace kw
