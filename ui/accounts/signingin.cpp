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

// The wizard's are not ours.
QString SigningIn::take(int signIn)
{
    for (auto it = m_underWay.begin(); it != m_underWay.end(); ++it) {
        if (it->number == signIn) {
            const QString key = it.key();
            m_underWay.erase(it);
            return key;
        }
    }
    return {};
}

void SigningIn::pageWanted(int signIn, const QUrl &page)
{
    for (auto it = m_underWay.begin(); it != m_underWay.end(); ++it) {
        if (it->number != signIn)
            continue;
        it->page = page;
        const QString key = it.key();
        Q_EMIT waiting(key, page, m_opener(page));
        return;
    }
}

} // namespace kw
