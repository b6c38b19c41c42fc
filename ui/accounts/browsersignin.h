#pragma once

#include "core/base/result.h"
#include "core/sync/facade/signins.h"

#include <QObject>

#include <functional>
#include <optional>

namespace kw {

// One sign-in through a provider's page, for a dialog: begins it, opens the browser, tells how it ended, and
// gives up with the object. GUI thread.
class BrowserSignIn : public QObject
{
    Q_OBJECT
public:
    // `signIns` is not owned.
    explicit BrowserSignIn(SignIns *signIns, QObject *parent = nullptr);
    ~BrowserSignIn() override;

    // Null: nobody of that name. One that is not ready says in its hint what is missing.
    std::optional<SignInProvider> provider(const QString &name) const;
    void begin(const AccountSettings &account);
    void cancel();
    // What a sign-in brought is of no use any more; also said by the destructor.
    void forget();
    // The account was saved: what the sign-in brought is needed.
    void keep() { m_hasToken = false; }
    bool isRunning() const { return m_number != 0; }
    QUrl page() const { return m_page; } // for a browser that did not open

    // Set by tests; the standard opens the person's browser.
    std::function<void(const QUrl &)> open;
    // Whether another account lives by the same sign-in: then it is not forgotten. Empty: none does.
    std::function<bool(const AccountSettings &)> isShared;

Q_SIGNALS:
    void browserOpened();
    void signedIn();
    void failed(const kw::Error &error);

private:
    SignIns *m_signIns;
    AccountSettings m_account;
    int m_number = 0; // 0: none is running
    bool m_hasToken = false;
    QUrl m_page;
};

} // namespace kw
