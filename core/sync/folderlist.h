#pragma once

#include "core/imap/imaplink.h"
#include "core/sync/synccontext.h"

namespace kw {

// Brings the account's folder list in line with the server's LIST. A folder that is gone goes with its cache, unless it holds
// changes the server has not got. An empty answer is never taken for "all folders are gone".
Task<Result<void>> refreshFolderList(ImapLink &link, SyncContext &ctx, AccountId account);

} // namespace kw
