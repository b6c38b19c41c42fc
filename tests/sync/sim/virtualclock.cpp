#include "tests/sync/sim/virtualclock.h"

#include <QCoreApplication>

#include <algorithm>

namespace kw::sim {

Clock::TimerId VirtualClock::callAfter(Millis delay, std::function<void()> callback)
{
    const TimerId id = ++m_last;
    const qint64 at = m_now + std::max<qint64>(delay.count(), 0);
    m_queue.emplace(Key{at, id}, std::move(callback));
    m_due.insert(id, at);
    return id;
}

void VirtualClock::cancel(TimerId timer)
{
    const auto due = m_due.constFind(timer);
    if (due == m_due.constEnd())
        return;
    const auto entry
        = m_queue.extract(Key{*due, timer}); // destroyed after the bookkeeping: it may own the caller
    m_due.erase(due);
}

bool VirtualClock::runNext()
{
    if (m_queue.empty())
        return false;
    auto entry = m_queue.extract(m_queue.begin());
    m_due.remove(entry.key().second);
    m_now = std::max(m_now, entry.key().first);
    ++m_ran;
    entry.mapped()();
    if (QCoreApplication::instance())
        QCoreApplication::sendPostedEvents();
    return true;
}

void VirtualClock::advance(Millis span)
{
    const qint64 end = m_now + span.count();
    while (!m_queue.empty() && m_queue.begin()->first.first <= end)
        runNext();
    m_now = end;
}

bool VirtualClock::runUntil(const std::function<bool()> &done, Millis limit)
{
    const qint64 end = m_now + limit.count();
    while (!done()) {
        if (m_queue.empty() || m_queue.begin()->first.first > end)
            return false;
        runNext();
    }
    return true;
}

} // namespace kw::sim
