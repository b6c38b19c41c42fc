#pragma once

#include "core/compose/quoting.h"

#include <QColor>
#include <QString>

#include <functional>

class QTextCursor;
class QTextDocument;

namespace kw {

class RichOriginals;

struct RichImport {
    NetworkPictures pictures = NetworkPictures::Dropped; // what becomes of them in what leaves
    QColor ground; // what lies under the text: of what others wrote, colours that cannot be read on it are
                   // not shown
    bool isForeign = false; // all of it was written by others (forwarded mail), not only the quotes
};

// Shows HTML, whatever it is: it goes through sanitizeHtml(). Nothing of this can be undone. No resource is
// asked for but cid: URLs.
void showRich(QTextDocument &document, const QString &html, const RichImport &how, RichOriginals &originals);

// HTML from the clipboard or a template at the cursor: words with their emphasis, links, lists, quotes and
// tables, without the looks of where they come from.
// Of pictures, only those whose Content-ID `isKnown`; without it, none.
void insertRich(QTextCursor &cursor, const QString &html,
                const std::function<bool(const QString &)> &isKnown = {});

// Plain text as HTML with the same lines; ">" becomes quotes.
QString plainAsRich(const QString &text);
// Whether plain text would lose more than paragraphs and quotes.
bool hasFormatting(const QString &html);

} // namespace kw
