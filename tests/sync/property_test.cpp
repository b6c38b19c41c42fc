#include "tests/sync/property/actions.h"
#include "tests/sync/property/regressions.h"

#include <QElapsedTimer>
#include <QTest>

using namespace kw;
using namespace kw::sim;
using namespace Qt::StringLiterals;

namespace {

int runs()
{
    const int asked = qEnvironmentVariableIntValue("KW_PROPERTY_RUNS");
    return asked > 0 ? asked : 300;
}

} // namespace

class PropertyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QHashSeed::setDeterministicGlobalSeed(); }

    void a_plan_that_once_failed_stays_healed_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < regressions().size(); ++i)
            QTest::newRow(regressions().at(i).rule) << i;
    }
    void a_plan_that_once_failed_stays_healed()
    {
        QFETCH(int, index);
        const QString broken = runPlan(regressions().at(index).plan);
        QVERIFY2(broken.isEmpty(), qPrintable(broken));
    }

    // KW_PROPERTY_SEED=n tells one run step by step, shrunk; KW_PROPERTY_WATCH=subject follows a message.
    void one_seed_may_be_told_in_full()
    {
        const int seed = qEnvironmentVariableIntValue("KW_PROPERTY_SEED");
        Plan plan = randomPlan(quint32(std::max(seed, 1)));
        if (seed > 0 && !runPlan(plan).isEmpty())
            plan = shrink(plan);
        QStringList story;
        const QString broken
            = runPlan(plan, seed > 0 ? &story : nullptr, qEnvironmentVariable("KW_PROPERTY_WATCH"));
        for (const QString &line : std::as_const(story))
            qInfo("%s", qPrintable(line));
        QVERIFY2(broken.isEmpty(), qPrintable(broken));
    }

    void the_same_seed_runs_the_same_course()
    {
        const auto course = [](quint32 seed) {
            World world(WorldSettings::fromSeed(seed));
            world.net.logging = true;
            world.local.start();
            Rng rng(seed);
            for (const Step &step : randomPlan(seed).steps) {
                for (const Action &action : actions()) {
                    if (step.action == action.name)
                        action.run(world, rng);
                }
                world.pass(std::chrono::milliseconds(50));
            }
            return world.net.log;
        };
        const QStringList log = course(7);
        QVERIFY(log.size() > 5);
        QCOMPARE(course(7), log);
    }

    // Whatever happens, in the end: local = server, nothing lost or doubled, nothing pending, counters =
    // recount, replayed deltas = a fresh query, and a second sync writes nothing.
    void after_any_course_of_events_the_cache_equals_the_server()
    {
        const int from = qEnvironmentVariableIntValue("KW_PROPERTY_FROM");
        QStringList failures;
        QElapsedTimer timer;
        timer.start();
        for (int seed = from + 1; seed <= from + runs() && failures.size() < 5; ++seed) {
            const Plan plan = randomPlan(quint32(seed));
            const QString broken = runPlan(plan);
            if (broken.isEmpty())
                continue;
            const Plan small = shrink(plan);
            const QString failure = u"seed %1: %2\n  shrunk: %3\n  which fails with: %4"_s.arg(seed).arg(
                broken, toSource(small), runPlan(small));
            qWarning("%s", qPrintable(failure));
            failures.append(failure);
        }
        qInfo("%d runs in %lld ms", runs(), timer.elapsed());
        QVERIFY2(failures.isEmpty(), qPrintable(failures.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(PropertyTest)
#include "property_test.moc"
