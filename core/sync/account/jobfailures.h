#pragma once

#include "core/sync/account/accountstate.h"

namespace kw {

// What becomes of jobs that failed: again, or told. Counts, so that nothing is tried for ever. Lives on the
// engine's thread.
class JobFailures
{
public:
    struct Hooks {
        std::function<void(FolderId)> passFailed; // also where it is tried again
        std::function<void(FolderId)> backfillGivenUp; // what was under way there is void
        std::function<void(Millis)> putOff; // what waits there is to be taken up again after this
    };

    JobFailures(AccountState &account, Hooks hooks);

    void failed(const Job &job, const Error &error);
    void succeeded(const Job &job);
    void passed(FolderId folder);
    bool hasFailed(FolderId folder) const { return m_passes.contains(folder); } // since its last pass
    // It could not even begin: as if nobody had taken it.
    void requeue(const Job &job);

private:
    void openFailed(const Job &job, const Error &error);
    void passFailed(const Job &job, const Error &error);
    void changesFailed(const Job &job, const Error &error);

    AccountState &m_account;
    const Hooks m_hooks;
    QHash<FolderId, int> m_passes; // failures in a row
    QHash<FolderId, int> m_changes; // likewise, of what is to be told to the server
    QHash<MessageId, int> m_opens;
};

} // namespace kw
