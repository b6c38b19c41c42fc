#pragma once

#include "core/imap/imaplink.h"
#include "core/sync/synccontext.h"

namespace kw {

// Brings the flags of a folder's listed messages in line with the server's; what is pending here stays as the
// person wants it. Returns how many messages changed. Lives on the engine's thread; the link has the folder
// selected.
class FlagPull
{
public:
    FlagPull(ImapLink &link, SyncContext &ctx, FolderId folder);

    // What changed since `row` was proven; without CONDSTORE the newest messages are compared, or all of
    // them.
    Task<Result<int>> since(FolderRow row, SelectedBox box, bool all);
    Result<int> apply(const QList<FlagRecord> &records);

private:
    Task<Result<int>> compared(UidSet uids);

    ImapLink &m_link;
    SyncContext &m_ctx;
    const FolderId m_folder;
};

} // namespace kw
