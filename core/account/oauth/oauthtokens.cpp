#include "core/account/oauth/oauthtokens.h"

#include "core/account/oauth/tokenrefresh.h"
#include "core/account/secretstore.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::OAuth)
};

// Where there is no place for it nothing can be there. What is locked, denied or cannot be read is no reason
// to say that the provider lets nobody in.
bool isNothingKept(const Error &error)
{
    return error.code == QLatin1StringView(SecretCode::Missing)
        || error.code == QLatin1StringView(SecretCode::Ask)
        || error.code == QLatin1StringView(SecretCode::NoKeyring);
}

const Error cancelled{ErrorKind::Cancelled, {}, {}};

Error commandRefused(const AccountSettings &account)
{
    return {ErrorKind::Auth,
            Words::tr("The mail server does not accept the token that passwordCommand of %1 prints. Run the "
                      "command in a terminal and sign in again where it asks you to.")
                .arg(account.address),
            {}};
}

} // namespace

AccountSettings refreshTokenEntry(AccountSettings account)
{
    account.imap.user.prepend("oauth:"_L1 + account.oauth + u':');
    account.passwordCommand.clear();
    return account;
}

namespace {

QString grantOf(const AccountSettings &account)
{
    return keyringEntry(refreshTokenEntry(account));
}

} // namespace

OAuthTokens::OAuthTokens(Secrets &secrets, Clock &clock, QString configDirectory)
    : m_secrets(secrets)
    , m_clock(clock)
    , m_configDirectory(std::move(configDirectory))
{
}

OAuthTokens::~OAuthTokens()
{
    auto grants = std::move(m_grants);
    m_grants.clear();
    for (auto &[entry, grant] : grants) {
        if (grant.renewing)
            grant.renewing->cancel();
        for (const auto &waiting : std::exchange(grant.waiting, {}))
            waiting.resolve(cancelled);
    }
    if (m_awaitRest)
        m_awaitRest->resolve(true);
}

void OAuthTokens::cancel()
{
    QStringList entries;
    for (const auto &[entry, grant] : m_grants)
        entries.append(entry);
    for (const QString &entry : std::as_const(entries))
        settle(entry, cancelled);
}

bool OAuthTokens::isGood(const Grant &grant) const
{
    return !grant.access.isEmpty() && m_clock.wallMs() < grant.goodUntil;
}

void OAuthTokens::take(Grant &grant, const TokenAnswer &answer)
{
    grant.access = answer.access;
    grant.goodUntil
        = m_clock.wallMs() + answer.lifetimeMs - std::min<qint64>(Margin.count(), answer.lifetimeMs / 2);
    if (!answer.refresh.isEmpty())
        grant.refresh = answer.refresh;
}

Task<Result<QString>> OAuthTokens::token(AccountSettings account)
{
    if (!account.passwordCommand.isEmpty())
        co_return co_await m_secrets.password(account); // a helper of the person's prints access tokens
    const Grant &grant = m_grants[grantOf(account)];
    if (!isGood(grant))
        co_return co_await renewed(account);
    // The account's servers may be others than when this one was given.
    if (const auto provider = OAuthProviders::load(m_configDirectory).readyFor(account); !provider)
        co_return provider.error();
    co_return grant.access;
}

Task<Result<QString>> OAuthTokens::afterRefusal(AccountSettings account, QString refused)
{
    if (!account.passwordCommand.isEmpty())
        co_return commandRefused(account);
    Grant &grant = m_grants[grantOf(account)];
    if (isGood(grant) && grant.access != refused)
        co_return grant.access; // another session was first
    const qint64 now = m_clock.wallMs();
    // What was renewed for this very reason a moment ago is not refused for being old.
    // (A clock that was set back says nothing.)
    const bool hasJustRenewed
        = grant.forcedAt > 0 && now >= grant.forcedAt && now - grant.forcedAt < BetweenForced.count();
    if (hasJustRenewed && !grant.isRenewing)
        co_return mustSignIn(account);
    grant.access.clear();
    grant.forcedAt = now;
    co_return co_await renewed(account);
}

void OAuthTokens::worked(const AccountSettings &account, const QString &token)
{
    Grant &grant = m_grants[grantOf(account)];
    if (grant.access == token)
        grant.forcedAt = 0;
}

Task<Result<QString>> OAuthTokens::renewed(AccountSettings account)
{
    const QString entry = grantOf(account);
    Grant &grant = m_grants[entry];
    const Deferred<Result<QString>> mine;
    grant.waiting.append(mine);
    if (!grant.isRenewing)
        renew(entry, account);
    co_return co_await mine;
}

