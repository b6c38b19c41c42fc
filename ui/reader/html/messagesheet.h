#pragma once

#include <QColor>
#include <QString>

namespace kw {

// How a message lies on the screen: mail that brings its own colours was made for white paper and gets it,
// whatever the theme.
struct SheetLook {
    bool paper = true;
    QColor ink;
    QColor sheet;
};
SheetLook sheetLook(const QString &html, bool dark);

// The page Chromium gets: a policy that lets nothing be loaded but the message's own pictures, our letters
// and margins, and `printHead` (already HTML) for paper only. `html` must have been sanitised.
QByteArray messageSheet(const QString &html, const QString &printHead, const SheetLook &look);

} // namespace kw
