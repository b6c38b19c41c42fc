#include "ui/messages/listcolors.h"

namespace kw {

ListColors ListColors::of(const QPalette &palette, Ground ground)
{
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    const QColor text = palette.color(QPalette::Active, QPalette::Text);
    const QColor highlight = palette.color(QPalette::Active, QPalette::Highlight);
    const bool dark = luminance(base) < luminance(text);

    ListColors colors;
    colors.ground = base;
    if (ground == Ground::Hovered)
        colors.ground = mixed(base, text, 0.045);
    else if (ground == Ground::Selected)
        colors.ground = mixed(base, highlight, dark ? 0.42 : 0.24);
    else if (ground == Ground::SelectedInactive)
        colors.ground = mixed(base, text, 0.12);
    // Both ends of the palette are there to choose from; the better one is always readable on a ground
    // between them.
    const QColor other = dark ? QColor(Qt::white) : QColor(Qt::black);
    colors.text = readable(text, other, colors.ground, TextRatio);
    colors.muted = readable(mixed(text, colors.ground, 0.42), colors.text, colors.ground, TextRatio);
    colors.accent = readable(highlight, colors.text, colors.ground, SignRatio);
    colors.star = QColor(0xf5, 0xb3, 0x01);
    colors.starEdge = readable(colors.star, colors.text, colors.ground, SignRatio);
    colors.line = mixed(base, text, dark ? 0.13 : 0.1);
    return colors;
}

} // namespace kw
