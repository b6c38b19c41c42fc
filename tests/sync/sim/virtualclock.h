#pragma once

#include "core/base/clock.h"

#include <QHash>

#include <map>

namespace kw::sim {

// Time that passes only when told. Callbacks run in the order of their moment, then of their making, so a run
// is a function of its seed. Between two callbacks the queued events of Qt are delivered. One thread.
class VirtualClock final : public Clock
{
public:
    qint64 wallMs() const override { return m_epoch + m_now; }
    qint64 monotonicMs() const override { return m_now; }
    TimerId callAfter(Millis delay, std::function<void()> callback) override;
    void cancel(TimerId timer) override;

    // Goes to the next callback and runs it; false when none is waiting.
    bool runNext();
    // Runs all that is due within this span and ends exactly at its end.
    void advance(Millis span);
    // Runs callbacks until `done`; false when time `limit` has passed or nothing is waiting any more.
    bool runUntil(const std::function<bool()> &done, Millis limit);
    // The machine sleeps: the wall clock goes on, the monotonic one and all callbacks do not.
    void sleepMachine(Millis span) { m_epoch += span.count(); }
    bool isIdle() const { return m_queue.empty(); }
    quint64 callbacksRun() const { return m_ran; }

private:
    using Key = std::pair<qint64, TimerId>;
    qint64 m_epoch = 1'767'225'600'000; // 2026-01-01T00:00:00Z
    qint64 m_now = 0;
    TimerId m_last = 0;
    quint64 m_ran = 0;
    std::map<Key, std::function<void()>> m_queue;
    QHash<TimerId, qint64> m_due;
};

} // namespace kw::sim
