#pragma once

namespace kw {

// A core dump holds everything in memory, and with it passwords: none is written (RLIMIT_CORE) unless
// KITTIWAKE_COREDUMPS is set, for those who hunt a crash. Programs that are started from here inherit it.
// Call once, first thing.
void forbidCoreDumps();

} // namespace kw
