#pragma once

#include "core/search/searchcontext.h"
#include "ui/look/tags.h"
#include "ui/messages/listsearch.h"

namespace kw {

class Engine;

// What names mean in a query on this computer: the engine's accounts, the person's tags.
SearchContext searchContext(const Engine &engine, const QList<Tag> &tags, bool quotedText);

// Finds nothing of other accounts any more.
void keepWithin(ListSearch &search, AccountId account);

} // namespace kw
