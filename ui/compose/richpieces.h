#pragma once

#include <QList>
#include <QString>

namespace kw {

// A piece of a message's HTML that the editor shows as a block or a few, and that leaves as it came where
// nobody touched it.
struct RichPiece {
    QString html; // with the sanitizer's marks
    int level = 0; // how many quotes it lies in
    bool isSignature = false; // one's own
};

// The pieces of HTML as sanitizeHtml() writes it, in order: quotes are taken apart, so that an answer in
// their midst leaves the rest alone, and so are lines that only a <br> parts, as one long block would make
// typing slow.
QList<RichPiece> richPieces(const QString &sanitized);

// The same with tables that lie deeper in others than `deepest` as plain blocks: what a text widget needs to
// lay tables out doubles with each level.
QString withFlatTables(const QString &sanitized, int deepest);

} // namespace kw
