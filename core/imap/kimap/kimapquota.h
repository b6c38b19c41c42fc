#pragma once

#include "core/imap/kimap/kimapsession.h"

namespace kw {

// How full the mailbox's quota roots are (GETQUOTAROOT, RFC 9208 4.3.2). On an open session with nothing else
// running. Unsupported where the server has no QUOTA: nothing is sent then.
Task<Result<QList<QuotaResource>>> kimapQuota(std::shared_ptr<KimapSession> session, ServerFeatures features,
                                              QString path);

} // namespace kw
