#include "core/sync/folder/unboundrows.h"

#include "core/sync/journal/verdicts.h"

namespace kw {

UnboundRows::UnboundRows(SyncContext &ctx, FolderId folder)
    : m_ctx(ctx)
    , m_folder(folder)
{
}

void UnboundRows::note()
{
    m_rows = m_ctx.messages.unbound(m_folder);
    m_sources = SourceClaims(m_ctx.db).unbound(m_folder);
}

void UnboundRows::dropBound()
{
    m_rows.removeIf([this](MessageId id) {
        const auto spot = m_ctx.placement.spot(id);
        return !spot || spot->folder != m_folder || isSet(spot->uid);
    });
    const SourceClaims claims(m_ctx.db);
    m_sources.removeIf([&claims](OpId op) { return !claims.isUnbound(op); });
}

bool UnboundRows::isAny()
{
    dropBound();
    return !m_rows.isEmpty() || !m_sources.isEmpty();
}

Result<int> UnboundRows::giveUp()
{
    dropBound();
    Transaction txn(m_ctx.db);
    const int gone = m_ctx.messages.removeUnbound(m_rows);
    if (const auto done = txn.commit(); !done)
        return done.error();
    if (const auto told = Verdicts(m_ctx, {}).sourcesLost(m_sources); !told)
        return told.error();
    return gone;
}

} // namespace kw
