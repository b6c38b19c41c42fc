#pragma once

#include "core/sync/facade/searches.h"

namespace kw {

// Searches behind EngineHost. Lives on the GUI thread.
class SearchesHost final : public Searches
{
    Q_OBJECT
public:
    SearchesHost();

    IndexStatus indexStatus() const override { return m_status; }
    void rebuildIndex() override;
    quint64 askServers(const SearchNode &query, const SearchContext &context,
                       const QList<FolderId> &folders) override;
    void stopAsking() override;

private:
    IndexStatus m_status;
    quint64 m_ticket = 0;
};

} // namespace kw
