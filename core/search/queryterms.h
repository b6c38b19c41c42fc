#pragma once

#include "core/search/querylexer.h"
#include "core/search/queryparser.h"

#include <optional>

namespace kw {

// What one word or phrase means, alone or behind an operator. Pure; any thread.
struct ReadTerm {
    std::optional<SearchNode> node; // nothing: it looks for nothing, or is a problem
    QString problem; // a sentence; a node may be there all the same
};
ReadTerm readQueryTerm(std::optional<QueryOperator> op, const QueryToken &token, const QueryClock &clock);

// The words of a text that may not stand in a query as it is, one term each, none of them exact.
SearchNode wordByWord(SearchField field, const QString &text);

// A phrase as terms keep it: blanks are single, quotes are none.
QString plainPhrase(const QString &text);

} // namespace kw
