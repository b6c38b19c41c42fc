#pragma once

#include "core/sync/facade/searches.h"
#include "core/sync/index/indexhost.h"
#include "core/sync/search/serversearchhost.h"

namespace kw {

// Searches behind EngineHost. Lives on the GUI thread.
class SearchesHost final : public Searches
{
    Q_OBJECT
public:
    SearchesHost(EngineCore *core, IndexHost::Tell tell, const QString &cacheDirectory);

    IndexHost &index() { return m_index; }
    IndexStatus indexStatus() const override { return m_index.status(); }
    void rebuildIndex() override;
    quint64 askServers(const SearchNode &query, const SearchContext &context,
                       const QList<FolderId> &folders) override;
    void stopAsking() override;

private:
    IndexHost m_index;
    ServerSearchHost m_servers;
};

} // namespace kw
