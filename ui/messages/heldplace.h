#pragma once

#include "ui/messages/listgeometry.h"

#include <optional>

namespace kw {

// Where a list stands while rows come and go: the top visible row and how far it is scrolled off. At the very
// top new rows are what the person waits for; anywhere else the rows on screen stay where they are.
class HeldPlace
{
public:
    bool isHeld() const { return m_held; }
    void hold(const ListGeometry &geometry, int offset);
    void drop() { m_held = false; }
    // Ends holding; the offset to scroll to, nothing where the list may go on by itself.
    std::optional<int> letGo(const ListGeometry &geometry);

    void inserted(int first, int last);
    void removed(int first, int last);
    void moved(int from, int to);

private:
    bool m_held = false;
    bool m_atTop = true;
    int m_row = -1;
    int m_offset = 0; // pixels of it that are scrolled off
};

} // namespace kw
