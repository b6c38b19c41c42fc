#include "core/base/uidset.h"

#include <algorithm>

namespace kw {

UidSet UidSet::range(quint32 first, quint32 last)
{
    UidSet set;
    set.addRange(first, last);
    return set;
}

UidSet UidSet::of(QList<quint32> uids)
{
    std::sort(uids.begin(), uids.end());
    UidSet set;
    for (const quint32 uid : std::as_const(uids))
        set.add(uid);
    return set;
}

void UidSet::addRange(quint32 first, quint32 last)
{
    if (first > last)
        return;
    if (m_ranges.isEmpty() || quint64(m_ranges.last().last) + 1 < first) {
        m_ranges.append({first, last});
        return;
    }
    // The first range that touches or follows ours; all that touch melt into one.
    auto begin = std::lower_bound(m_ranges.begin(), m_ranges.end(), first,
                                  [](const Range &r, quint32 v) { return quint64(r.last) + 1 < v; });
    auto end = begin;
    while (end != m_ranges.end() && end->first <= quint64(last) + 1) {
        first = std::min(first, end->first);
        last = std::max(last, end->last);
        ++end;
    }
    if (begin == end) {
        m_ranges.insert(begin, {first, last});
        return;
    }
    *begin = {first, last};
    m_ranges.erase(begin + 1, end);
}

quint64 UidSet::count() const
{
    quint64 n = 0;
    for (const Range &r : m_ranges)
        n += quint64(r.last) - r.first + 1;
    return n;
}

bool UidSet::contains(quint32 uid) const
{
    const auto it = std::lower_bound(m_ranges.begin(), m_ranges.end(), uid,
                                     [](const Range &r, quint32 v) { return r.last < v; });
    return it != m_ranges.end() && it->first <= uid;
}

quint32 UidSet::min() const
{
    return m_ranges.isEmpty() ? 0 : m_ranges.first().first;
}

quint32 UidSet::max() const
{
    return m_ranges.isEmpty() ? 0 : m_ranges.last().last;
}

UidSet UidSet::minus(const UidSet &other) const
{
    UidSet out;
    auto hole = other.m_ranges.begin();
    for (const Range &r : m_ranges) {
        quint64 from = r.first;
        while (hole != other.m_ranges.end() && hole->last < from)
            ++hole;
        for (auto h = hole; h != other.m_ranges.end() && h->first <= r.last && from <= r.last; ++h) {
            if (h->first > from)
                out.addRange(quint32(from), h->first - 1);
            from = std::max<quint64>(from, quint64(h->last) + 1);
        }
        if (from <= r.last)
            out.addRange(quint32(from), r.last);
    }
    return out;
}

UidSet UidSet::intersected(const UidSet &other) const
{
    UidSet out;
    auto a = m_ranges.begin();
    auto b = other.m_ranges.begin();
    while (a != m_ranges.end() && b != other.m_ranges.end()) {
        out.addRange(std::max(a->first, b->first), std::min(a->last, b->last));
        if (a->last < b->last)
            ++a;
        else
            ++b;
    }
    return out;
}

UidSet UidSet::united(const UidSet &other) const
{
    // Merged in ascending order, so that every addRange() works at the end.
    UidSet out;
    auto a = m_ranges.begin();
    auto b = other.m_ranges.begin();
    while (a != m_ranges.end() || b != other.m_ranges.end()) {
        const bool fromA = b == other.m_ranges.end() || (a != m_ranges.end() && a->first <= b->first);
        const Range &next = fromA ? *a++ : *b++;
        out.addRange(next.first, next.last);
    }
    return out;
}

std::pair<UidSet, UidSet> UidSet::splitNewest(quint64 n) const
{
    UidSet rest = *this;
    QList<Range> taken;
    while (n > 0 && !rest.m_ranges.isEmpty()) {
        Range &r = rest.m_ranges.last();
        const quint64 size = quint64(r.last) - r.first + 1;
        if (size <= n) {
            taken.append(r);
            n -= size;
            rest.m_ranges.removeLast();
        } else {
            taken.append({quint32(r.last - n + 1), r.last});
            r.last -= quint32(n);
            n = 0;
        }
    }
    UidSet newest;
    newest.m_ranges = QList<Range>(taken.rbegin(), taken.rend());
    return {newest, rest};
}

QList<quint32> UidSet::toList() const
{
    QList<quint32> out;
    for (const Range &r : m_ranges) {
        for (quint64 uid = r.first; uid <= r.last; ++uid)
            out.append(quint32(uid));
    }
    return out;
}

} // namespace kw
