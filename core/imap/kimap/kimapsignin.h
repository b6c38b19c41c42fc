#pragma once

#include "core/imap/certificateprobe.h"
#include "core/imap/kimap/kimapsession.h"

namespace kw {

// The way from a fresh session to one that may be used: signs in, asks what the server can do and enables
// what needs enabling; a refusal that KIMAP does not explain is looked into. Once; whoever awaits run() keeps
// this.
class KimapSignIn
{
public:
    explicit KimapSignIn(std::shared_ptr<KimapSession> session);

    Task<Result<ServerFeatures>> run(QString secret);
    void cancel(); // the session is abandoned by its owner

private:
    Task<Result<ServerFeatures>> explained(Error refused);
    Task<Result<ServerFeatures>> introduce();
    Task<Result<bool>> enableQresync();

    std::shared_ptr<KimapSession> m_session;
    std::shared_ptr<CertificateProbe> m_probe;
    bool m_cancelled = false;
};

} // namespace kw
