#pragma once

#include "core/sync/synccontext.h"

namespace kw {

// Frees room on this computer a little at a time, so that nothing else on the engine's thread waits: texts
// are evicted, then the file gives its room back to the disk. Lives on the engine's thread.
class BodyTrimmer
{
public:
    // Everything that was asked for this account is done; so many octets of texts went.
    using Done = std::function<void(AccountId, qint64 bytes)>;

    BodyTrimmer(SyncContext &ctx, Done done);
    ~BodyTrimmer();

    // Of this account, or of all of them; texts in `keptLast` only when there is nothing else.
    void trim(AccountId account, qint64 bytes, const QSet<FolderId> &keptLast);
    // What is free within the file already.
    void giveBack();
    void stop();

private:
    struct Wanted {
        BodyStore::Eviction eviction;
        qint64 freed = 0;
    };
    void goOn();
    void step();
    bool evictSome(Wanted &wanted);

    SyncContext &m_ctx;
    const Done m_done;
    QList<Wanted> m_wanted;
    bool m_shrinks = false;
    Clock::TimerId m_timer = 0;
};

} // namespace kw