// Nobody awaits it: it holds what it uses, and ends when this goes.
Task<void> OAuthTokens::renew(QString entry, AccountSettings account)
{
    const QPointer<OAuthTokens> alive(this);
    const int signIn = m_grants[entry].signIn;
    m_grants[entry].isRenewing = true;
    const auto answer = co_await exchange(entry, account);
    if (alive && answer && m_grants[entry].signIn == signIn)
        co_await keepRotated(entry, account, answer->refresh);
    if (!alive)
        co_return;
    Grant &grant = m_grants[entry];
    grant.isRenewing = false;
    if (grant.signIn != signIn) { // meanwhile the person has signed in anew, or out
        if (!grant.waiting.isEmpty())
            renew(entry, account);
    } else if (answer) {
        take(grant, *answer);
        settle(entry, grant.access);
    } else {
        if (answer.error().code != QLatin1StringView(SignInAgainCode))
            grant.forcedAt = 0; // nothing was renewed
        settle(entry, answer.error());
    }
    if (alive && m_awaitRest && !isRenewing())
        m_awaitRest->resolve(true);
}

// The one of before may be good for nothing any more. Where the new one cannot be kept it is used all the
// same, until the program ends.
Task<void> OAuthTokens::keepRotated(QString entry, AccountSettings account, QString refresh)
{
    if (refresh.isEmpty() || refresh == m_grants[entry].refresh)
        co_return;
    const QPointer<OAuthTokens> alive(this);
    m_grants[entry].refresh = refresh;
    const auto stored = co_await m_secrets.store(refreshTokenEntry(account), refresh);
    if (alive && !stored && stored.error().kind != ErrorKind::Cancelled)
        Q_EMIT notKept(stored.error());
}

bool OAuthTokens::isRenewing() const
{
    return std::ranges::any_of(m_grants, [](const auto &entry) { return entry.second.isRenewing; });
}

Task<void> OAuthTokens::shutDown()
{
    cancel();
    if (!isRenewing())
        co_return;
    const Deferred<bool> rest;
    m_awaitRest = rest;
    const auto timer = m_clock.callAfter(MostAtEnd, [rest] { rest.resolve(true); });
    co_await rest;
    m_clock.cancel(timer);
}

Task<Result<TokenAnswer>> OAuthTokens::exchange(QString entry, AccountSettings account)
{
    const QPointer<OAuthTokens> alive(this);
    const int signIn = m_grants[entry].signIn;
    const auto provider = OAuthProviders::load(m_configDirectory).readyFor(account);
    if (!provider)
        co_return provider.error();
    const QString atHand = m_grants[entry].refresh;
    if (!atHand.isEmpty()) {
        auto answer = co_await ask(entry, *provider, atHand);
        if (!alive || answer || answer.error().code != QLatin1StringView(SignInAgainCode))
            co_return answer;
    }
    const auto kept = co_await m_secrets.password(refreshTokenEntry(account));
    if (!alive || m_grants[entry].signIn != signIn)
        co_return cancelled;
    // Another program of ours may have renewed it meanwhile, which ends the one at hand.
    if (!atHand.isEmpty() && (!kept || *kept == atHand))
        co_return mustSignIn(account);
    if (!kept && isNothingKept(kept.error()))
        co_return mustSignIn(account);
    if (!kept)
        co_return kept.error();
    m_grants[entry].refresh = *kept;
    co_return co_await ask(entry, *provider, *kept);
}

Task<Result<TokenAnswer>> OAuthTokens::ask(QString entry, OAuthProvider provider, QString refresh)
{
    const QPointer<OAuthTokens> alive(this);
    const auto renewing = std::make_shared<TokenRefresh>(std::move(provider));
    m_grants[entry].renewing = renewing;
    auto answer = co_await renewing->run(refresh);
    if (alive)
        m_grants[entry].renewing.reset();
    co_return answer;
}

void OAuthTokens::settle(const QString &entry, const Result<QString> &result)
{
    const auto waiting = std::exchange(m_grants[entry].waiting, {});
    for (const auto &one : waiting)
        one.resolve(result);
}

Error OAuthTokens::mustSignIn(const AccountSettings &account) const
{
    const auto provider = OAuthProviders::load(m_configDirectory).readyFor(account);
    return provider ? signInAgain(provider->title) : provider.error();
}

Task<Result<void>> OAuthTokens::keep(AccountSettings account, TokenAnswer answer)
{
    Grant &grant = m_grants[grantOf(account)];
    ++grant.signIn;
    grant.refresh.clear(); // of whoever signed in before
    grant.forcedAt = 0;
    take(grant, answer);
    if (grant.renewing)
        grant.renewing->cancel();
    settle(grantOf(account), grant.access);
    if (answer.refresh.isEmpty())
        co_return co_await m_secrets.forget(refreshTokenEntry(account));
    co_return co_await m_secrets.store(refreshTokenEntry(account), answer.refresh);
}

Task<Result<void>> OAuthTokens::forget(AccountSettings account)
{
    const QString entry = grantOf(account);
    if (const auto found = m_grants.find(entry); found != m_grants.end()) {
        if (found->second.renewing)
            found->second.renewing->cancel();
        ++found->second.signIn;
        found->second.access.clear();
        found->second.refresh.clear();
    }
    co_return co_await m_secrets.forget(refreshTokenEntry(account));
}

} // namespace kw
