#pragma once

#include "core/sync/synccontext.h"

namespace kw {

// Takes back here what a server refused, and what was to follow it: rows return to where the server has them,
// copies go, folders get their old names. Within the caller's transaction, on the engine's thread.
class Reversal
{
public:
    explicit Reversal(SyncContext &ctx);

    // Refused, unless it is over; what waited for it is refused as well, with the same reason.
    void takeBack(const Operation &op, const Error &error);
    // The row that a copy, an upload or a restoration was to bring. A text that is nowhere else goes back to
    // "Recently vanished".
    void takeCopyAway(const Operation &op);
    // The making of a copy that was deleted for good meanwhile: nobody misses it.
    bool isDoomed(const Operation &op) const;
    // The server's listing has shown the copy already.
    bool hasArrived(const Operation &copy) const;

private:
    QString freePath(const Operation &rename) const;
    void moveBack(const Operation &op);
    void callOffDeletion(FolderId folder, const Error &error);
    void cascade(const Operation &op, const Error &error);

    SyncContext &m_ctx;
};

} // namespace kw
