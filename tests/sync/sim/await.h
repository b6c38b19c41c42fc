#pragma once

#include "core/base/task.h"
#include "tests/sync/sim/virtualclock.h"

namespace kw::sim {

namespace detail {
template <class T> Task<void> keep(Task<T> task, std::shared_ptr<std::optional<T>> to)
{
    to->emplace(co_await std::move(task));
}
} // namespace detail

// Lets virtual time pass until the task has ended. A task that never ends is a failure of the test program.
template <class T> T await(VirtualClock &clock, Task<T> task)
{
    const auto result = std::make_shared<std::optional<T>>();
    const auto keeping = detail::keep(std::move(task), result);
    if (!clock.runUntil([&result] { return result->has_value(); }, std::chrono::hours(24 * 30)))
        qFatal("a task never ends");
    return std::move(**result);
}

} // namespace kw::sim
