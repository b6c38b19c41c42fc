#pragma once

#include "core/imap/imaplink.h"

class KJob;

namespace kw {

// What a finished KIMAP job means. Errors are texts there: this is the one place that reads them.
// `lost`: the session reported that the connection is gone.
Result<void> jobOutcome(const KJob &job, const LinkSettings &settings, bool lost);
// The same for the login, whose refusals are about credentials or about the server being busy.
Result<void> loginOutcome(const KJob &job, const LinkSettings &settings, bool lost,
                          const QString &tlsProblem);

Error connectionError(const LinkSettings &settings, bool wasConnected);
Error timeoutError(const LinkSettings &settings);
Error closedError();

} // namespace kw
