#include "core/base/uidset.h"

#include <QElapsedTimer>
#include <QTest>

#include <limits>
#include <random>
#include <set>

using namespace kw;

namespace {

constexpr quint32 LastUid = std::numeric_limits<quint32>::max();
using Model = std::set<quint32>;

Model modelOf(const UidSet &set)
{
    const auto list = set.toList();
    return {list.begin(), list.end()};
}

bool isCanonical(const UidSet &set)
{
    const auto &ranges = set.ranges();
    for (qsizetype i = 0; i < ranges.size(); ++i) {
        if (ranges[i].first > ranges[i].last)
            return false;
        if (i > 0 && quint64(ranges[i - 1].last) + 1 >= ranges[i].first)
            return false;
    }
    return true;
}

// Dense enough that ranges touch, overlap and swallow each other.
std::pair<UidSet, Model> randomSet(std::mt19937 &rng)
{
    UidSet set;
    Model model;
    const int steps = int(rng() % 12);
    for (int i = 0; i < steps; ++i) {
        const quint32 first = 3 + rng() % 60;
        const quint32 last = first + rng() % 7 - (rng() % 8 == 0 ? 3 : 0);
        set.addRange(first, last);
        for (quint32 uid = first; uid <= last; ++uid)
            model.insert(uid);
    }
    return {set, model};
}

} // namespace

class UidSetTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void an_empty_set_has_no_members_and_no_bounds()
    {
        const UidSet none;
        QVERIFY(none.isEmpty());
        QCOMPARE(none.count(), 0u);
        QCOMPARE(none.min(), 0u);
        QCOMPARE(none.max(), 0u);
        QVERIFY(!none.contains(0));
        QVERIFY(!none.contains(1));
        QVERIFY(none.toList().isEmpty());
        QCOMPARE(none.united(none), none);
        QCOMPARE(none.minus(none), none);
    }

    void a_backward_range_is_empty() { QVERIFY(UidSet::range(9, 3).isEmpty()); }

    void touching_ranges_melt_into_one()
    {
        UidSet set = UidSet::range(1, 3);
        set.addRange(7, 9);
        QCOMPARE(set.ranges().size(), 2);
        set.addRange(4, 6);
        QCOMPARE(set.ranges(), (QList<UidSet::Range>{{1, 9}}));
    }

    void members_may_come_in_any_order_and_twice()
    {
        QCOMPARE(UidSet::of({5, 1, 3, 4, 5, 1}).ranges(), (QList<UidSet::Range>{{1, 1}, {3, 5}}));
        UidSet set;
        for (const quint32 uid : {5u, 1u, 3u, 4u, 5u, 1u})
            set.add(uid);
        QCOMPARE(set, UidSet::of({1, 3, 4, 5}));
    }

    void a_range_to_the_last_uid_is_never_expanded()
    {
        UidSet all = UidSet::range(1, LastUid);
        QCOMPARE(all.count(), quint64(LastUid));
        QCOMPARE(all.ranges().size(), 1);
        QVERIFY(all.contains(LastUid));
        all.add(LastUid);
        QCOMPARE(all.ranges().size(), 1);
        QCOMPARE(all.minus(UidSet::range(5, LastUid)), UidSet::range(1, 4));
        QCOMPARE(UidSet::of({LastUid}).minus(all), UidSet());
        QCOMPARE(all.intersected(UidSet::of({LastUid})).max(), LastUid);
        const auto [newest, rest] = all.splitNewest(3);
        QCOMPARE(newest, UidSet::range(LastUid - 2, LastUid));
        QCOMPARE(rest, UidSet::range(1, LastUid - 3));
    }

    void splitting_takes_the_largest_and_leaves_the_rest()
    {
        UidSet set = UidSet::of({1, 2, 3, 10, 11, 20});
        const auto [newest, rest] = set.splitNewest(4);
        QCOMPARE(newest.toList(), (QList<quint32>{3, 10, 11, 20}));
        QCOMPARE(rest.toList(), (QList<quint32>{1, 2}));
        QVERIFY(set.splitNewest(0).first.isEmpty());
        QCOMPARE(set.splitNewest(99).first, set);
        QVERIFY(set.splitNewest(99).second.isEmpty());
    }

    void it_behaves_as_a_set_of_numbers()
    {
        std::mt19937 rng(20260101);
        for (int round = 0; round < 3000; ++round) {
            const auto [a, ma] = randomSet(rng);
            const auto [b, mb] = randomSet(rng);
            QVERIFY2(isCanonical(a), "ranges are ascending, disjoint and apart");
            QCOMPARE(modelOf(a), ma);
            QCOMPARE(a.count(), quint64(ma.size()));
            QCOMPARE(a.min(), ma.empty() ? 0 : *ma.begin());
            QCOMPARE(a.max(), ma.empty() ? 0 : *ma.rbegin());
            for (quint32 uid = 0; uid < 70; ++uid)
                QCOMPARE(a.contains(uid), ma.contains(uid));

            Model both, either = ma, onlyA;
            either.insert(mb.begin(), mb.end());
            for (const quint32 uid : ma)
                (mb.contains(uid) ? both : onlyA).insert(uid);
            for (const auto &[got, want] :
                 {std::pair{a.intersected(b), both}, {a.united(b), either}, {a.minus(b), onlyA}}) {
                QVERIFY(isCanonical(got));
                QCOMPARE(modelOf(got), want);
            }
            const quint64 n = rng() % 20;
            const auto [newest, rest] = a.splitNewest(n);
            QVERIFY(isCanonical(newest) && isCanonical(rest));
            QCOMPARE(newest.count(), std::min<quint64>(n, a.count()));
            QCOMPARE(newest.united(rest), a);
            QVERIFY(newest.isEmpty() || rest.isEmpty() || newest.min() > rest.max());
        }
    }

    void uniting_large_scattered_sets_takes_linear_time()
    {
        UidSet even, odd;
        for (quint32 uid = 1; uid < 1'200'000; uid += 4) {
            even.add(uid);
            odd.add(uid + 2);
        }
        QElapsedTimer timer;
        timer.start();
        const UidSet all = odd.united(even);
        QCOMPARE(all.count(), even.count() + odd.count());
        // Linear: some milliseconds; inserting one by one in the middle: minutes.
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(UidSetTest)
#include "uidset_test.moc"
