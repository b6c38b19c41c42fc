#pragma once

#include "core/search/query.h"

namespace kw {

// Whether the answer may depend on texts that are on the server only: the query has words for the whole
// message, its body or its files.
bool looksIntoText(const SearchNode &query);
// One word of one or two letters: nearly everything has a word that begins so. Folded, as wordsOf() gives
// them.
bool isShort(const QList<QByteArray> &words);
// How many words it has that are looked for one by one. A short word goes on only where it is the only one:
// "a" finds whatever has a word with a, "a report" does not.
int looseWords(const SearchNode &query);

// What of a text stands together: "foo-bar baz" has two pieces, each is looked for as it is.
QStringList piecesOf(const QString &text);

} // namespace kw
