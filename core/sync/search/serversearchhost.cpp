#include "core/sync/search/serversearchhost.h"

#include "core/sync/enginecore.h"
#include "core/sync/search/searchcore.h"

namespace kw {

ServerSearchHost::ServerSearchHost(EngineCore *core)
    : m_core(core)
{
    qRegisterMetaType<ServerSearchState>();
    connect(core, &EngineCore::serversAnswered, this, [this](const ServerSearchState &state) {
        if (state.ticket == m_ticket)
            Q_EMIT answered(state);
    });
}

void ServerSearchHost::tell(std::function<void(EngineCore &)> what)
{
    QMetaObject::invokeMethod(
        m_core, [core = m_core, what = std::move(what)] { what(*core); }, Qt::QueuedConnection);
}

quint64 ServerSearchHost::ask(const SearchNode &query, const SearchContext &context,
                              const QList<FolderId> &folders)
{
    const quint64 ticket = ++m_ticket;
    tell([=](EngineCore &core) { core.searching().ask(ticket, query, context, folders); });
    return ticket;
}

void ServerSearchHost::stop()
{
    tell([](EngineCore &core) { core.searching().cancel(); });
}

} // namespace kw
