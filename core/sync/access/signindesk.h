#pragma once

#include "core/account/accountsettings.h"
#include "core/base/task.h"

#include <QObject>
#include <QUrl>

#include <map>
#include <memory>

namespace kw {

class OAuthFlow;
class OAuthTokens;

// Sign-ins through the browser that are under way, on the engine's thread. Shorter-lived than `tokens`.
class SignInDesk : public QObject
{
    Q_OBJECT
public:
    SignInDesk(OAuthTokens &tokens, QString configDirectory);
    ~SignInDesk() override; // cancels what is under way

    // Ends when it is over, and says so by signals too. `number`: the caller's, never used twice. Errors: see
    // SignIns::failed, and Cancelled.
    Task<Result<void>> signIn(int number, AccountSettings account);
    void cancel(int number);

Q_SIGNALS:
    void browserWanted(int number, const QUrl &url);
    void signedIn(int number, const kw::AccountSettings &account);
    void failed(int number, const kw::Error &error); // not where it was cancelled
    void notice(const kw::Error &error);

private:
    Task<Result<void>> carriedOut(int number, AccountSettings account);

    OAuthTokens &m_tokens;
    const QString m_configDirectory;
    std::map<int, std::shared_ptr<OAuthFlow>> m_flows;
};

} // namespace kw
