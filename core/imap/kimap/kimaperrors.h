#pragma once

#include "core/imap/linkerrors.h"

class KJob;

namespace kw {

// How far a session had come when its job ended.
struct SessionFate {
    bool lost = false; // the connection is gone
    bool reached = false; // there had been one
};

// What a finished KIMAP job means, with TlsCode where there is no word of the server's. Errors are texts
// there, in the person's language: this is the one place that reads them.
Result<void> jobOutcome(const KJob &job, const LinkSettings &settings, SessionFate fate);
// The same for the login, whose refusals are about credentials or about the server being busy.
Result<void> loginOutcome(const KJob &job, const LinkSettings &settings, SessionFate fate);

} // namespace kw
