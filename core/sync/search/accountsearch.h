#pragma once

#include "core/sync/account/streamsession.h"
#include "core/sync/search/foldersearch.h"

namespace kw {

// A search in the folders of one account, one after the other over one session of its own. A session that is
// lost is opened anew once for each folder. Lives on the engine's thread; keep it until run() has ended.
class AccountSearch
{
public:
    // A folder has been asked; an error: not all of it.
    using Ended = std::function<void(FolderId, const std::optional<Error> &)>;

    AccountSearch(SyncContext &ctx, std::shared_ptr<Asking> asking, LinkSettings settings,
                  PasswordSource password, QList<FolderRow> folders, Ended ended);

    Task<void> run(); // tells of every folder, unless it is cancelled
    void cancel();

private:
    Task<Result<void>> search(FolderRow folder);
    Task<Result<void>> attempt(FolderRow folder);
    Task<void> pause();

    SyncContext &m_ctx;
    const std::shared_ptr<Asking> m_asking;
    StreamSession<SearchLink> m_session;
    const QList<FolderRow> m_folders;
    const Ended m_ended;
    bool m_isReachable = true; // false: the session cannot be had; the other folders need not be tried
    Deferred<bool> m_waiting; // for the next try
};

} // namespace kw
