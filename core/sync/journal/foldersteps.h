#pragma once

#include "core/imap/imaplink.h"
#include "core/sync/journal/verdicts.h"

namespace kw {

// Tells a server of folders made, renamed, deleted, subscribed: one operation of the journal, one command.
// Lives on the engine's thread. An error is a lost session, which leaves the operation in flight.
class FolderSteps
{
public:
    FolderSteps(SyncContext &ctx, Verdicts &verdicts);

    Task<Result<void>> run(Operation op, ImapLink &link);
    // Those that were in flight when a session was lost: what the server lists now tells.
    Result<void> settle(AccountId account, const QList<ListedFolder> &listed);

private:
    Task<Result<void>> stepAside(Operation op, ImapLink &link);
    Task<Result<void>> send(Operation op, ImapLink &link);
    bool mayLieBelowInbox(const Operation &op) const;
    Result<void> putBelowInbox(const Operation &op);

    SyncContext &m_ctx;
    Verdicts &m_verdicts;
};

} // namespace kw
