#pragma once

#include "core/account/accountsettings.h"
#include "core/base/result.h"

#include <QHash>
#include <QObject>
#include <QUrl>

#include <functional>

namespace kw {

class Engine;

// Signing in to accounts again, from wherever the person asks for it: opens the provider's page in the
// browser and tells how far it has come. One at a time per account. GUI thread.
class SigningIn : public QObject
{
    Q_OBJECT
public:
    // Opens an address for the person; false: there is nothing that could.
    using Opener = std::function<bool(const QUrl &)>;

    explicit SigningIn(Engine *engine, QObject *parent = nullptr);
    void setOpener(Opener opener) { m_opener = std::move(opener); } // for tests; else QDesktopServices

    void begin(const QString &accountKey);
    void openAgain(const QString &accountKey);
    void cancel(const QString &accountKey);

Q_SIGNALS:
    void waiting(const QString &accountKey, const QUrl &page, bool opened);
    void done(const QString &accountKey);
    void failed(const QString &accountKey, const kw::Error &error);
    void cancelled(const QString &accountKey);

private:
    QString keyOf(int signIn) const; // empty: the wizard's are not ours
    QString take(int signIn); // whose it was
    void pageWanted(int signIn, const QUrl &page);

    struct Under {
        int number = 0;
        QUrl page;
    };

    Engine *m_engine;
    Opener m_opener;
    QHash<QString, Under> m_underWay; // by account
};

} // namespace kw
