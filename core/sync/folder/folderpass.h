#pragma once

#include "core/imap/imaplink.h"
#include "core/sync/folder/unboundrows.h"
#include "core/sync/reports.h"
#include "core/sync/synccontext.h"

namespace kw {

// One pass over one folder (DESIGN §5): new, changed, gone, then the sync state. Idempotent: every slice
// commits by itself, and a pass that is cut short is simply made again. Lists the newest screenful of a
// folder never seen; the rest is Backfill's. Lives on the engine's thread; the link must be open and nobody
// else's until run() ends.
class FolderPass
{
public:
    // FreshSession: the link was opened for this pass because an earlier one saw most of the folder gone;
    // QRESYNC's word is not taken and a mass deletion is now believed.
    enum class Trust { Normal, FreshSession };

    FolderPass(ImapLink &link, SyncContext &ctx, FolderId folder, Trust trust = Trust::Normal);

    // PassReport::needsFreshSession asks for a second opinion; nothing was deleted then.
    Task<Result<PassReport>> run();

private:
    ResyncPoint resyncPoint() const;
    Result<void> rekey();
    void distrust();
    Task<Result<void>> firstScreen();
    Task<Result<void>> reconcile();
    Task<Result<void>> arrivals();
    Task<Result<void>> flagChanges();
    Task<Result<void>> expunges();
    Task<Result<void>> fullDifference();
    Result<void> removeGone(const UidSet &uids);
    Task<Result<void>> settleUnbound();
    bool isSuspicious(quint64 gone, quint64 of);
    Result<void> finish();

    ImapLink &m_link;
    SyncContext &m_ctx;
    const FolderId m_folder;
    const Trust m_trust;
    const qint64 m_startedAt; // wall clock, ms: what is compared may be as old as this
    FolderRow m_row;
    SelectedBox m_box;
    PassReport m_report;
    bool m_compared = false; // by UID list, in this pass
    bool m_scanDue = false; // nothing but a comparison of everything finds what counts do not tell
    bool m_sawAll = false; // nothing was left to backfill when this pass began
    UnboundRows m_unbound;
};

} // namespace kw
