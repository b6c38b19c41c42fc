#include "core/base/clock.h"
#include "core/base/deferred.h"
#include "core/base/task.h"

#include <QTest>

using namespace kw;

namespace {

Task<int> plusOne(Deferred<int> value)
{
    const int got = co_await value;
    co_return got + 1;
}

Task<void> store(Deferred<int> value, std::shared_ptr<int> into)
{
    *into = co_await plusOne(value);
}

Task<void> hold(Deferred<int> value, std::shared_ptr<int> token)
{
    co_await value;
    *token = 1;
}

} // namespace

class DeferredTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_coroutine_waits_until_the_value_arrives()
    {
        Deferred<int> value;
        const auto got = std::make_shared<int>(0);
        const auto task = store(value, got);
        QCOMPARE(*got, 0);
        QVERIFY(!task.isReady());
        value.resolve(41);
        QCOMPARE(*got, 42);
        QVERIFY(task.isReady());
    }

    void a_value_that_is_there_already_does_not_suspend()
    {
        Deferred<int> value;
        value.resolve(1);
        const auto got = std::make_shared<int>(0);
        store(value, got);
        QCOMPARE(*got, 2);
    }

    void the_first_outcome_of_a_race_wins()
    {
        Deferred<int> value;
        QVERIFY(!value.isResolved());
        value.resolve(1);
        value.resolve(2);
        QVERIFY(value.isResolved());
        const auto got = std::make_shared<int>(0);
        store(value, got);
        QCOMPARE(*got, 2);
    }

    void copies_share_one_slot()
    {
        Deferred<int> value;
        const Deferred<int> copy = value;
        copy.resolve(7);
        QVERIFY(value.isResolved());
    }

    void the_coroutine_may_drop_the_last_other_copy_while_it_is_resumed()
    {
        const auto token = std::make_shared<int>(0);
        auto value = std::make_unique<Deferred<int>>();
        hold(*value, token); // nobody keeps the task: its frame lives as long as it waits
        QVERIFY(token.use_count() > 1);
        const Deferred<int> producer = *value;
        value.reset();
        producer.resolve(1);
        QCOMPARE(*token, 1);
        QCOMPARE(token.use_count(), 1); // the frame is gone
    }

    void it_carries_values_that_cannot_be_copied()
    {
        Deferred<std::unique_ptr<int>> value;
        int got = 0;
        const auto read = [](Deferred<std::unique_ptr<int>> from, int *to) -> Task<void> {
            const auto p = co_await from;
            *to = *p;
        };
        const auto task = read(value, &got);
        value.resolve(std::make_unique<int>(5));
        QVERIFY(task.isReady());
        QCOMPARE(got, 5);
    }
};

QTEST_GUILESS_MAIN(DeferredTest)
#include "deferred_test.moc"
