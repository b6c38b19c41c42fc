#pragma once

#include <QString>

class QTextDocument;

namespace kw {

class RichOriginals;

// The document as a small, clean fragment of HTML that sanitizeHtml() lets through: paragraphs, lists,
// quotes, links, tables, the message's own pictures, and the formatting that was chosen. Pieces that nobody
// touched leave as they came.
QString richHtml(const QTextDocument &document, const RichOriginals &originals);
// What that would be for one piece if it had been touched; for RichOriginals::remember. All pieces at once.
void rememberPieces(const QTextDocument &document, RichOriginals &originals, const QList<QString> &plainHtml);

} // namespace kw
