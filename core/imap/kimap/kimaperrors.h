#pragma once

#include "core/imap/imaplink.h"

class KJob;

namespace kw {

// How far a session had come when its job ended.
struct SessionFate {
    bool lost = false; // the connection is gone
    bool reached = false; // there had been one
    bool certificateRefused = false;
};

// What a finished KIMAP job means. Errors are texts there, in the person's language: this is the one place
// that reads them.
Result<void> jobOutcome(const KJob &job, const LinkSettings &settings, SessionFate fate);
// The same for the login, whose refusals are about credentials or about the server being busy.
Result<void> loginOutcome(const KJob &job, const LinkSettings &settings, SessionFate fate);

Error connectionError(const LinkSettings &settings, bool wasSignedIn);
Error timeoutError(const LinkSettings &settings);
Error senselessError(const LinkSettings &settings);
Error closedError();
// The code of the error that asks for a CertificateProbe, which knows why and which certificate.
inline constexpr auto CertificateCode = "certificate";
// Of an error of kind Network: the connection ended before the server had answered the login.
inline constexpr auto LostLoginCode = "lost-login";
inline constexpr auto TimeoutCode = "timeout";

} // namespace kw
