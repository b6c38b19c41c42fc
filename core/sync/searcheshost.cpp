#include "core/sync/searcheshost.h"

namespace kw {

SearchesHost::SearchesHost(EngineCore *core)
    : m_servers(core)
{
    connect(&m_servers, &ServerSearchHost::answered, this, &Searches::serversAnswered);
}

void SearchesHost::rebuildIndex()
{
}

quint64 SearchesHost::askServers(const SearchNode &query, const SearchContext &context,
                                 const QList<FolderId> &folders)
{
    return m_servers.ask(query, context, folders);
}

void SearchesHost::stopAsking()
{
    m_servers.stop();
}

} // namespace kw
