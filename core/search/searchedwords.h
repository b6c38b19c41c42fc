#pragma once

#include "core/search/query.h"

#include <QStringList>

namespace kw {

// Words that a query looks for, as they are marked in what it found.
struct SearchedWords {
    SearchField field = SearchField::Any;
    QStringList words; // folded as splitWords() gives them, following each other
    bool lastMayGoOn = false; // the last is only the beginning of one

    bool operator==(const SearchedWords &) const = default;
};

// Of the whole query; what is not to be found is left out, doubles too. Pure; any thread.
QList<SearchedWords> wordsToHighlight(const SearchNode &query);

struct TextRange {
    qsizetype start = 0; // in UTF-16 units
    qsizetype length = 0;
    bool operator==(const TextRange &) const = default;
};

// Where these words stand in a text, ascending, not overlapping; fields do not count. A beginning is marked
// with the whole word it begins. Linear in the text.
QList<TextRange> searchedRanges(const QString &text, const QList<SearchedWords> &words);

} // namespace kw
