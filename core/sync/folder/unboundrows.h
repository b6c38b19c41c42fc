#pragma once

#include "core/sync/synccontext.h"

namespace kw {

// What had no UID in a folder when a pass began, and must have one when everything there was compared: a row
// that was not bound by then is not on the server. It was put here by us and taken away by another hand, or
// renumbered out of existence. Lives on the engine's thread.
class UnboundRows
{
public:
    UnboundRows(SyncContext &ctx, FolderId folder);

    void note(); // the pass begins
    bool isAny(); // of these, still
    // Removes those that are left, and ends what waited for them. Returns how many rows went.
    Result<int> giveUp();

private:
    void dropBound();

    SyncContext &m_ctx;
    const FolderId m_folder;
    QList<MessageId> m_rows;
    QList<OpId> m_sources; // messages on their way elsewhere, whose old place nobody has seen again
};

} // namespace kw
