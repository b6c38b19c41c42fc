#include "core/sync/searcheshost.h"

namespace kw {

SearchesHost::SearchesHost(EngineCore *core, IndexHost::Tell tell, const QString &cacheDirectory)
    : m_index(core, std::move(tell), cacheDirectory)
{
    connect(&m_index, &IndexHost::statusChanged, this, &Searches::indexStatusChanged);
    connect(&m_index, &IndexHost::indexed, this, &Searches::indexed);
}

void SearchesHost::rebuildIndex()
{
    m_index.rebuild();
}

quint64 SearchesHost::askServers(const SearchNode &, const SearchContext &, const QList<FolderId> &)
{
    return ++m_ticket;
}

void SearchesHost::stopAsking()
{
}

} // namespace kw
