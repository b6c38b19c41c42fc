#pragma once

#include "core/sync/search/serversearch.h"

namespace kw {

class AccountSyncs;

// How the servers of the profile's accounts are reached for searching; accounts that are paused, or no longer
// set up, say so.
ServerSearch::WayTo serverWays(AccountSyncs &accounts);

} // namespace kw
