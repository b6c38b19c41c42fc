#pragma once

#include "core/sync/account/accountstate.h"

namespace kw {

// How fresh an account and its folders are, in the person's terms; tells it when it may have changed. Lives
// on the engine's thread.
class Freshness
{
public:
    struct Sources {
        std::function<bool(FolderId)> isWatched; // its news come by themselves
        std::function<bool(FolderId)> hasFailed; // its last pass
        std::function<bool(FolderId)> isComingBack; // its session was just lost
    };

    Freshness(AccountState &account, QString key, Sources sources);

    Liveness liveness(FolderId folder) const;
    AccountStatus status() const;
    void mayHaveChanged();
    void progressMade(); // rows were committed: a long listing tells how far it is
    void stop();

private:
    Liveness ofInbox() const;
    void tell();
    void log(const AccountStatus &now);

    AccountState &m_account;
    const QString m_key;
    const Sources m_sources;
    Clock::TimerId m_timer = 0;
    bool m_listing = false; // as last told
    AccountStatus m_logged;
};

} // namespace kw
