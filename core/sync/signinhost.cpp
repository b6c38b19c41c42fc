#include "core/sync/signinhost.h"

#include "core/account/oauth/oauthprovider.h"
#include "core/sync/enginecore.h"

namespace kw {

SignInHost::SignInHost(EngineCore *core, QString configDirectory)
    : m_core(core)
    , m_configDirectory(std::move(configDirectory))
{
}

void SignInHost::join()
{
    const SignInDesk &desk = m_core->accounts().access().signIns();
    connect(&desk, &SignInDesk::browserWanted, this, &SignIns::browserWanted);
    connect(&desk, &SignInDesk::signedIn, this, &SignIns::signedIn);
    connect(&desk, &SignInDesk::failed, this, &SignIns::failed);
}

QList<SignInProvider> SignInHost::providers() const
{
    const auto providers = OAuthProviders::load(m_configDirectory);
    QList<SignInProvider> shown;
    for (const OAuthProvider &provider : providers.all)
        shown.append({provider.name, provider.title, provider.isReady(), providers.hint(provider)});
    return shown;
}

int SignInHost::begin(const AccountSettings &account)
{
    const int number = ++m_last;
    QMetaObject::invokeMethod(
        m_core,
        [core = m_core, number, account] { core->accounts().access().signIns().signIn(number, account); },
        Qt::QueuedConnection);
    return number;
}

void SignInHost::cancel(int signIn)
{
    QMetaObject::invokeMethod(
        m_core, [core = m_core, signIn] { core->accounts().access().signIns().cancel(signIn); },
        Qt::QueuedConnection);
}

void SignInHost::forget(const AccountSettings &account)
{
    QMetaObject::invokeMethod(
        m_core, [core = m_core, account] { core->accounts().access().forgetSignIn(account); },
        Qt::QueuedConnection);
}

} // namespace kw
