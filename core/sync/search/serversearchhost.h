#pragma once

#include "core/sync/facade/searches.h"

#include <functional>

namespace kw {

class EngineCore;

// The window's end of searching on the servers: passes values between its thread and the engine's. Lives on
// the GUI thread.
class ServerSearchHost : public QObject
{
    Q_OBJECT
public:
    explicit ServerSearchHost(EngineCore *core);

    quint64 ask(const SearchNode &query, const SearchContext &context, const QList<FolderId> &folders);
    void stop();

Q_SIGNALS:
    void answered(const kw::ServerSearchState &state); // of the search asked for last

private:
    void tell(std::function<void(EngineCore &)> what);

    EngineCore *m_core;
    quint64 m_ticket = 0;
};

} // namespace kw
