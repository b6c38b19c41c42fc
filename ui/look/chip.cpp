#include "ui/look/chip.h"

#include "ui/look/contrast.h"

#include <QFontMetrics>
#include <QPainter>

namespace kw {

namespace {
constexpr int Padding = 6; // pixels on either side
constexpr double Tint = 0.22; // of the tag's colour in the plate
} // namespace

int chipWidth(const QFontMetrics &metrics, const QString &text, int most)
{
    return std::min(metrics.horizontalAdvance(text) + 2 * Padding, most);
}

int chipHeight(const QFontMetrics &metrics)
{
    return metrics.height() - 1;
}

void paintChip(QPainter &painter, const QRect &place, const QString &text, const QColor &color,
               const QColor &ground, const QColor &textColor)
{
    const bool bare = place.width() <= BareChipWidth;
    const QColor plate = bare ? color : mixed(ground, color, Tint);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(mixed(plate, color, 0.5), 1));
    painter.setBrush(plate);
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (bare) {
        painter.restore();
        return;
    }
    painter.setPen(readable(color, textColor, plate, TextRatio));
    const QFontMetrics metrics = painter.fontMetrics();
    const QRect inner = place.adjusted(Padding, 0, -Padding, 0);
    painter.drawText(inner, Qt::AlignCenter | Qt::TextSingleLine,
                     metrics.elidedText(text, Qt::ElideRight, inner.width() + 1));
    painter.restore();
}

} // namespace kw
