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

// Enter on an empty item ends the list there. False: nothing was done.
bool leaveList(QTextCursor &cursor);
// Tab and Shift+Tab at the beginning of an item nest it by `step`. False: nothing was done.
bool moveInList(QTextCursor cursor, int step);

} // namespace kw
