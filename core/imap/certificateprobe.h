#pragma once

#include "core/imap/imaplink.h"
#include "core/tls/certificatelook.h"

namespace kw {

// The server of these settings as one to be spoken to in TLS.
TlsTarget tlsTarget(const LinkSettings &settings);

// A look at the certificate of an IMAP server.
class CertificateProbe : public CertificateLook
{
public:
    explicit CertificateProbe(const LinkSettings &settings)
        : CertificateLook(tlsTarget(settings))
    {
    }
};

} // namespace kw
