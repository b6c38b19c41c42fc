#include "core/imap/certificateprobe.h"

namespace kw {

TlsTarget tlsTarget(const LinkSettings &settings)
{
    TlsTarget target;
    target.host = settings.host;
    target.port = settings.port;
    target.startTls = settings.security == Security::StartTls;
    target.pinned = settings.pinnedCertificate;
    target.timeoutMs = settings.timeoutMs;
    return target;
}

} // namespace kw
