#pragma once

#include "core/imap/kimap/kimapsession.h"

#include <QPointer>

namespace kw {

class WatchingIdleJob;

// Waits in IDLE. One wait at a time, on an open session with nothing else running; whoever awaits it keeps
// this.
class KimapWatch
{
public:
    Task<Result<IdleEnd>> wait(std::shared_ptr<KimapSession> session);
    void interrupt();

private:
    QPointer<WatchingIdleJob> m_job;
    bool m_interrupted = false;
};

} // namespace kw
