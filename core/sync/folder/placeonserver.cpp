#include "core/sync/folder/placeonserver.h"

namespace kw {

// While a move waits, the server still has the message where it came from; a copy is where its original is.
std::pair<FolderId, Uid> placeOnServer(const SyncContext &ctx, const MessageRow &row)
{
    if (isSet(row.uid))
        return {row.folder, row.uid};
    for (const Operation &op : ctx.journal.placing(row.id)) {
        if (isSet(op.srcUid))
            return {op.srcFolder, op.srcUid};
    }
    return {};
}

} // namespace kw
