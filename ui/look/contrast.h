#pragma once

#include <QColor>

namespace kw {

// Contrast as WCAG 2 defines it, 1 … 21.
double contrast(const QColor &a, const QColor &b);
double luminance(const QColor &color); // 0 … 1, likewise
QColor mixed(const QColor &a, const QColor &b, double partOfB);
// `color`, moved towards `towards` no further than it must to stand out from `ground` by `ratio`.
QColor readable(const QColor &color, const QColor &towards, const QColor &ground, double ratio);

inline constexpr double TextRatio = 4.5; // WCAG 2.2, 1.4.3
inline constexpr double SignRatio = 3.0; // 1.4.11

} // namespace kw
