#pragma once

#include "core/store/database.h"
#include "core/store/rows.h"

namespace kw {

// How many messages a conversation has in all folders, each once, without what lies in Trash and Junk (unless
// the view shows that); counted up to 1,000. From the index of threads: for the GUI thread.
quint32 conversationSize(Database &db, ViewId view, ThreadId thread);

} // namespace kw
