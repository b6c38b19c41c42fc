#pragma once

#include "core/sync/bodytrimmer.h"

namespace kw {

// What the engine does by itself as time goes by: notices that the machine slept, forgets what need not be
// remembered, and brings conversations up to date that bulk listing put off. Lives on the engine's thread,
// shorter than the context and the trimmer.
class Housekeeping
{
public:
    struct Hooks {
        std::function<void()> slept; // every connection is as good as dead
        std::function<void(const Error &)> notice;
    };

    Housekeeping(SyncContext &ctx, BodyTrimmer &trimmer, Hooks hooks);
    ~Housekeeping();

    void start(); // watches the time
    void stop();
    // What the log and "Recently vanished" need not remember any longer goes; once an hour by itself.
    void tidyUp();
    // Conversation rows that bulk listing put off: some now, the rest when the engine is idle; all of them
    // now when `everything`.
    void threadSome(bool everything = false);

private:
    void watchTime();

    SyncContext &m_ctx;
    BodyTrimmer &m_trimmer;
    const Hooks m_hooks;
    Clock::TimerId m_timeTimer = 0;
    Clock::TimerId m_threadTimer = 0;
    qint64 m_lastWall = 0;
    qint64 m_lastMonotonic = 0;
    qint64 m_tidiedAt = 0;
};

} // namespace kw
