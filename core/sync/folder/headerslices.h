#pragma once

#include "core/imap/imaplink.h"
#include "core/sync/synccontext.h"

namespace kw {

// The connection was lost (or nothing came any more) without a word of the server about why.
bool isCut(const Error &error);

// Rows as the store takes them.
QList<NewMessage> toNewMessages(const QList<HeaderRecord> &records);
QList<NewMessage> toNewMessages(const QList<FlagRecord> &records);
UidSet uidsOf(const QList<HeaderRecord> &records);

// How a fetch of these headers ended, for ctx.cuts.
void noteFetch(SyncContext &ctx, FolderId folder, const UidSet &slice, const Result<void> &outcome);
// Headers of the selected mailbox, which is `folder`; noted.
Task<Result<QList<HeaderRecord>>> fetchHeaders(ImapLink &link, SyncContext &ctx, FolderId folder,
                                               UidSet slice);

// The newest screenful of the selected mailbox, which holds so many messages. Nothing where the server hangs
// up at these: backfill finds out at which one.
Task<Result<QList<HeaderRecord>>> fetchNewest(ImapLink &link, SyncContext &ctx, FolderId folder,
                                              quint32 exists);

// Of these, what the server has hung up at and is left alone for today: each gets a row that says so. Errors:
// as storeSlice().
Result<UidSet> passOver(SyncContext &ctx, FolderId folder, const UidSet &uids, quint32 uidValidity = 0);

// Lists `uids` of the selected mailbox into the cache, newest first, one commit per slice. What a fetch
// leaves out is asked for again; what the server then still claims to have but does not supply gets a row
// that says so, so that it is neither forgotten nor asked for for ever. Returns the number of rows added.
Task<Result<int>> listHeaders(ImapLink &link, SyncContext &ctx, FolderId folder, UidSet uids,
                              Threading threading);

// The second half of the above, for records that were fetched and stored by the caller but left `missing`
// out.
Task<Result<int>> listMissing(ImapLink &link, SyncContext &ctx, FolderId folder, UidSet missing);

// What the server once listed without handing it out is asked for again, a little with every pass: often it
// was a server in trouble. If it hangs up here, only the session is lost: no error.
Task<Result<void>> resupply(ImapLink &link, SyncContext &ctx, FolderId folder);

// Stores one slice in a transaction of its own. Errors: Storage; NotFound when the folder's UIDVALIDITY is no
// longer the one these UIDs belong to (0: not compared).
Result<int> storeSlice(SyncContext &ctx, FolderId folder, const QList<NewMessage> &rows, Threading threading,
                       quint32 uidValidity = 0);

} // namespace kw
