#include "core/sync/searcheshost.h"

namespace kw {

SearchesHost::SearchesHost() = default;

void SearchesHost::rebuildIndex()
{
}

quint64 SearchesHost::askServers(const SearchNode &, const SearchContext &, const QList<FolderId> &)
{
    return ++m_ticket;
}

void SearchesHost::stopAsking()
{
}

} // namespace kw
