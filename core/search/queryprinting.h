#pragma once

#include "core/search/query.h"

#include <QTimeZone>

namespace kw {

// The tree that finds the same and is the only one of its kind: what parseQuery() gives. All within All is
// one, a text that is not exact is one term a word, whatever a kind of term does not use has its default.
SearchNode canonicalQuery(const SearchNode &node);

// The text of a query: parseQuery(queryText(tree, zone), clock of that zone).root is canonicalQuery(tree), as
// long as the tree stays within parseQuery()'s bounds. Days are written as such where a number is midnight in
// `zone`. What finds everything is empty. Pure; any thread.
QString queryText(const SearchNode &node, const QTimeZone &zone);

// A value as it stands behind an operator's colon: in quotes where it has to be.
QString queryValueText(const QString &value);
QString quotedQueryText(const QString &text);

} // namespace kw
