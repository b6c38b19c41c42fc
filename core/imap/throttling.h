#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <optional>

namespace kw {

// A server may say how long it wants to be left alone (Exchange: "Request is throttled. Suggested Backoff
// Time: 12345 milliseconds"). That travels in Error::code of an error of kind Network. Any thread.

inline constexpr Millis LongestPause = std::chrono::minutes(5); // whatever it says

// The code for what the server said; nothing where it names no time.
std::optional<QString> pauseCode(const QString &said);
// What was asked for, LongestPause at most.
std::optional<Millis> askedPause(const Error &error);

} // namespace kw
