#pragma once

#include "core/tls/securestart.h"

namespace kw {

// Asks a server for its certificate, with the target's own pin taken into account, and hangs up: nobody signs
// in, no secret is sent. Lives on the thread that created it, which needs an event loop; whoever awaits run()
// keeps it.
class CertificateLook
{
public:
    explicit CertificateLook(TlsTarget target);

    // A certificate that is not trusted is an answer too: its verdict and its problems say so. Errors:
    // Network, Tls (no certificate was shown; TlsCode says why), Cancelled.
    Task<Result<ShownCertificate>> run();
    void cancel() { m_start->cancel(); }

private:
    const std::shared_ptr<SecureStart> m_start;
};

} // namespace kw
