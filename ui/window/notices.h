#pragma once

#include "core/sync/engine.h"
#include "ui/reader/bannerstack.h"

#include <QMap>
#include <QSet>

namespace kw {

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

Q_SIGNALS:
    void passwordRequested(const QString &accountKey);
    void accountSettingsRequested(const QString &accountKey);
    void secretRequested(const QString &accountKey); // its password alone
    void certificateRequested(const QString &accountKey);

private:
    static QString unreachableName() { return QStringLiteral("accounts:unreachable"); }
    void showAccount(const AccountStatus &status);
    BannerButton buttonFor(const AccountStatus &status);
    void showUnreachable();

    Engine *m_engine;
    QMap<QString, QString> m_names;
    QMap<QString, Error>
        m_shown; // what each account's line says; dismissed lines stay away until the error changes
    QSet<QString> m_unreachable;
};

} // namespace kw
