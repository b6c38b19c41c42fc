#pragma once

#include <KIMAP/IdleJob>

#include <functional>
#include <utility>

namespace kw {

// KIMAP's IdleJob reports neither expunges nor proper UIDs; all we need to know is that the server said
// something. DONE may only follow the server's "+", so an early stop request waits for it.
class WatchingIdleJob : public KIMAP::IdleJob
{
public:
    WatchingIdleJob(KIMAP::Session *session, std::function<void(WatchingIdleJob &)> spoke)
        : KIMAP::IdleJob(session)
        , m_spoke(std::move(spoke))
    {
    }

    bool hasStarted() const { return m_started; }

    void finish()
    {
        if (std::exchange(m_finishing, true) || !m_started || isFinished())
            return;
        stop();
    }

protected:
    void handleResponse(const KIMAP::Response &response) override
    {
        const bool first = !std::exchange(m_started, true);
        const bool finishing = m_finishing;
        // Outlook sends news before its "+": then the "+" counts as news, which costs one pass and loses
        // nothing.
        KIMAP::IdleJob::handleResponse(response);
        if (isFinished()) // refused, or ended by the server: a DONE would be a stray command
            return;
        if (first && finishing)
            stop();
        else if (!first && !finishing)
            m_spoke(*this);
    }

private:
    std::function<void(WatchingIdleJob &)> m_spoke;
    bool m_started = false;
    bool m_finishing = false;
};

} // namespace kw
