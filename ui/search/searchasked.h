#pragma once

#include "core/search/query.h"
#include "core/search/searchcontext.h"
#include "ui/look/tags.h"

namespace kw {

class Engine;

// What names mean in a query on this computer: the engine's accounts, the person's tags.
SearchContext searchContext(const Engine &engine, const QList<Tag> &tags, bool quotedText);

// `query` within this account alone.
SearchNode withinAccount(const SearchNode &query, const QString &address);

} // namespace kw
