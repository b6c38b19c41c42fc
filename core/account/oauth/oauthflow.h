#pragma once

#include "core/account/oauth/oauthprovider.h"
#include "core/account/oauth/tokenanswer.h"
#include "core/base/deferred.h"
#include "core/base/task.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

class QOAuth2AuthorizationCodeFlow;

namespace kw {

class QuietNetwork;

// One sign-in on a provider's page: authorization code with PKCE (RFC 7636, S256), the answer taken on a port
// of this computer (RFC 8252 7.3) for as long as it lasts. What does not carry this sign-in's own state is
// not listened to. Lives on one thread with an event loop; whoever awaits run() keeps it. Once.
class OAuthFlow : public QObject
{
    Q_OBJECT
public:
    // `loginHint`: the address, so that the page does not ask for it again; may be empty.
    OAuthFlow(OAuthProvider provider, QString loginHint);
    ~OAuthFlow() override;

    static constexpr std::chrono::milliseconds Patience = std::chrono::minutes(10);
    // Errors: those of readTokenAnswer(), Network (the person did not come back in time), Auth (denied, or
    // mail not allowed), Cancelled.
    Task<Result<TokenAnswer>> run(std::chrono::milliseconds patience = Patience);
    void cancel();

Q_SIGNALS:
    void browserWanted(const QUrl &url);

private:
    class Door;
    bool begin();
    QList<std::pair<QString, QString>> furtherParameters() const;
    void cameBack(const QVariantMap &values);
    void refused(const QString &code);
    void answered(const TokenReply &reply);
    void finish(Result<TokenAnswer> result);

    const OAuthProvider m_provider;
    const QString m_loginHint;
    const Deferred<Result<TokenAnswer>> m_waiting;
    std::unique_ptr<QuietNetwork> m_network;
    std::unique_ptr<Door> m_door;
    std::unique_ptr<QOAuth2AuthorizationCodeFlow> m_flow;
    QTimer m_timeout;
    bool m_isOurs = false; // what came back last carries our state
    bool m_exchanging = false;
    bool m_finished = false;
};

} // namespace kw
