#pragma once

#include "core/sync/account/sessionopener.h"

namespace kw {

// A factory for the real thing: KIMAP, bulk work on threads of its own.
LinkFactory kimapLinks();

} // namespace kw
