#pragma once

#include "ui/messages/dategroups.h"

namespace kw {

// Where rows and group headings lie, by arithmetic alone. Pixels from the top of the content.
class ListGeometry
{
public:
    void set(int rows, int rowHeight, int headingHeight, QList<DateGroup> groups);

    int rows() const { return m_rows; }
    int rowHeight() const { return m_rowHeight; }
    int headingHeight() const { return m_headingHeight; }
    const QList<DateGroup> &groups() const { return m_groups; }
    int height() const;
    int rowTop(int row) const;
    // The row at this place, the first row of the group for a heading; kept within 0 … rows-1; -1 in an empty
    // list.
    int rowNear(int y) const;
    // Exactly there; -1 on headings and outside.
    int rowAt(int y) const;
    int headingTop(int group) const { return rowTop(m_groups[group].firstRow) - m_headingHeight; }
    // The group this row belongs to; -1 where there are none.
    int groupOf(int row) const;

private:
    int m_rows = 0;
    int m_rowHeight = 1;
    int m_headingHeight = 0;
    QList<DateGroup> m_groups;
};

} // namespace kw
