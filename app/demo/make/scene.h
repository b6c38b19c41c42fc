#pragma once

#include <QByteArray>
#include <QString>

namespace kw::demo {

// A painted landscape as a PNG: sky, sun, hills and water in colours that depend on the name. Needs no
// QGuiApplication.
QByteArray scenePng(const QString &name, int width, int height);

} // namespace kw::demo
