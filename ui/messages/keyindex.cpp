#include "ui/messages/keyindex.h"

#include <algorithm>
#include <limits>

namespace kw {

namespace {
constexpr int SegmentRows = 512;
constexpr size_t SegmentMost = size_t(2) * SegmentRows;

bool inRange(qint64 value)
{
    return value >= std::numeric_limits<qint32>::min() && value <= std::numeric_limits<qint32>::max();
}

// Differences of hostile dates (anything a qint64 holds) must not overflow.
bool near(qint64 a, qint64 b)
{
    qint64 difference = 0;
    return !__builtin_sub_overflow(a, b, &difference) && inRange(difference);
}
} // namespace

bool KeyIndex::Segment::fits(PageKey key) const
{
    return near(key.date, base.date) && near(key.id, base.id);
}

KeyIndex::Packed KeyIndex::Segment::pack(PageKey key) const
{
    return {qint32(key.date - base.date), qint32(key.id - base.id)};
}

std::vector<KeyIndex::Segment> KeyIndex::chunk(std::span<const PageKey> keys)
{
    std::vector<Segment> segments;
    for (size_t i = 0; i < keys.size(); ++i) {
        if (i > 0 && !(keys[i] < keys[i - 1]))
            continue;
        if (segments.empty() || segments.back().keys.size() >= SegmentRows
            || !segments.back().fits(keys[i])) {
            segments.push_back({keys[i], {}});
            segments.back().keys.reserve(std::min(size_t(SegmentRows), keys.size() - i));
        }
        segments.back().keys.push_back(segments.back().pack(keys[i]));
    }
    return segments;
}

KeyIndex KeyIndex::fromSorted(std::span<const PageKey> keys)
{
    KeyIndex index;
    index.m_segments = chunk(keys);
    index.countFrom(0);
    return index;
}

void KeyIndex::countFrom(int segment)
{
    m_starts.resize(m_segments.size());
    int row
        = segment > 0 ? m_starts[size_t(segment) - 1] + int(m_segments[size_t(segment) - 1].keys.size()) : 0;
    for (size_t i = size_t(segment); i < m_segments.size(); ++i) {
        m_starts[i] = row;
        row += int(m_segments[i].keys.size());
    }
    m_size = row;
}

int KeyIndex::segmentOf(int row) const
{
    return int(std::upper_bound(m_starts.begin(), m_starts.end(), row) - m_starts.begin()) - 1;
}

PageKey KeyIndex::at(int row) const
{
    Q_ASSERT(row >= 0 && row < m_size);
    const auto segment = size_t(segmentOf(row));
    return m_segments[segment].unpack(m_segments[segment].keys[size_t(row - m_starts[segment])]);
}

int KeyIndex::lowerBound(PageKey key) const
{
    const auto segment = std::partition_point(m_segments.begin(), m_segments.end(),
                                              [key](const Segment &s) { return s.last() > key; });
    if (segment == m_segments.end())
        return m_size;
    const auto place = std::partition_point(segment->keys.begin(), segment->keys.end(),
                                            [&](Packed packed) { return segment->unpack(packed) > key; });
    return m_starts[size_t(segment - m_segments.begin())] + int(place - segment->keys.begin());
}

std::optional<int> KeyIndex::find(PageKey key) const
{
    const int row = lowerBound(key);
    if (row < m_size && at(row) == key)
        return row;
    return std::nullopt;
}

void KeyIndex::replace(int segment, std::vector<Segment> with)
{
    const auto place = m_segments.erase(m_segments.begin() + segment);
    m_segments.insert(place, std::make_move_iterator(with.begin()), std::make_move_iterator(with.end()));
    countFrom(segment);
}

void KeyIndex::insert(int row, std::span<const PageKey> keys)
{
    Q_ASSERT(row >= 0 && row <= m_size);
    if (keys.empty())
        return;
    if (m_segments.empty()) {
        m_segments = chunk(keys);
        countFrom(0);
        return;
    }
    // A list that grows at its end (backfill) fills the last segment before it opens another.
    const int number = segmentOf(row > 0 ? row - 1 : 0);
    Segment &segment = m_segments[size_t(number)];
    const int offset = row - m_starts[size_t(number)];
    const bool fits = std::ranges::all_of(keys, [&segment](PageKey key) { return segment.fits(key); });
    if (fits && segment.keys.size() + keys.size() <= SegmentMost) {
        const auto at = segment.keys.insert(segment.keys.begin() + offset, keys.size(), Packed{});
        std::ranges::transform(keys, at, [&segment](PageKey key) { return segment.pack(key); });
        countFrom(number);
        return;
    }
    std::vector<PageKey> all;
    all.reserve(segment.keys.size() + keys.size());
    for (const Packed packed : segment.keys)
        all.push_back(segment.unpack(packed));
    all.insert(all.begin() + offset, keys.begin(), keys.end());
    replace(number, chunk(all));
}

void KeyIndex::remove(int row, int count)
{
    Q_ASSERT(row >= 0 && count >= 0 && row + count <= m_size);
    int number = count > 0 ? segmentOf(row) : 0;
    const int first = number;
    int offset = count > 0 ? row - m_starts[size_t(number)] : 0;
    while (count > 0) {
        auto &keys = m_segments[size_t(number)].keys;
        const int here = std::min(count, int(keys.size()) - offset);
        keys.erase(keys.begin() + offset, keys.begin() + offset + here);
        count -= here;
        offset = 0;
        ++number;
    }
    const auto from = m_segments.begin() + first;
    const auto to = m_segments.begin() + std::min(number, int(m_segments.size()));
    m_segments.erase(std::remove_if(from, to, [](const Segment &s) { return s.keys.empty(); }), to);
    countFrom(std::min(first, int(m_segments.size())));
}

KeyDifference KeyIndex::differenceTo(const KeyIndex &fresh, int from, int to) const
{
    KeyDifference difference;
    int position = 0;
    for (int i = from; i < to; ++i) {
        const PageKey key = fresh.at(i);
        while (position < m_size && at(position) > key)
            difference.gone.append(at(position++));
        if (position < m_size && at(position) == key)
            ++position;
        else
            difference.added.append(key);
    }
    while (position < m_size)
        difference.gone.append(at(position++));
    return difference;
}

qsizetype KeyIndex::bytes() const
{
    qsizetype bytes
        = m_segments.capacity() * qsizetype(sizeof(Segment)) + m_starts.capacity() * qsizetype(sizeof(int));
    for (const Segment &segment : m_segments)
        bytes += segment.keys.capacity() * qsizetype(sizeof(Packed));
    return bytes;
}

} // namespace kw
