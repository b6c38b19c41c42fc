#include "core/base/systemclock.h"

#include <QDateTime>
#include <QTimer>

#include <algorithm>

namespace kw {

SystemClock::SystemClock()
{
    m_elapsed.start();
}

SystemClock::~SystemClock()
{
    qDeleteAll(m_timers);
}

qint64 SystemClock::wallMs() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

qint64 SystemClock::monotonicMs() const
{
    return m_elapsed.elapsed();
}

Clock::TimerId SystemClock::callAfter(Millis delay, std::function<void()> callback)
{
    const TimerId id = ++m_last;
    auto *timer = new QTimer;
    timer->setSingleShot(true);
    // A coarse timer may be 5 % late; short delays (debounce) are part of what the person feels.
    timer->setTimerType(delay < std::chrono::seconds(2) ? Qt::PreciseTimer : Qt::CoarseTimer);
    m_timers.insert(id, timer);
    QObject::connect(timer, &QTimer::timeout, timer, [this, id, callback = std::move(callback)] {
        m_timers.take(id)->deleteLater();
        callback();
    });
    timer->start(std::max(delay, Millis::zero())); // QTimer refuses negative delays
    return id;
}

void SystemClock::cancel(TimerId timer)
{
    if (auto *found = m_timers.take(timer)) {
        found->stop(); // a nested event loop postpones the deletion, not the timeout
        found->deleteLater();
    }
}

} // namespace kw
