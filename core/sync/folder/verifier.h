#pragma once

#include "core/imap/imaplink.h"
#include "core/sync/reports.h"
#include "core/sync/synccontext.h"

namespace kw {

// Compares the cache of one account with its server: UID sets, flags and sizes of every folder. Repair makes
// the cache equal to the server; changes of the person that are still on their way up count as equal. A
// folder that the server does not open is reported, and the others are compared. Lives on the engine's
// thread.
class Verifier
{
public:
    Verifier(ImapLink &link, SyncContext &ctx, AccountId account);
    Task<Result<VerifyReport>> run(bool repair);

private:
    Task<Result<void>> folder(FolderRow row, bool repair);
    Task<Result<void>> compareSlice(FolderRow row, UidSet slice, bool repair);
    void compare(const FolderRow &row, const HeaderRecord &there, const MessageStore::Known &here);
    void missing(const FolderRow &row, const UidSet &uids, Difference::Kind kind);

    ImapLink &m_link;
    SyncContext &m_ctx;
    const AccountId m_account;
    VerifyReport m_report;
};

} // namespace kw
