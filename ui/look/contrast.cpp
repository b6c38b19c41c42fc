#include "ui/look/contrast.h"

#include <algorithm>
#include <cmath>

namespace kw {

namespace {
double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}
} // namespace

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

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

} // namespace kw
