#pragma once

#include "core/sync/account/sessionopener.h"
#include "core/sync/account/workqueue.h"
#include "core/sync/folder/backfill.h"
#include "core/sync/journal/journalrunner.h"
#include "core/sync/reports.h"

#include <memory>
#include <unordered_map>

namespace kw {

// Does one job of an account on a given session. Knows how each kind is done, not when. Lives on the engine's
// thread.
class JobRunner
{
public:
    struct Hooks {
        std::function<void(const PassReport &, FolderId)> passed; // a pass succeeded
        std::function<void(MessageId)> bodyArrived;
        std::function<void(const Error &)> notice; // something refused: a sentence for the person
        std::function<void()> spareBackfill; // a second session would find backfill to do
        std::function<void(FolderId)> arrived; // mail should be in this folder now: pass over it
        std::function<void(int)> quotaTold; // the server told how full it is; the step crossed, or 0
        // Its text without large attachments; an error where it cannot be had so. Null: always whole.
        std::function<Task<Result<StoredBody>>(MessageRow)> readPartly = {};
    };

    JobRunner(SyncContext &ctx, SessionOpener &opener, Hooks hooks);

    // `pause`: something more urgent waits for this session. `link` may be replaced by a fresh session.
    Task<Result<void>> run(Job job, std::unique_ptr<ImapLink> &link, std::function<bool()> pause);

    Task<Result<PassReport>> pass(FolderId folder, std::unique_ptr<ImapLink> &link);
    Task<Result<void>> push(FolderId folder, ImapLink &link);
    Task<Result<void>> journal(FolderId folder, std::unique_ptr<ImapLink> &link);
    Task<Result<void>> fetchBody(MessageId message, ImapLink &link);
    Task<Result<void>> backfill(FolderId folder, ImapLink &link, std::function<bool()> pause);
    Task<Result<void>> prefetch(FolderId folder, ImapLink &link, std::function<bool()> pause);

    Task<Result<void>> quota(FolderId inbox, ImapLink &link);

    bool hasSpareBackfill(FolderId folder) const;
    bool needsBackfill(FolderId folder) const;
    // Something here waits to be found in the folder's listing: a pass decides.
    bool hasUnbound(FolderId folder) const;
    void forget(FolderId folder) { m_backfills.erase(folder); }
    // The person chose anew what is kept: listings under way stop and look.
    void choicesChanged() { ++m_choices; }

private:
    Task<Result<void>> passQuietly(FolderId folder, std::unique_ptr<ImapLink> &link);
    std::optional<PassReport> skipped(FolderId folder) const;
    Task<Result<void>> cutOff(FolderId folder, ImapLink &link);
    qint64 backfillSince(FolderId folder) const;
    Result<void> settleFlags();
    Task<Result<void>> open(Job job, ImapLink &link);
    Result<void> keep(MessageId message, const StoredBody &text);

    SyncContext &m_ctx;
    SessionOpener &m_opener;
    Hooks m_hooks;
    JournalRunner m_journal;
    int m_choices = 0; // counts how often they changed
    std::unordered_map<FolderId, std::shared_ptr<Backfill>> m_backfills; // under way, shared by sessions
};

} // namespace kw
