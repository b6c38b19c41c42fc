#pragma once

#include "core/sync/search/serversearchhost.h"

namespace kw {

// Searches behind EngineHost. Lives on the GUI thread.
class SearchesHost final : public Searches
{
    Q_OBJECT
public:
    explicit SearchesHost(EngineCore *core);

    IndexStatus indexStatus() const override { return m_status; }
    void rebuildIndex() override;
    quint64 askServers(const SearchNode &query, const SearchContext &context,
                       const QList<FolderId> &folders) override;
    void stopAsking() override;

private:
    IndexStatus m_status;
    ServerSearchHost m_servers;
};

} // namespace kw
