#pragma once

#include <QColor>
#include <QString>

class QFontMetrics;
class QPainter;
class QRect;

namespace kw {

// A tag as a small rounded plate: its colour as the ground, its name always in letters that can be read. One
// that is not wider than BareChipWidth pixels is its colour alone.
constexpr int BareChipWidth = 8;
int chipWidth(const QFontMetrics &metrics, const QString &text, int most);
int chipHeight(const QFontMetrics &metrics);
// `ground` and `text`: of what the chip lies on. Uses the painter's font.
void paintChip(QPainter &painter, const QRect &place, const QString &text, const QColor &color,
               const QColor &ground, const QColor &textColor);

} // namespace kw
