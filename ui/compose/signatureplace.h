#pragma once

#include <QString>

class QTextBlock;
class QTextDocument;

namespace kw {

enum class SignatureStands { AboveQuote, AtEnd };

// Replaces the person's own signature in what they write, or puts one there: at the end, or in an answer
// above the quote. An empty one takes it away. Can be undone.
void placePlainSignature(QTextDocument &document, const QString &text,
                         SignatureStands stands); // below "-- " (RFC 3676 4.3)
void placeRichSignature(QTextDocument &document, const QString &html,
                        SignatureStands stands); // <div class="moz-signature">
// Where it begins; invalid: there is none.
QTextBlock signatureStart(const QTextDocument &document);

} // namespace kw
