#pragma once

#include "core/sync/facade/searches.h"

namespace kw {

// An index and servers as a test says; records what it is asked.
class FakeSearches final : public Searches
{
    Q_OBJECT
public:
    IndexStatus indexStatus() const override { return status; }
    void rebuildIndex() override { ++rebuilds; }
    quint64 askServers(const SearchNode &query, const SearchContext &,
                       const QList<FolderId> &folders) override
    {
        asked.append({query, folders});
        return ++tickets;
    }
    void stopAsking() override { ++stops; }

    void setStatus(const IndexStatus &now)
    {
        status = now;
        Q_EMIT indexStatusChanged(now);
    }

    IndexStatus status;
    QList<std::pair<SearchNode, QList<FolderId>>> asked;
    quint64 tickets = 0;
    int rebuilds = 0;
    int stops = 0;
};

} // namespace kw
