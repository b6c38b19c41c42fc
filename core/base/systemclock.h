#pragma once

#include "core/base/clock.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>

class QTimer;

namespace kw {

// The machine's clock. Create and use it on one thread that has an event loop.
class SystemClock final : public Clock
{
public:
    SystemClock();
    ~SystemClock() override;
    qint64 wallMs() const override;
    qint64 monotonicMs() const override;
    TimerId callAfter(Millis delay, std::function<void()> callback) override;
    void cancel(TimerId timer) override;

private:
    QElapsedTimer m_elapsed;
    QHash<TimerId, QTimer *> m_timers;
    TimerId m_last = 0;
};

} // namespace kw
