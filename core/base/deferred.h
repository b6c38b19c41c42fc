#pragma once

#include <QtGlobal>

#include <coroutine>
#include <memory>
#include <optional>
#include <utility>

namespace kw {

// A value that arrives later: one producer resolves it, one coroutine awaits it, both on one thread.
// Copies share the same slot. resolve() resumes the waiting coroutine before it returns, unless nobody waits
// yet; a second resolve() is ignored (the first outcome of a race between answer, watchdog and cancellation
// wins).
template <class T> class Deferred
{
    struct Slot {
        std::optional<T> value;
        std::coroutine_handle<> waiter;
    };

public:
    Deferred()
        : m_slot(std::make_shared<Slot>())
    {
    }

    bool isResolved() const { return m_slot->value.has_value(); }

    void resolve(T value) const
    {
        const auto slot = m_slot; // the coroutine may drop the last other copy
        if (slot->value)
            return;
        slot->value.emplace(std::move(value));
        if (const auto waiter = std::exchange(slot->waiter, nullptr))
            waiter.resume();
    }

    auto operator co_await() const
    {
        struct Awaiter {
            std::shared_ptr<Slot> slot;
            bool await_ready() const { return slot->value.has_value(); }
            void await_suspend(std::coroutine_handle<> waiter) const { slot->waiter = waiter; }
            T await_resume() const { return std::move(*slot->value); }
        };
        return Awaiter{m_slot};
    }

private:
    std::shared_ptr<Slot> m_slot;
};

} // namespace kw
