#pragma once

#include "core/sync/synccontext.h"

#include <utility>

namespace kw {

// Where the server has a message, which may not be where it is shown; none: nowhere that is known.
std::pair<FolderId, Uid> placeOnServer(const SyncContext &ctx, const MessageRow &row);

} // namespace kw
