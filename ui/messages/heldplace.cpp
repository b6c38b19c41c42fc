#include "ui/messages/heldplace.h"

#include <algorithm>

namespace kw {

void HeldPlace::hold(const ListGeometry &geometry, int offset)
{
    m_held = true;
    m_atTop = offset == 0;
    m_row = geometry.rowNear(offset);
    m_offset = m_row < 0 ? 0 : offset - geometry.rowTop(m_row);
}

std::optional<int> HeldPlace::letGo(const ListGeometry &geometry)
{
    m_held = false;
    if (m_atTop || m_row < 0 || geometry.rows() == 0)
        return std::nullopt;
    return geometry.rowTop(std::min(m_row, geometry.rows() - 1)) + m_offset;
}

void HeldPlace::inserted(int first, int last)
{
    if (m_held && first <= m_row)
        m_row += last - first + 1;
}

void HeldPlace::removed(int first, int last)
{
    if (m_held && last < m_row)
        m_row -= last - first + 1;
    else if (m_held && first <= m_row)
        m_row = first;
}

void HeldPlace::moved(int from, int to)
{
    if (!m_held)
        return;
    if (from < m_row && to > m_row)
        --m_row;
    else if (from > m_row && to <= m_row)
        ++m_row;
}

} // namespace kw
