#include "core/sync/search/searchcore.h"

#include "core/sync/accountsyncs.h"

#include <QCoreApplication>

namespace kw {

SearchCore::SearchCore(SyncContext &ctx, AccountSyncs &accounts)
    : m_search(
          ctx,
          [this, way = serverWays(accounts)](AccountId account) -> Result<ServerSearch::Way> {
              if (!m_online)
                  return Error{ErrorKind::Network,
                               QCoreApplication::translate("kw::Sync", "Go online to search on the servers."),
                               {}};
              return way(account);
          },
          [this](const ServerSearchState &state) { Q_EMIT answered(state); })
{
}

void SearchCore::ask(quint64 ticket, const SearchNode &query, const SearchContext &context,
                     const QList<FolderId> &folders)
{
    m_search.ask(ticket, query, context, folders);
}

void SearchCore::cancel()
{
    m_search.cancel();
}

void SearchCore::setOnline(bool online)
{
    m_online = online;
    if (!online)
        m_search.cancel();
}

Task<void> SearchCore::shutDown()
{
    m_online = false;
    co_await m_search.stop();
}

} // namespace kw
