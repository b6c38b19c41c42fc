#pragma once

#include "core/imap/imaplink.h"
#include "core/sync/synccontext.h"

namespace kw {

// Shows at once what a server that just spoke has to tell about the mailbox selected on `link`, which is
// `folder` with this UIDVALIDITY. It proves nothing and moves no sync state: a pass must follow. Does nothing
// where the folder is not listed to its end or where much has changed. Nobody else may work on the folder
// meanwhile; the server must have QRESYNC. Lives on the engine's thread.
Task<Result<void>> quickLook(ImapLink &link, SyncContext &ctx, FolderId folder, quint32 uidValidity);

} // namespace kw
