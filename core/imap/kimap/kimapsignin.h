#pragma once

#include "core/imap/kimap/kimapsession.h"

namespace kw {

// The way from a fresh session to one that may be used: signs in, asks what the server can do and enables
// what needs enabling. Once; whoever awaits run() keeps
// this.
class KimapSignIn
{
public:
    explicit KimapSignIn(std::shared_ptr<KimapSession> session);

    Task<Result<ServerFeatures>> run(QString secret);

private:
    Task<Result<ServerFeatures>> introduce();
    Task<Result<bool>> enableQresync();

    std::shared_ptr<KimapSession> m_session;
};

} // namespace kw
