#pragma once

#include "core/store/rows.h"

#include <optional>
#include <span>
#include <vector>

namespace kw {

struct KeyDifference {
    QList<PageKey> gone; // newest first
    QList<PageKey> added;
};

// The sort keys of every row of a list, newest first, 8 bytes each in segments of about 512: position and key
// of any of a million rows are a binary search away, so that a delta's exact place, a date group's border and
// a selection need no query. A value; any thread.
class KeyIndex
{
public:
    KeyIndex() = default;
    // Keys must come newest first; what is out of order or doubled is dropped.
    static KeyIndex fromSorted(std::span<const PageKey> keys);

    int size() const { return m_size; }
    PageKey at(int row) const;
    // How many rows come before this key: where it stands or would stand.
    int lowerBound(PageKey key) const;
    std::optional<int> find(PageKey key) const;

    // The keys, newest first, must belong between rows row-1 and row.
    void insert(int row, std::span<const PageKey> keys);
    void remove(int row, int count);

    // What became of these keys in rows from … to-1 of another index.
    KeyDifference differenceTo(const KeyIndex &fresh, int from, int to) const;

    qsizetype bytes() const;

private:
    struct Packed { // distance from the segment's base
        qint32 date;
        qint32 id;
    };
    struct Segment {
        PageKey base;
        std::vector<Packed> keys;
        bool fits(PageKey key) const;
        Packed pack(PageKey key) const;
        PageKey unpack(Packed packed) const { return {base.date + packed.date, base.id + packed.id}; }
        PageKey last() const { return unpack(keys.back()); }
    };
    static std::vector<Segment> chunk(std::span<const PageKey> keys);
    int segmentOf(int row) const;
    void replace(int segment, std::vector<Segment> with);
    void countFrom(int segment);

    std::vector<Segment> m_segments; // none is empty
    std::vector<int> m_starts; // first row of each segment
    int m_size = 0;
};

} // namespace kw
