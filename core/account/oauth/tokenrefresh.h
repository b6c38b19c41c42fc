#pragma once

#include "core/account/oauth/oauthprovider.h"
#include "core/account/oauth/quietnetwork.h"
#include "core/account/oauth/tokenanswer.h"
#include "core/base/deferred.h"
#include "core/base/task.h"

namespace kw {

// One exchange of a refresh token for an access token (RFC 6749 6). QtNetworkAuth does not tell a revoked
// token from a broken line, so this is our own. Lives on one thread with an event loop; whoever awaits run()
// keeps it. Once.
class TokenRefresh : public QObject
{
    Q_OBJECT
public:
    explicit TokenRefresh(OAuthProvider provider);
    ~TokenRefresh() override;

    // Errors: those of readTokenAnswer(), Cancelled.
    Task<Result<TokenAnswer>> run(QString refreshToken, int patienceMs = QuietNetwork::TimeoutMs);
    void cancel();

private:
    const OAuthProvider m_provider;
    const Deferred<Result<TokenAnswer>> m_waiting;
    QuietNetwork m_network;
};

} // namespace kw
