#include "core/sync/access/accountaccess.h"

#include "core/account/accountfile.h"
#include "core/account/accountrules.h"
#include "core/imap/kimap/kimaplink.h"
#include "core/smtp/ksmtp/ksmtplink.h"
#include "core/sync/access/serverscheck.h"
#include "core/sync/access/serversettings.h"

#include <algorithm>

namespace kw {

namespace {

// The name that its secret is kept under; none where a command prints it.
QString entryOf(const AccountSettings &account)
{
    if (!account.passwordCommand.isEmpty())
        return {};
    return keyringEntry(account.oauth.isEmpty() ? account : refreshTokenEntry(account));
}

} // namespace

AccountAccess::AccountAccess(Clock &clock, const Paths &paths, VaultKeeper::Accounts accounts)
    : m_configDirectory(paths.config)
    , m_accounts(std::move(accounts))
    , m_vault(paths.config, m_accounts)
    , m_tokens(m_vault.secrets(), clock, paths.config)
    , m_signIns(m_tokens, paths.config)
{
    connect(&m_vault, &VaultKeeper::opened, this, &AccountAccess::secretsReady);
    connect(&m_signIns, &SignInDesk::notice, this, &AccountAccess::notice);
    connect(&m_signIns, &SignInDesk::signedIn, this,
            [this](int, const AccountSettings &account) { Q_EMIT signedIn(account); });
}

LinkSettings AccountAccess::receiving(const AccountSettings &account) const
{
    return linkSettings(account, m_configDirectory);
}

SmtpSettings AccountAccess::sending(const AccountSettings &account) const
{
    return smtpSettings(account, m_configDirectory);
}

PasswordSource AccountAccess::passwordSource(const AccountSettings &account)
{
    if (account.oauth.isEmpty())
        return [this, account] { return m_vault.secrets().password(account); };
    return {[this, account] { return m_tokens.token(account); },
            [this, account](const QString &refused) { return m_tokens.afterRefusal(account, refused); },
            [this, account](const QString &token) { m_tokens.worked(account, token); }};
}

Task<void> AccountAccess::check(AccountSettings settings, QString password)
{
    const AccountSettings asked = settings; // whoever asked knows the answer by it
    settings = withDefaults(settings);
    if (const auto valid = checkSettings(settings); !valid) {
        Q_EMIT checked(asked, valid.error());
        co_return;
    }
    const PasswordSource source = password.isEmpty() || !settings.oauth.isEmpty()
        ? passwordSource(settings)
        : PasswordSource([password]() -> Task<Result<QString>> { co_return password; });
    const auto done = co_await checkServers({[](bool) { return makeKimapLink(); }, receiving(settings),
                                             [] { return makeKsmtpLink(); }, sending(settings), source});
    Q_EMIT checked(asked, done ? Error{ErrorKind::Cancelled, {}, {}} : done.error());
}

// Two accounts may have the same login.
bool AccountAccess::isUsed(const QString &entry) const
{
    return std::ranges::any_of(
        m_accounts(), [&entry](const AccountSettings &account) { return entryOf(account) == entry; });
}

Task<void> AccountAccess::forgetSignIn(AccountSettings settings)
{
    settings = withDefaults(settings);
    if (isUsed(keyringEntry(refreshTokenEntry(settings))))
        co_return;
    const auto forgotten = co_await m_tokens.forget(settings);
    if (!forgotten && forgotten.error().kind != ErrorKind::Unsupported
        && forgotten.error().kind != ErrorKind::Cancelled)
        Q_EMIT notice(forgotten.error());
}

Task<void> AccountAccess::forget(AccountSettings settings)
{
    if (!settings.oauth.isEmpty())
        co_await forgetSignIn(settings);
    if (isUsed(keyringEntry(settings)))
        co_return;
    const auto secret = co_await m_vault.secrets().forget(settings);
    if (!secret && secret.error().kind != ErrorKind::Unsupported)
        Q_EMIT notice(secret.error());
}

void AccountAccess::cancelWaits()
{
    m_tokens.cancel();
}

Task<void> AccountAccess::shutDown()
{
    co_await m_tokens.shutDown(); // which needs the vault
    co_await m_vault.shutDown();
}

} // namespace kw
