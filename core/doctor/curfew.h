#pragma once

#include <QtGlobal>

#include <functional>
#include <map>
#include <memory>

namespace kw::doctor {

// The end of an examination, for everybody who waits for something in it: each says how its waiting is ended,
// and when the time is up, or the person has had enough, all of it ends. One thread.
class Curfew
{
public:
    bool isOver() const { return m_over; }
    // Ends all that waits, and at once whatever comes later.
    void ring();

    // Says how to end the waiting, as long as it lives. `end` must not resume a coroutine from within:
    // deferreds are resolved from the event loop (resumeLater).
    class Guard
    {
    public:
        Guard(std::shared_ptr<Curfew> curfew, std::function<void()> end);
        ~Guard();
        Guard(const Guard &) = delete;
        Guard &operator=(const Guard &) = delete;

    private:
        const std::shared_ptr<Curfew> m_curfew;
        quint64 m_number = 0;
    };

private:
    std::map<quint64, std::function<void()>> m_ends;
    quint64 m_last = 0;
    bool m_over = false;
};

} // namespace kw::doctor
