#pragma once

#include "core/base/result.h"

#include <QString>

namespace kw {

// Sends Qt's messages (qCWarning and friends, of every thread) to a file of the profile as well as to
// standard error. At most 1 MB, then it becomes FILE.1 and FILE.1 becomes FILE.2. Nobody logs secrets or
// mail; this class adds only time, level and category. Error: Storage; messages then go to standard error
// alone. Call once, at the start of main.
Result<void> startLogging(const QString &file);

} // namespace kw
