#pragma once

#include "core/sync/engine.h"
#include "ui/reader/bannerstack.h"

#include <QMap>
#include <QSet>
#include <QUrl>

namespace kw {

class SigningIn;

// The strip of errors at the top of the window: one line per account that needs the person, one for those
// that cannot be reached, and notices that concern no account.
class Notices : public BannerStack
{
    Q_OBJECT
public:
    explicit Notices(Engine *engine, QWidget *parent = nullptr);
    void setAccounts(const QList<AccountSettings> &accounts);
    void setStatus(const AccountStatus &status);
    void addNotice(const Error &error);
    SigningIn *signingIn() const { return m_signingIn; }
    // An account's server is nearly full, or no longer.
    void addQuota(const QString &accountKey, Tone tone, const QString &text);
    void removeQuota(const QString &accountKey);

Q_SIGNALS:
    void passwordRequested(const QString &accountKey);
    void accountSettingsRequested(const QString &accountKey);
    void checkupRequested(const QString &accountKey);
    void cleanUpRequested(const QString &accountKey); // empty: of all accounts

private:
    static QString unreachableName() { return QStringLiteral("accounts:unreachable"); }
    void showAccount(const AccountStatus &status);
    BannerButton remedy(const AccountStatus &status);
    // Signing in through the browser: the account's own line tells how far it has come.
    void showWaiting(const QString &accountKey, const QUrl &page, bool opened);
    void showFailed(const QString &accountKey, const Error &error);
    void endWaiting(const QString &accountKey); // back to what the account itself says
    void showUnreachable();

    Engine *m_engine;
    SigningIn *m_signingIn;
    QMap<QString, QString> m_names;
    QSet<QString> m_byBrowser; // these sign in there, not with a password
    QSet<QString> m_waiting; // for the person to do so
    QMap<QString, Error>
        m_shown; // what each account's line says; dismissed lines stay away until the error changes
    QSet<QString> m_unreachable;
};

} // namespace kw
