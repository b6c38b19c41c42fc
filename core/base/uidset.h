#pragma once

#include "core/base/ids.h"

#include <QList>

#include <utility>

namespace kw {

// A set of UIDs as ascending, disjoint, non-adjacent closed ranges; never expanded, so "1:4000000000" costs 8
// bytes.
class UidSet
{
public:
    struct Range {
        quint32 first;
        quint32 last;
        bool operator==(const Range &) const = default;
    };

    UidSet() = default;
    static UidSet range(quint32 first, quint32 last); // empty when first > last
    static UidSet of(QList<quint32> uids); // any order, doubles allowed

    // Cheap when called with ascending values; correct in any order.
    void add(quint32 uid) { addRange(uid, uid); }
    void addRange(quint32 first, quint32 last);

    bool isEmpty() const { return m_ranges.isEmpty(); }
    quint64 count() const;
    bool contains(quint32 uid) const;
    quint32 min() const; // 0 when empty
    quint32 max() const; // 0 when empty
    const QList<Range> &ranges() const { return m_ranges; }

    UidSet minus(const UidSet &other) const;
    UidSet intersected(const UidSet &other) const;
    UidSet united(const UidSet &other) const;
    // The `n` largest members, and the rest; both ascending.
    std::pair<UidSet, UidSet> splitNewest(quint64 n) const;
    QList<quint32> toList() const; // ascending; only for sets known to be small

    bool operator==(const UidSet &) const = default;

private:
    QList<Range> m_ranges;
};

} // namespace kw
