#pragma once

namespace KIMAP {
class Session;
}

namespace kw {

// Ends a session without waiting for it: deleting one whose socket thread is stuck in connect() would block
// this thread for seconds. It is deleted once it says that the connection is gone.
void reapSession(KIMAP::Session *session);
// Sessions of the calling thread that are still on their way out.
int sessionsBeingReaped();

} // namespace kw
