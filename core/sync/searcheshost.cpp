#include "core/sync/searcheshost.h"

namespace kw {

SearchesHost::SearchesHost(EngineCore *core, IndexHost::Tell tell, const QString &cacheDirectory)
    : m_index(core, std::move(tell), cacheDirectory)
    , m_servers(core)
{
    connect(&m_index, &IndexHost::statusChanged, this, &Searches::indexStatusChanged);
    connect(&m_index, &IndexHost::indexed, this, &Searches::indexed);
    connect(&m_servers, &ServerSearchHost::answered, this, &Searches::serversAnswered);
}

void SearchesHost::rebuildIndex()
{
    m_index.rebuild();
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
