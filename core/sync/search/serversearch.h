#pragma once

#include "core/sync/facade/searches.h"
#include "core/sync/search/accountsearch.h"

#include <vector>

namespace kw {

// Asks the servers what the index cannot see: account by account side by side, the inbox of each first, then
// the folders of which most is unseen. Lives on the engine's thread.
class ServerSearch
{
public:
    // The way to an account's server; an error: there is none at present.
    struct Way {
        LinkSettings settings;
        PasswordSource password;
    };
    using WayTo = std::function<Result<Way>(AccountId)>;
    // Several times for each search, the last with isOver; also from within ask() and cancel().
    using Told = std::function<void(const ServerSearchState &)>;

    ServerSearch(SyncContext &ctx, WayTo wayTo, Told told);
    ~ServerSearch(); // stop() must have ended

    // Ends the one before. Folders: none means all that have something unseen.
    void ask(quint64 ticket, const SearchNode &query, const SearchContext &context,
             const QList<FolderId> &folders);
    void cancel();
    Task<void> stop(); // cancels; ends when nothing runs any more

private:
    struct Run;
    QList<FolderRow> wanted(const QList<FolderId> &folders) const;
    void begin(const std::shared_ptr<Run> &run, const QList<FolderRow> &folders);
    void ended(Run &run, FolderId folder, const std::optional<Error> &error);
    void tell(Run &run);

    SyncContext &m_ctx;
    const WayTo m_wayTo;
    const Told m_told;
    std::shared_ptr<Run> m_run; // under way
    std::vector<std::shared_ptr<Run>> m_leaving; // cancelled, not yet at their end
};

} // namespace kw
