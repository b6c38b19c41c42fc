#pragma once

#include "core/search/query.h"

// Joining trees so that they stay as short as they can be: no All within All, none with a single child, no
// Not of Not, nothing that finds everything or nothing beside others. Pure; any thread.
namespace kw {

SearchNode allOf(const QList<SearchNode> &children);
SearchNode anyOf(const QList<SearchNode> &children);
SearchNode noneOf(const SearchNode &child);

// Finds nothing at all.
bool isNothing(const SearchNode &node);

} // namespace kw
