#pragma once

#include <QString>

namespace kw {

// A text by who wrote it: the sender, or somebody whom the sender quotes.
struct TextHalves {
    QString own;
    QString quoted;
};

// The words of an HTML document, for finding them: what htmlToText() gives, but for the addresses of links
// and the numbers of lists, and with what is not displayed. One pass without a tree, many times as fast; what
// is within <blockquote> is quoted. Linear; never fails.
void skimHtml(QStringView html, TextHalves &out);

} // namespace kw
