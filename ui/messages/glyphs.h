#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace kw {

// Small signs drawn as paths: sharp at every scale, in the row's own colours, the same under every icon
// theme.
enum class Glyph { Star, StarOutline, Paperclip, Reply, Forward, Search, Person, Pin };

// `edge`, where valid, outlines a filled star. Mirrored for right-to-left layouts where the sign has a
// direction.
void drawGlyph(QPainter &painter, Glyph glyph, const QRectF &box, const QColor &color, bool mirrored = false,
               const QColor &edge = {});

} // namespace kw
