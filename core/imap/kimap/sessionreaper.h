#pragma once

namespace KIMAP {
class Session;
}

namespace kw {

// Ends a session without waiting for it: deleting one whose socket thread is stuck in the middle of a line
// would block this thread for seconds. It is deleted once it says that the connection is gone; `gone`: it
// already has. Until then it is one of this thread's Leftovers.
void reapSession(KIMAP::Session *session, bool gone);

} // namespace kw
