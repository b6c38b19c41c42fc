#include "core/base/systemclock.h"
#include "core/base/task.h"

#include <QDateTime>
#include <QEventLoop>
#include <QTest>
#include <QTimer>

using namespace kw;
using namespace std::chrono_literals;

namespace {

Task<void> sleepThenSet(Clock &clock, Millis delay, bool *woken)
{
    *woken = co_await clock.sleep(delay);
}

} // namespace

class SystemClockTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void it_tells_the_time()
    {
        SystemClock clock;
        QVERIFY(qAbs(clock.wallMs() - QDateTime::currentMSecsSinceEpoch()) < 5000);
        const qint64 before = clock.monotonicMs();
        QTRY_VERIFY(clock.monotonicMs() > before);
    }

    void a_callback_comes_once_after_its_delay_and_never_from_within_the_call()
    {
        SystemClock clock;
        int calls = 0;
        qint64 at = 0;
        const qint64 start = clock.monotonicMs();
        clock.callAfter(30ms, [&] { ++calls, at = clock.monotonicMs(); });
        QCOMPARE(calls, 0);
        QTRY_COMPARE(calls, 1);
        QVERIFY(at - start >= 29);
        bool later = false;
        clock.callAfter(60ms, [&] { later = true; });
        QTRY_VERIFY(later);
        QCOMPARE(calls, 1);
    }

    void no_delay_still_waits_for_the_event_loop()
    {
        SystemClock clock;
        bool called = false;
        clock.callAfter(0ms, [&] { called = true; });
        QVERIFY(!called);
        QTRY_VERIFY(called);
    }

    void a_moment_in_the_past_means_now()
    {
        SystemClock clock;
        bool called = false;
        clock.callAfter(-5ms, [&] { called = true; });
        QVERIFY(!called);
        QTRY_VERIFY(called);
    }

    void a_cancelled_callback_never_comes()
    {
        SystemClock clock;
        bool cancelled = false, other = false;
        const auto id = clock.callAfter(5ms, [&] { cancelled = true; });
        QVERIFY(id != 0);
        clock.cancel(id);
        clock.cancel(id);
        clock.cancel(0);
        clock.callAfter(30ms, [&] { other = true; });
        QTRY_VERIFY(other);
        QVERIFY(!cancelled);
    }

    // Deferred deletion waits for the outer loop; the timer itself must be silent before that.
    void a_cancelled_callback_does_not_come_in_a_nested_event_loop()
    {
        SystemClock clock;
        bool cancelled = false, done = false;
        QTimer::singleShot(0, this, [&] {
            clock.cancel(clock.callAfter(1ms, [&] { cancelled = true; }));
            QEventLoop nested;
            QTimer::singleShot(30, &nested, &QEventLoop::quit);
            nested.exec();
            done = true;
        });
        QTRY_VERIFY(done);
        QVERIFY(!cancelled);
    }

    void a_callback_may_cancel_itself_and_others()
    {
        SystemClock clock;
        Clock::TimerId self = 0, other = 0;
        bool ran = false, otherRan = false;
        self = clock.callAfter(1ms, [&] {
            clock.cancel(self);
            clock.cancel(other);
            ran = true;
        });
        other = clock.callAfter(20ms, [&] { otherRan = true; });
        QTRY_VERIFY(ran);
        bool later = false;
        clock.callAfter(40ms, [&] { later = true; });
        QTRY_VERIFY(later);
        QVERIFY(!otherRan);
    }

    void a_callback_may_destroy_the_clock()
    {
        auto clock = std::make_unique<SystemClock>();
        bool other = false;
        clock->callAfter(20ms, [&] { other = true; });
        clock->callAfter(1ms, [&] { clock.reset(); });
        QTRY_VERIFY(!clock);
        SystemClock second;
        bool later = false;
        second.callAfter(40ms, [&] { later = true; });
        QTRY_VERIFY(later);
        QVERIFY(!other);
    }

    void a_coroutine_can_sleep()
    {
        SystemClock clock;
        bool woken = false;
        const auto task = sleepThenSet(clock, 10ms, &woken);
        QVERIFY(!task.isReady());
        QTRY_VERIFY(woken);
        QVERIFY(task.isReady());
    }

    void a_delay_longer_than_qtimer_counts_is_not_a_short_one()
    {
        SystemClock clock;
        bool called = false, later = false;
        clock.callAfter(std::chrono::hours(24 * 60), [&] { called = true; });
        clock.callAfter(50ms, [&] { later = true; });
        QTRY_VERIFY(later);
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(SystemClockTest)
#include "systemclock_test.moc"
