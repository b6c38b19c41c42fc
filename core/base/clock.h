#pragma once

#include "core/base/deferred.h"

#include <chrono>
#include <functional>

namespace kw {

using Millis = std::chrono::milliseconds;

// Time as a dependency, so that tests run on virtual time. Lives on one thread; callbacks come on that
// thread.
class Clock
{
public:
    virtual ~Clock() = default;
    // Milliseconds since the Unix epoch; may jump.
    virtual qint64 wallMs() const = 0;
    // Milliseconds since some fixed point; never jumps back, stands still while the machine sleeps.
    virtual qint64 monotonicMs() const = 0;

    using TimerId = quint64; // 0 = none
    // Calls back once after `delay`, from the event loop (never from within this call). cancel() is harmless
    // afterwards.
    virtual TimerId callAfter(Millis delay, std::function<void()> callback) = 0;
    virtual void cancel(TimerId timer) = 0;

    // co_await clock.sleep(5s)
    Deferred<bool> sleep(Millis delay)
    {
        Deferred<bool> done;
        callAfter(delay, [done] { done.resolve(true); });
        return done;
    }
};

} // namespace kw
