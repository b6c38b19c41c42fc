#pragma once

#include "core/account/oauth/oauthprovider.h"
#include "core/account/oauth/tokenanswer.h"
#include "core/account/secrets.h"
#include "core/base/clock.h"
#include "core/base/deferred.h"

#include <QObject>

#include <map>

namespace kw {

class TokenRefresh;

// The access tokens of all accounts that sign in through the browser. They are in memory only; what renews
// them (the refresh token) is with the Secrets, as a password of its own. However many sessions ask, one
// exchange per account is under way at a time, and all of them get what comes of it, once a new refresh token
// is kept. Lives on one thread with an event loop, shorter than `secrets` and `clock`; what is awaited when
// it goes ends with ErrorKind::Cancelled.
class OAuthTokens : public QObject
{
    Q_OBJECT
public:
    OAuthTokens(Secrets &secrets, Clock &clock, QString configDirectory);
    ~OAuthTokens() override;

    // A token that lasts for a minute at least, or half its life. Errors: Auth (nobody has signed in, or not
    // any more: code SignInAgainCode), Network, Tls, Protocol, Invalid (the provider cannot be used; the
    // sentence says what to do), those of Secrets::password().
    Task<Result<QString>> token(AccountSettings account);
    // The mail server refused that one, which may be younger than its time: another one, but not again and
    // again. Errors as above.
    Task<Result<QString>> afterRefusal(AccountSettings account, QString refused);
    // The mail server took that one: if it refuses it later, it has run out early.
    void worked(const AccountSettings &account, const QString &token);
    // What a sign-in brought. Errors: of Secrets::store(); then it is good until the program ends.
    Task<Result<void>> keep(AccountSettings account, TokenAnswer answer);
    Task<Result<void>> forget(AccountSettings account);
    // What is awaited ends with ErrorKind::Cancelled; an exchange under way is carried on, for what it brings
    // may be the only key there is.
    void cancel();
    // Ends when no exchange is under way any more and what they brought is kept, or after MostAtEnd. Then
    // this may go.
    Task<void> shutDown();

    static constexpr Millis MostAtEnd = std::chrono::seconds(4);
    static constexpr Millis Margin = std::chrono::minutes(1);
    static constexpr Millis BetweenForced = std::chrono::minutes(5);

Q_SIGNALS:
    // A provider gave a new refresh token and it could not be kept.
    void notKept(const kw::Error &error);

private:
    struct Grant {
        QString access;
        qint64 goodUntil = 0; // wall clock, ms
        QString refresh;
        qint64 forcedAt = 0; // wall clock, ms: a refusal made us renew it; 0: never
        bool isRenewing = false; // until what that brought is kept
        std::shared_ptr<TokenRefresh> renewing; // while the provider is asked
        QList<Deferred<Result<QString>>> waiting;
        int signIn
            = 0; // counts sign-ins and their ends: what belongs to an earlier one is of no use any more
    };

    bool isGood(const Grant &grant) const;
    void take(Grant &grant, const TokenAnswer &answer);
    Task<Result<QString>> renewed(AccountSettings account);
    Task<void> renew(QString entry, AccountSettings account);
    Task<void> keepRotated(QString entry, AccountSettings account, QString refresh);
    bool isRenewing() const;
    Task<Result<TokenAnswer>> exchange(QString entry, AccountSettings account);
    Task<Result<TokenAnswer>> ask(QString entry, OAuthProvider provider, QString refresh);
    void settle(const QString &entry, const Result<QString> &result);
    Error mustSignIn(const AccountSettings &account) const;

    Secrets &m_secrets;
    Clock &m_clock;
    const QString m_configDirectory;
    std::map<QString, Grant> m_grants; // by the provider and the login they are for
    std::optional<Deferred<bool>> m_awaitRest; // shutDown() waits until nothing is renewed
};

// The account as one whose password is its refresh token: that is how Secrets keeps it, under a name of its
// own ("oauth:PROVIDER:USER@HOST"). One provider's token never reaches another that way.
AccountSettings refreshTokenEntry(AccountSettings account);

} // namespace kw
