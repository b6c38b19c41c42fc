#pragma once

#include "core/imap/imaplink.h"
#include "core/sync/journal/foldersteps.h"
#include "core/sync/journal/verdicts.h"
#include "core/sync/synccontext.h"

#include <memory>

namespace kw {

// Works the journal off on one session: what an earlier life left in flight is settled by its witness first,
// then everything that is due, many messages in one command. Knows what each operation means to a server;
// what becomes of it here, Verdicts knows. Lives on the engine's thread.
class JournalRunner
{
public:
    struct Tools {
        // A pass over a folder on this session (lists and binds what has arrived).
        std::function<Task<Result<void>>(FolderId, std::unique_ptr<ImapLink> &)> pass;
        // Lists what is older than the newest, as far as no other session is at it.
        std::function<Task<Result<void>>(FolderId, ImapLink &)> listOlder;
        std::function<Task<Result<void>>(MessageId, ImapLink &)> fetchBody;
    };

    JournalRunner(SyncContext &ctx, Tools tools, Verdicts::Hooks hooks);

    // Everything due whose work folder this is. Errors: those of the session (what was in flight stays so);
    // NotFound: the folder was renumbered, a pass must come first.
    Task<Result<void>> run(FolderId work, std::unique_ptr<ImapLink> &link, ServerFeatures features);

    Verdicts &verdicts() { return m_verdicts; }

private:
    using Ops = QList<Operation>;

    Task<Result<void>> settleInFlight(FolderId work, std::unique_ptr<ImapLink> &link,
                                      ServerFeatures features);
    Task<Result<void>> settleMoves(Ops ops, std::unique_ptr<ImapLink> &link, ServerFeatures features);
    Task<Result<void>> moveRefused(Ops ops, Error why, ImapLink &link);
    Task<Result<void>> settleByArrival(Ops ops, std::unique_ptr<ImapLink> &link);
    Task<Result<bool>> listWhole(FolderId folder, Ops until, std::unique_ptr<ImapLink> &link);
    bool hasArrived(const Operation &op) const;
    Task<Result<void>> settleFolder(Operation op, ImapLink &link);

    Task<Result<void>> step(Ops batch, std::unique_ptr<ImapLink> &link, ServerFeatures features);
    Task<Result<void>> move(Ops batch, ImapLink &link, bool native);
    Task<Result<void>> copy(Ops batch, ImapLink &link);
    Task<Result<void>> expunge(Ops batch, ImapLink &link);
    Task<Result<void>> append(Operation op, ImapLink &link);
    Task<Result<void>> download(Operation op, ImapLink &link);

    // Selects the source for writing and leaves in `batch` what is still there. False: nothing is left to do.
    Task<Result<bool>> atSource(Ops *batch, ImapLink &link, bool writing);
    // The messages have a proved copy, or are to go: marks them and expunges, if nobody else's go with them.
    Task<Result<void>> removeSources(Ops ops, ImapLink &link);
    Task<Result<void>> removalConcluded(Ops ops, Result<void> answer);
    Task<Result<void>> expungeAround(Ops ops, UidSet foreign, ImapLink &link);

    SyncContext &m_ctx;
    Tools m_tools;
    Verdicts m_verdicts;
    FolderSteps m_folderSteps;
};

} // namespace kw
