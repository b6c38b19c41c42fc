#pragma once

#include <QString>

class QTextDocument;

namespace kw {

// Replaces the person's own signature in what they write, or puts one there: at the end, in an answer above
// the quote. An empty one takes it away. Can be undone.
void placePlainSignature(QTextDocument &document, const QString &text); // below "-- " (RFC 3676 4.3)
void placeRichSignature(QTextDocument &document, const QString &html); // <div class="moz-signature">

} // namespace kw
