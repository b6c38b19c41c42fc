#include "ui/messages/listcolors.h"

#include <algorithm>
#include <cmath>

namespace kw {

namespace {
constexpr double TextRatio = 4.5; // WCAG 2.2, 1.4.3
constexpr double SignRatio = 3.0; // 1.4.11

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}
} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor mixed(const QColor &a, const QColor &b, double partOfB)
{
    const auto channel = [partOfB](float x, float y) { return float(x + (y - x) * partOfB); };
    return QColor::fromRgbF(channel(a.redF(), b.redF()), channel(a.greenF(), b.greenF()),
                            channel(a.blueF(), b.blueF()));
}

QColor readable(const QColor &color, const QColor &towards, const QColor &ground, double ratio)
{
    for (int step = 0; step < 20; ++step) {
        const QColor candidate = mixed(color, towards, step / 20.0);
        if (contrast(candidate, ground) >= ratio)
            return candidate;
    }
    return towards;
}

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
