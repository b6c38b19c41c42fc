#pragma once

#include "core/sync/account/accountstate.h"

namespace kw {

// When an account's server is asked how full it is: after signing in, after larger changes, and every quarter
// of an hour. Lives on the engine's thread.
class QuotaAsker
{
public:
    static constexpr int LargerChange = 20; // messages
    explicit QuotaAsker(AccountState &account);

    void signedIn(); // the folder list was just read
    void changed(int messages); // so many came, went or moved
    void wish(); // now, whatever was asked before
    // Queues the question where it is time. True: there is something to do.
    bool queueWhatIsDue();

private:
    bool canAsk() const;
    bool queue();

    AccountState &m_account;
    qint64 m_askedAt = 0; // monotonic ms; 0: not yet
    qint64 m_dueAt = 0; // monotonic ms; 0: never
};

// Asks for the quotas of the inbox and of the Trash, which some servers count apart, and keeps the answer.
// The value: the step of fullness (QuotaNearlyFull, QuotaFull) that has been crossed upwards since the person
// was told last, or 0. Errors: the session is dead; the cache cannot be written.
Task<Result<int>> askQuota(SyncContext &ctx, AccountId account, ImapLink &link);

} // namespace kw
