#pragma once

#include "core/account/paths.h"
#include "core/sync/engine.h"

#include <memory>

namespace kw {

// Opens the profile for writing on the engine's own thread and waits for that (milliseconds), so that readers
// find a database of the current schema. No traffic before Engine::setOnline(true). Errors: Busy (another
// process has the profile), Unsupported (a newer version wrote it), Storage. Call on the GUI thread; the
// engine stops its thread when destroyed.
Result<std::unique_ptr<Engine>> makeEngine(const Paths &paths, const SyncSettings &settings = {});

} // namespace kw
