#include "ui/messages/glyphs.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace kw {

namespace {
// All in a box of 16 × 16.
QPainterPath starPath()
{
    QPolygonF points;
    for (int i = 0; i < 10; ++i) {
        const double radius = i % 2 ? 2.95 : 7.0;
        const double angle = -std::numbers::pi / 2 + i * std::numbers::pi / 5;
        points << QPointF(8 + radius * std::cos(angle), 8.5 + radius * std::sin(angle));
    }
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    return path;
}

QPainterPath paperclipPath()
{
    QPainterPath path; // upright; drawn leaning
    path.moveTo(11.5, 5.0);
    path.lineTo(11.5, 11.0);
    path.arcTo(QRectF(4.5, 7.5, 7, 7), 0, -180);
    path.lineTo(4.5, 4.0);
    path.arcTo(QRectF(4.5, 1.6, 4.8, 4.8), 180, -180);
    path.lineTo(9.3, 10.6);
    path.arcTo(QRectF(6.7, 9.3, 2.6, 2.6), 0, -180);
    path.lineTo(6.7, 5.4);
    return path;
}

QPainterPath replyPath()
{
    QPainterPath path;
    path.moveTo(6.2, 3.2);
    path.lineTo(2.0, 7.2);
    path.lineTo(6.2, 11.2);
    path.moveTo(2.4, 7.2);
    path.lineTo(8.6, 7.2);
    path.cubicTo(12.2, 7.2, 14.0, 9.4, 14.0, 13.0);
    return path;
}

QPainterPath personPath()
{
    QPainterPath path;
    path.addEllipse(QPointF(8, 5.2), 2.9, 2.9);
    path.moveTo(2.6, 14.0);
    path.cubicTo(2.6, 8.9, 13.4, 8.9, 13.4, 14.0);
    return path;
}

QPainterPath pinPath()
{
    QPainterPath path;
    path.moveTo(5.0, 2.2);
    path.lineTo(11.0, 2.2);
    path.moveTo(6.2, 2.2);
    path.lineTo(6.2, 6.6);
    path.lineTo(4.2, 9.2);
    path.lineTo(11.8, 9.2);
    path.lineTo(9.8, 6.6);
    path.lineTo(9.8, 2.2);
    path.moveTo(8.0, 9.2);
    path.lineTo(8.0, 14.2);
    return path;
}

void stroke(QPainter &painter, const QPainterPath &path, const QColor &color, double width)
{
    painter.strokePath(path, QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}
} // namespace

void drawGlyph(QPainter &painter, Glyph glyph, const QRectF &box, const QColor &color, bool mirrored,
               const QColor &edge)
{
    static const QPainterPath star = starPath();
    static const QPainterPath paperclip = paperclipPath();
    static const QPainterPath reply = replyPath();
    static const QPainterPath person = personPath();
    static const QPainterPath pin = pinPath();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.topLeft());
    painter.scale(box.width() / 16, box.height() / 16);
    const bool flips = glyph == Glyph::Forward ? !mirrored : mirrored && glyph == Glyph::Reply;
    if (flips) {
        painter.translate(16, 0);
        painter.scale(-1, 1);
    }
    switch (glyph) {
    case Glyph::Star:
        painter.fillPath(star, color);
        stroke(painter, star, edge.isValid() ? edge : color, 1.0);
        break;
    case Glyph::StarOutline:
        stroke(painter, star, color, 1.2);
        break;
    case Glyph::Paperclip:
        painter.translate(8, 8);
        painter.rotate(38);
        painter.translate(-8, -8);
        stroke(painter, paperclip, color, 1.35);
        break;
    case Glyph::Search:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap));
        painter.drawEllipse(QPointF(7, 7), 4.4, 4.4);
        painter.drawLine(QPointF(10.4, 10.4), QPointF(14, 14));
        break;
    case Glyph::Person:
        stroke(painter, person, color, 1.35);
        break;
    case Glyph::Pin:
        stroke(painter, pin, color, 1.3);
        break;
    case Glyph::Reply:
    case Glyph::Forward:
        stroke(painter, reply, color, 1.5);
        break;
    }
    painter.restore();
}

} // namespace kw
