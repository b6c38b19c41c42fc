#pragma once

#include "core/imap/imaplink.h"
#include "core/sync/synccontext.h"

#include <functional>

namespace kw {

// Brings the account's folder list in line with the server's LIST. A folder that is gone goes with its cache;
// where it holds changes the server has not got, the server is asked for it by name first, and `lost` tells
// the person. An empty answer is never taken for "all folders are gone".
Task<Result<void>> refreshFolderList(ImapLink &link, SyncContext &ctx, AccountId account,
                                     std::function<void(const Error &)> lost = {});

} // namespace kw
