#pragma once

#include <QtGlobal>

namespace kw {

// With KITTIWAKE_TRACE_START=1 in the environment: "KITTIWAKE_TRACE <what> <ms>" on standard error,
// milliseconds since the process was started (Linux counts that in steps of 10 ms).
void traceStart(const char *what);
qint64 msSinceProcessStart(); // -1 where /proc is missing

} // namespace kw
