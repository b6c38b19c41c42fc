#include "core/sync/headlesssearch.h"

#include "core/sync/enginecore.h"
#include "core/sync/search/serverways.h"

#include <QCoroTask>

namespace kw {

ServerSearchState HeadlessSearch::searchServers(const SearchNode &query, const SearchContext &context,
                                                const QList<FolderId> &folders,
                                                const std::function<void(const ServerSearchState &)> &told)
{
    ServerSearchState last;
    const Deferred<bool> over;
    ServerSearch search(m_core.context(), serverWays(m_core.accounts()), [&](const ServerSearchState &state) {
        last = state;
        if (told)
            told(state);
        if (state.isOver)
            over.resolve(true);
    });
    const auto run = [&]() -> Task<void> {
        search.ask(1, query, context, folders);
        co_await over;
        co_await search.stop();
    };
    QCoro::waitFor(run());
    return last;
}

} // namespace kw
