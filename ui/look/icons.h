#pragma once

#include <QIcon>
#include <QLatin1StringView>

namespace kw {

// Our own line icons (resources/icons), drawn in the palette's text colour at paint time, so that they follow
// light, dark, disabled and selected without a theme or an SVG plug-in being installed. GUI thread. An
// unknown name gives an empty picture.
QIcon icon(QLatin1StringView name);
// The same in a fixed colour (stars, warnings).
QIcon icon(QLatin1StringView name, const QColor &color);
QPixmap iconPixmap(QLatin1StringView name, const QColor &color, int size, qreal ratio);

// A round patch of a colour, for accounts and tags; its thin white edge shows on a selected line of its own
// colour.
QIcon colorDot(const QColor &color);

// The program's own icon.
QIcon appIcon();

} // namespace kw
