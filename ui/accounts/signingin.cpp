#include "ui/accounts/signingin.h"

#include "core/sync/engine.h"
#include "core/sync/facade/signins.h"

#include <QDesktopServices>

#include <algorithm>

namespace kw {

SigningIn::SigningIn(Engine *engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_opener([](const QUrl &url) { return QDesktopServices::openUrl(url); })
{
    SignIns *signIns = engine->signIns();
    connect(signIns, &SignIns::browserWanted, this, &SigningIn::pageWanted);
    connect(signIns, &SignIns::signedIn, this, [this](int signIn) {
        if (const QString key = take(signIn); !key.isEmpty())
            Q_EMIT done(key);
    });
    connect(signIns, &SignIns::failed, this, [this](int signIn, const Error &error) {
        if (const QString key = take(signIn); !key.isEmpty())
            Q_EMIT failed(key, error);
    });
}

void SigningIn::begin(const QString &accountKey)
{
    const QList<AccountSettings> accounts = m_engine->accounts();
    const auto account = std::ranges::find(accounts, accountKey, &AccountSettings::key);
    if (account == accounts.end())
        return;
    if (m_underWay.contains(accountKey))
        m_engine->signIns()->cancel(m_underWay.take(accountKey).number);
    m_underWay.insert(accountKey, {m_engine->signIns()->begin(*account), {}});
}

void SigningIn::openAgain(const QString &accountKey)
{
    const auto under = m_underWay.constFind(accountKey);
    if (under != m_underWay.cend() && under->page.isValid())
        Q_EMIT waiting(accountKey, under->page, m_opener(under->page));
}

void SigningIn::cancel(const QString &accountKey)
{
    if (!m_underWay.contains(accountKey))
        return;
    m_engine->signIns()->cancel(m_underWay.take(accountKey).number);
    Q_EMIT cancelled(accountKey);
}

QString SigningIn::keyOf(int signIn) const
{
    for (auto it = m_underWay.cbegin(); it != m_underWay.cend(); ++it) {
        if (it->number == signIn)
            return it.key();
    }
    return {};
}

QString SigningIn::take(int signIn)
{
    const QString key = keyOf(signIn);
    m_underWay.remove(key);
    return key;
}

void SigningIn::pageWanted(int signIn, const QUrl &page)
{
    const QString key = keyOf(signIn);
    if (key.isEmpty())
        return;
    m_underWay[key].page = page;
    Q_EMIT waiting(key, page, m_opener(page));
}

} // namespace kw
