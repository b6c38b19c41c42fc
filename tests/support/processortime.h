#pragma once

#include <ctime>

namespace kw {

// Milliseconds this process has worked: a busy machine must not fail a test.
inline int processorMs()
{
    return int(double(std::clock()) * 1000 / CLOCKS_PER_SEC);
}

#ifdef KW_SANITIZED
constexpr int SlowerHere = 16;
#else
constexpr int SlowerHere = 1;
#endif

} // namespace kw
