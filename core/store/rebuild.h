#pragma once

#include "core/store/cachefiles.h"

namespace kw {

// Makes a damaged cache anew: an empty one, and in it what the server cannot give back (salvage.h). True:
// all of that could be read. Errors: the disk is full or cannot be written, or a newer Kittiwake wrote the
// cache; the damaged file is in its place then, and this may be tried again, also after a kill.
Result<bool> rebuildCache(const CacheFiles &files);

} // namespace kw
