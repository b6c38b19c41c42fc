#pragma once

#include "core/account/oauth/oauthtokens.h"
#include "core/account/paths.h"
#include "core/sync/access/signindesk.h"
#include "core/sync/access/vaultkeeper.h"
#include "core/sync/account/sessionopener.h"

#include <QObject>

namespace kw {

struct SmtpSettings;

// How one gets into the servers of the profile's accounts: what they are, secrets, sign-ins, trying them out.
// Lives on the engine's thread.
class AccountAccess : public QObject
{
    Q_OBJECT
public:
    // `accounts`: those of the profile, asked for when their secrets move or go.
    AccountAccess(Clock &clock, const Paths &paths, VaultKeeper::Accounts accounts);

    VaultKeeper &vault() { return m_vault; }
    SignInDesk &signIns() { return m_signIns; }

    LinkSettings receiving(const AccountSettings &account) const;
    SmtpSettings sending(const AccountSettings &account) const;
    PasswordSource passwordSource(const AccountSettings &account); // lives as long as this
    // Signs in to both servers, with that password where it is not empty, and hangs up; answered by
    // `checked`.
    Task<void> check(AccountSettings settings, QString password);

    // The browser's, also of an account that was not saved. Not what an account of the profile signs in with.
    Task<void> forgetSignIn(AccountSettings settings);
    // Everything secret of an account that was like this before it changed or went; what one of the profile
    // uses stays.
    Task<void> forget(AccountSettings settings);
    void cancelWaits(); // who waits for a token gets none
    // Ends when nothing runs any more; what a provider is just giving is kept first, if it comes soon.
    Task<void> shutDown();

Q_SIGNALS:
    void secretsReady(); // those that waited for theirs can go on
    void signedIn(const kw::AccountSettings &account);
    // An error of kind Cancelled, without a text: all is well.
    void checked(const kw::AccountSettings &settings, const kw::Error &error);
    void notice(const kw::Error &error);

private:
    bool isUsed(const QString &entry) const;

    const QString m_configDirectory;
    const VaultKeeper::Accounts m_accounts;
    VaultKeeper m_vault;
    OAuthTokens m_tokens;
    SignInDesk m_signIns;
};

} // namespace kw
