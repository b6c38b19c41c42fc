#include "bench/measure/report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace kw::bench;
using namespace Qt::StringLiterals;

class BenchMeasureTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void the_median_is_the_middle_or_the_mean_of_the_middle_two();
    void percentiles_take_the_nearest_rank();
    void a_ratio_is_formed_run_by_run();
    void an_excess_is_what_lies_beyond_the_reference();
    void a_figure_without_samples_neither_holds_nor_misses();
    void the_table_has_one_line_a_figure_with_goal_and_verdict();
    void the_json_holds_every_sample();
};

void BenchMeasureTest::the_median_is_the_middle_or_the_mean_of_the_middle_two()
{
    QCOMPARE(median({}), 0.0);
    QCOMPARE(median({7}), 7.0);
    QCOMPARE(median({9, 1, 5}), 5.0);
    QCOMPARE(median({4, 1, 2, 100}), 3.0);
}

void BenchMeasureTest::percentiles_take_the_nearest_rank()
{
    QList<double> values;
    for (int i = 100; i >= 1; --i)
        values.append(i);
    QCOMPARE(percentile(values, 99), 99.0);
    QCOMPARE(percentile(values, 100), 100.0);
    QCOMPARE(percentile(values, 50), 50.0);
    QCOMPARE(percentile({3, 1, 2}, 99), 3.0);
    QCOMPARE(percentile({}, 99), 0.0);
}

void BenchMeasureTest::a_ratio_is_formed_run_by_run()
{
    Figure figure;
    figure.judge = Figure::Judge::Ratio;
    figure.goal = 3.5;
    figure.samples = {{300, 100}, {800, 200}, {10, 0}, {250, 100}}; // 3, 4, no reference, 2.5
    QCOMPARE(figure.judged(), QList<double>({3, 4, 2.5}));
    QCOMPARE(figure.holds(), true);
    figure.goal = 2.9;
    QCOMPARE(figure.holds(), false);
}

void BenchMeasureTest::an_excess_is_what_lies_beyond_the_reference()
{
    Figure figure;
    figure.judge = Figure::Judge::Excess;
    figure.goal = 150;
    figure.samples = {{400, 300}, {500, 310}, {420, 300}};
    QCOMPARE(median(figure.judged()), 120.0);
    QCOMPARE(figure.holds(), true);
}

void BenchMeasureTest::a_figure_without_samples_neither_holds_nor_misses()
{
    Figure figure;
    figure.name = u"empty"_s;
    QVERIFY(!figure.holds().has_value());
    QVERIFY(tableOf({figure}).contains("not measured"_L1));
}

void BenchMeasureTest::the_table_has_one_line_a_figure_with_goal_and_verdict()
{
    Figure cold{u"cold_100k"_s,       u"ms"_s, u"raw UID FETCH"_s,
                Figure::Judge::Ratio, 3.5,     {{2500, 750}, {2600, 760}, {2700, 755}}};
    Figure disk{u"disk_100k"_s,           u"bytes"_s, {}, Figure::Judge::Value, 700, {{812, 0}},
                u"two indexes too many"_s};
    const QStringList lines = tableOf({cold, disk}).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines.at(1).contains("3.42×"_L1) || lines.at(1).contains(u"3.42×"_s), qPrintable(lines.at(1)));
    QVERIFY(lines.at(1).contains("raw UID FETCH"_L1));
    QVERIFY(lines.at(1).endsWith("holds"_L1));
    QVERIFY(lines.at(2).endsWith("MISSED"_L1));
    QCOMPARE(lines.at(3), u"disk_100k: two indexes too many"_s);
}

void BenchMeasureTest::the_json_holds_every_sample()
{
    const Figure figure{
        u"cold"_s, u"ms"_s, u"raw"_s, Figure::Judge::Ratio, 3.5, {{30, 10}, {40, 10}, {20, 10}}};
    const QJsonObject root = QJsonDocument::fromJson(jsonOf({figure}, u"here"_s)).object();
    QCOMPARE(root.value(u"context"_s).toString(), u"here"_s);
    const QJsonObject first = root.value(u"figures"_s).toArray().at(0).toObject();
    QCOMPARE(first.value(u"values"_s).toArray().size(), 3);
    QCOMPARE(first.value(u"references"_s).toArray().size(), 3);
    QCOMPARE(first.value(u"judged"_s).toDouble(), 3.0);
    QCOMPARE(first.value(u"holds"_s).toBool(), true);
}

QTEST_GUILESS_MAIN(BenchMeasureTest)
#include "bench_measure_test.moc"
