#include "ui/messages/listgeometry.h"

#include <algorithm>

namespace kw {

void ListGeometry::set(int rows, int rowHeight, int headingHeight, QList<DateGroup> groups)
{
    m_rows = rows;
    m_rowHeight = std::max(1, rowHeight);
    m_headingHeight = headingHeight;
    m_groups = std::move(groups);
}

int ListGeometry::groupOf(int row) const
{
    const auto next = std::upper_bound(m_groups.begin(), m_groups.end(), row,
                                       [](int r, const DateGroup &group) { return r < group.firstRow; });
    return int(next - m_groups.begin()) - 1;
}

int ListGeometry::height() const
{
    return m_rows * m_rowHeight + int(m_groups.size()) * m_headingHeight;
}

int ListGeometry::rowTop(int row) const
{
    return row * m_rowHeight + (groupOf(row) + 1) * m_headingHeight;
}

int ListGeometry::rowNear(int y) const
{
    if (m_rows == 0)
        return -1;
    // The last group whose heading begins at or above y.
    const auto next = std::partition_point(m_groups.begin(), m_groups.end(), [&](const DateGroup &group) {
        const auto number = int(&group - m_groups.constData());
        return group.firstRow * m_rowHeight + number * m_headingHeight <= y;
    });
    const int group = int(next - m_groups.begin()) - 1;
    const int row = (y - (group + 1) * m_headingHeight) / m_rowHeight;
    const int first = group >= 0 ? m_groups[group].firstRow : 0;
    return std::clamp(row, first, m_rows - 1);
}

int ListGeometry::rowAt(int y) const
{
    const int row = rowNear(y);
    if (row < 0)
        return -1;
    const int top = rowTop(row);
    return y >= top && y < top + m_rowHeight ? row : -1;
}

} // namespace kw
