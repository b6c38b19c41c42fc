#include "ui/accounts/browsersignin.h"

#include <QDesktopServices>

#include <algorithm>

namespace kw {

BrowserSignIn::BrowserSignIn(SignIns *signIns, QObject *parent)
    : QObject(parent)
    , open([](const QUrl &url) { QDesktopServices::openUrl(url); })
    , m_signIns(signIns)
{
    connect(m_signIns, &SignIns::browserWanted, this, [this](int number, const QUrl &url) {
        if (number != m_number)
            return;
        m_page = url;
        open(url);
        Q_EMIT browserOpened();
    });
    connect(m_signIns, &SignIns::signedIn, this, [this](int number) {
        if (number != m_number)
            return;
        m_number = 0;
        m_hasToken = true;
        Q_EMIT signedIn();
    });
    connect(m_signIns, &SignIns::failed, this, [this](int number, const Error &error) {
        if (number != m_number)
            return;
        m_number = 0;
        Q_EMIT failed(error);
    });
}

BrowserSignIn::~BrowserSignIn()
{
    cancel();
    forget();
}

std::optional<SignInProvider> BrowserSignIn::provider(const QString &name) const
{
    const QList<SignInProvider> all = m_signIns->providers();
    const auto found = std::ranges::find(all, name, &SignInProvider::name);
    if (name.isEmpty() || found == all.end())
        return {};
    return *found;
}

void BrowserSignIn::begin(const AccountSettings &account)
{
    cancel();
    forget();
    m_account = account;
    m_page.clear();
    m_number = m_signIns->begin(account);
}

void BrowserSignIn::cancel()
{
    if (m_number != 0)
        m_signIns->cancel(std::exchange(m_number, 0));
}

void BrowserSignIn::forget()
{
    if (std::exchange(m_hasToken, false) && !(isShared && isShared(m_account)))
        m_signIns->forget(m_account);
}

} // namespace kw
