#pragma once

class QTextBlock;
class QTextDocument;

namespace kw {

struct RichImport;

// How what comes from elsewhere looks in the editor; the words stay.

// No picture is wider than the window; what leaves keeps its own measures.
void fitPictures(QTextDocument &document);
// What others wrote has no grounds and no colours that cannot be read, and no table of a fixed width.
void calmForeign(QTextDocument &document, const RichImport &how);
// Keeps a block's emphasis and links and drops its looks.
void keepMeaning(const QTextBlock &block);

} // namespace kw
