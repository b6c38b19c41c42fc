#pragma once

#include "app/ctl/commands.h"
#include "core/sync/index/indexupkeep.h"

namespace kw::ctl {

// The index for commands that bring it up to date themselves: nobody else works meanwhile, at full speed.
std::unique_ptr<IndexUpkeep> indexUpkeep(const Invocation &run);
// False: another program, a window most likely, keeps it fresh. Error: Storage.
Result<bool> bringIndexUpToDate(const Invocation &run);

} // namespace kw::ctl
