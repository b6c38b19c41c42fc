#pragma once

#include "core/search/query.h"
#include "core/search/searchcontext.h"
#include "core/store/search/searcher.h"

#include <QList>

namespace kw {

// What a list of hits looks for. Made once and shared by threads; never changed.
struct ListSearch {
    SearchNode query;
    SearchContext context;
    SearchScope scope;
    QList<MessageId> serverHits = {}; // found by servers, besides what the index finds

    bool operator==(const ListSearch &other) const
    {
        return query == other.query && context == other.context && scope == other.scope
            && serverHits == other.serverHits;
    }
};

} // namespace kw
