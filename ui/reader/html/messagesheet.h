#pragma once

#include "ui/reader/htmlengine.h"

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

// The page Chromium gets: a policy that lets nothing be loaded but what MessageScheme has, our letters and
// margins, the print head for paper only, and long quotes at the end folded.
QByteArray messageSheet(const HtmlEngine::Page &page, const SheetLook &look);
// The same HTML with the quotes that nothing follows inside <details>; what is answered in between stays
// open.
QString withFoldedQuotes(const QString &html);

} // namespace kw
