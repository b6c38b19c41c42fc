#pragma once

#include <QStringView>

class QTextCursor;

namespace kw {

// How many levels of quote a line of plain text stands in (RFC 3676 4.5, also with blanks between).
int quoteDepth(QStringView line);

// Enter within a quote makes room for an answer there: the quote is parted and the cursor stands on a line
// of one's own between the parts. False: there is no quote here; nothing was done.
bool partPlainQuote(QTextCursor &cursor);
bool partRichQuote(QTextCursor &cursor);

} // namespace kw
