#include "ui/messages/keyindex.h"

#include <QTest>

#include <limits>
#include <random>
#include <set>

using namespace kw;

namespace {
bool same(const KeyIndex &index, const std::set<PageKey, std::greater<>> &reference)
{
    if (index.size() != int(reference.size()))
        return false;
    int row = 0;
    for (const PageKey key : reference) {
        if (index.at(row) != key || index.find(key) != row || index.lowerBound(key) != row)
            return false;
        ++row;
    }
    return true;
}
} // namespace

class KeyIndexTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void random_changes_keep_it_equal_to_a_sorted_set();
    void keys_too_far_apart_for_32_bits_are_kept_exactly();
    void doubled_or_disordered_keys_are_dropped();
    void a_million_keys_cost_less_than_ten_megabytes();
    void the_place_of_a_missing_key_is_where_it_would_stand();
};

void KeyIndexTest::random_changes_keep_it_equal_to_a_sorted_set()
{
    std::mt19937 random(7);
    const auto number = [&random](int to) { return std::uniform_int_distribution<int>(0, to)(random); };
    KeyIndex index;
    std::set<PageKey, std::greater<>> reference;
    for (int step = 0; step < 3000; ++step) {
        if (reference.empty() || number(9) < 6) {
            const PageKey key{number(2000), number(100000)};
            if (!reference.insert(key).second)
                continue;
            index.insert(index.lowerBound(key), {&key, 1});
        } else {
            const int row = number(index.size() - 1);
            const int count = std::min(1 + number(number(9) == 0 ? 900 : 3), index.size() - row);
            const auto from = std::next(reference.begin(), row);
            reference.erase(from, std::next(from, count));
            index.remove(row, count);
        }
        if (step % 100 == 0)
            QVERIFY(same(index, reference));
    }
    QVERIFY(same(index, reference));
    // Long runs, as a first sync brings them.
    for (int run = 0; run < 20; ++run) {
        std::vector<PageKey> keys;
        for (int i = 2000; i > 0; --i)
            keys.push_back({-run, i});
        index.insert(index.size(), keys);
        reference.insert(keys.begin(), keys.end());
    }
    QVERIFY(same(index, reference));
}

void KeyIndexTest::keys_too_far_apart_for_32_bits_are_kept_exactly()
{
    constexpr qint64 Most = std::numeric_limits<qint64>::max();
    constexpr qint64 Least = std::numeric_limits<qint64>::min();
    const std::vector<PageKey> keys{{Most, Most}, {Most, 0},  {5, Most},     {5, 4},
                                    {0, Least},   {Least, 7}, {Least, Least}};
    KeyIndex built = KeyIndex::fromSorted(keys);
    const std::set<PageKey, std::greater<>> reference(keys.begin(), keys.end());
    QVERIFY(same(built, reference));
    KeyIndex grown;
    for (const PageKey key : {keys[3], keys[0], keys[6], keys[5], keys[1], keys[2], keys[4]})
        grown.insert(grown.lowerBound(key), {&key, 1});
    QVERIFY(same(grown, reference));
}

void KeyIndexTest::doubled_or_disordered_keys_are_dropped()
{
    const std::vector<PageKey> keys{{9, 1}, {9, 1}, {7, 1}, {8, 1}, {6, 1}};
    const KeyIndex index = KeyIndex::fromSorted(keys);
    for (int row = 1; row < index.size(); ++row)
        QVERIFY(index.at(row - 1) > index.at(row));
    QVERIFY(index.find({9, 1}) && index.find({6, 1}));
}

void KeyIndexTest::a_million_keys_cost_less_than_ten_megabytes()
{
    std::vector<PageKey> keys;
    for (qint64 i = 1'000'000; i > 0; --i)
        keys.push_back({i * 97, i});
    KeyIndex index = KeyIndex::fromSorted(keys);
    QVERIFY(index.bytes() < 10'000'000);
    // Grown by slices, as a first sync does it.
    KeyIndex grown;
    for (size_t from = 0; from < keys.size(); from += 500)
        grown.insert(grown.size(), std::span(keys).subspan(from, 500));
    QCOMPARE(grown.size(), 1'000'000);
    QVERIFY2(grown.bytes() < 16'000'000, qPrintable(QString::number(grown.bytes())));
    QCOMPARE(grown.find(keys[777'777]), std::optional(777'777));
}

void KeyIndexTest::the_place_of_a_missing_key_is_where_it_would_stand()
{
    const std::vector<PageKey> keys{{30, 1}, {20, 9}, {20, 3}, {10, 1}};
    const KeyIndex index = KeyIndex::fromSorted(keys);
    QCOMPARE(index.lowerBound({40, 1}), 0);
    QCOMPARE(index.lowerBound({20, 10}), 1);
    QCOMPARE(index.lowerBound({20, 5}), 2);
    QCOMPARE(index.lowerBound({0, 0}), 4);
    QVERIFY(!index.find({20, 5}));
}

QTEST_GUILESS_MAIN(KeyIndexTest)
#include "keyindex_test.moc"
