#pragma once

#include "core/search/queryoperators.h"

namespace kw {

// What parts of a query do, in a few words.
QString sentenceOf(QueryOperator op);
QString sentenceOf(SearchMark mark);
QString ageWords(const QString &age); // "24h" as people say it

} // namespace kw
