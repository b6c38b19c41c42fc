#pragma once

#include "ui/look/contrast.h"

#include <QColor>
#include <QPalette>

namespace kw {

// The colours of a row, all derived from the palette so that every text keeps 4.5:1 and every sign 3:1, light
// or dark.
struct ListColors {
    QColor ground;
    QColor text;
    QColor muted; // date, preview
    QColor accent; // unread dot, focus frame
    QColor star; // fill
    QColor starEdge; // carries the contrast
    QColor line; // hairlines; decoration only

    enum class Ground { Plain, Hovered, Selected, SelectedInactive };
    static ListColors of(const QPalette &palette, Ground ground);
};

} // namespace kw
