#include "core/sync/access/signindesk.h"

#include "core/account/accountrules.h"
#include "core/account/oauth/oauthflow.h"
#include "core/account/oauth/oauthtokens.h"

#include <QCoreApplication>
#include <QPointer>

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::OAuth)
};

// It works, until the program ends.
Error notKept(const Error &why)
{
    return {why.kind,
            Words::tr("You are signed in, but that could not be kept for the next start: %1").arg(why.text),
            why.code};
}

} // namespace

SignInDesk::SignInDesk(OAuthTokens &tokens, QString configDirectory)
    : m_tokens(tokens)
    , m_configDirectory(std::move(configDirectory))
{
    connect(&tokens, &OAuthTokens::notKept, this, [this](const Error &why) { Q_EMIT notice(notKept(why)); });
}

SignInDesk::~SignInDesk()
{
    for (const auto &[number, flow] : m_flows)
        flow->cancel();
}

void SignInDesk::cancel(int number)
{
    if (const auto found = m_flows.find(number); found != m_flows.end())
        found->second->cancel();
}

Task<Result<void>> SignInDesk::signIn(int number, AccountSettings account)
{
    const QPointer<SignInDesk> alive(this);
    const auto done = co_await carriedOut(number, withDefaults(account));
    if (!alive)
        co_return Error{ErrorKind::Cancelled, {}, {}};
    m_flows.erase(number);
    if (done)
        Q_EMIT signedIn(number, account);
    else if (done.error().kind != ErrorKind::Cancelled)
        Q_EMIT failed(number, done.error());
    co_return done;
}

Task<Result<void>> SignInDesk::carriedOut(int number, AccountSettings account)
{
    const QPointer<SignInDesk> alive(this);
    const auto provider = OAuthProviders::load(m_configDirectory).readyFor(account);
    if (!provider)
        co_return provider.error();
    const auto flow = std::make_shared<OAuthFlow>(*provider, account.address);
    m_flows[number] = flow;
    connect(flow.get(), &OAuthFlow::browserWanted, this,
            [this, number](const QUrl &url) { Q_EMIT browserWanted(number, url); });
    const auto answer = co_await flow->run();
    if (!alive)
        co_return Error{ErrorKind::Cancelled, {}, {}};
    if (!answer)
        co_return answer.error();
    const auto kept = co_await m_tokens.keep(account, *answer);
    if (alive && !kept && kept.error().kind != ErrorKind::Cancelled)
        Q_EMIT notice(notKept(kept.error()));
    co_return Result<void>{};
}

} // namespace kw
