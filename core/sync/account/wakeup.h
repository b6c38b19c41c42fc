#pragma once

#include "core/base/clock.h"

#include <utility>

namespace kw {

// Lets one coroutine wait until somebody has something for it. A raise() that comes while nobody waits is
// kept. The waiter resumes from the event loop, never from within raise(), so that raise() is safe anywhere.
class Wakeup
{
public:
    explicit Wakeup(Clock &clock)
        : m_clock(clock)
    {
    }

    // True when raised, false when the time is over. At most one waiter.
    Deferred<bool> wait()
    {
        m_waiting = Deferred<bool>();
        if (std::exchange(m_raised, false))
            later(m_waiting);
        return m_waiting;
    }
    Deferred<bool> wait(Millis atMost)
    {
        const auto waiting = wait();
        m_clock.cancel(m_timer);
        m_timer = m_clock.callAfter(atMost, [waiting] { waiting.resolve(false); });
        return waiting;
    }
    void raise()
    {
        if (m_waiting.isResolved())
            m_raised = true;
        else
            later(m_waiting);
    }

private:
    void later(Deferred<bool> waiting)
    {
        m_clock.callAfter(Millis(0), [waiting] { waiting.resolve(true); });
    }

    static Deferred<bool> resolved()
    {
        Deferred<bool> d;
        d.resolve(true);
        return d;
    }

    Clock &m_clock;
    Clock::TimerId m_timer = 0;
    Deferred<bool> m_waiting = resolved();
    bool m_raised = false;
};

} // namespace kw
