#pragma once

#include "core/sync/search/serverways.h"

#include <QObject>

namespace kw {

// Searching on the servers, as the engine offers it: only while it is online. Lives on the engine's thread.
class SearchCore : public QObject
{
    Q_OBJECT
public:
    SearchCore(SyncContext &ctx, AccountSyncs &accounts);

    void ask(quint64 ticket, const SearchNode &query, const SearchContext &context,
             const QList<FolderId> &folders);
    void cancel();
    void setOnline(bool online);
    Task<void> shutDown();

Q_SIGNALS:
    void answered(const kw::ServerSearchState &state);

private:
    bool m_online = false;
    ServerSearch m_search;
};

} // namespace kw
