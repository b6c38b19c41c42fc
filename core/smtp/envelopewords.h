#pragma once

#include "core/smtp/dotstuffing.h"
#include "core/smtp/smtplink.h"

namespace kw {

// The envelope as commands (RFC 5321 4.1.1.2, 4.1.1.3) with the parameters of RFC 1870 (SIZE), 6152
// (8BITMIME), 6531 (SMTPUTF8) and 3461 (DSN), each only where the server has it. Plain functions; any thread.

// What speaks against beginning at all. Errors: Invalid (no recipient, an address that cannot be, an empty
// message), Refused (SubmissionCode::TooLarge), Unsupported.
Result<void> checkEnvelope(const SmtpSettings &settings, const SmtpFeatures &features,
                           const SmtpEnvelope &envelope, const WireShape &shape);
QByteArray mailCommand(const SmtpFeatures &features, const SmtpEnvelope &envelope, const WireShape &shape);
QByteArray rcptCommand(const SmtpFeatures &features, const SmtpRecipient &recipient);

} // namespace kw
