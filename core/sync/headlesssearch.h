#pragma once

#include "core/search/query.h"
#include "core/search/searchcontext.h"
#include "core/sync/facade/searches.h"

#include <functional>

namespace kw {

class EngineCore;

// Searching on the servers for a program without a window: a blocking call, as Headless has them.
class HeadlessSearch
{
public:
    explicit HeadlessSearch(EngineCore &core)
        : m_core(core)
    {
    }

    // Folders: none means all that have something unseen. `told` hears how it gets on. What is wrong with
    // single folders is in the state.
    ServerSearchState searchServers(const SearchNode &query, const SearchContext &context,
                                    const QList<FolderId> &folders = {},
                                    const std::function<void(const ServerSearchState &)> &told = {});

private:
    EngineCore &m_core;
};

} // namespace kw
