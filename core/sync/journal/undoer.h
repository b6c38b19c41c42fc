#pragma once

#include "core/sync/synccontext.h"

namespace kw {

// Takes actions back: what was not sent yet is dropped from the journal, what was sent becomes the inverse
// operation. One transaction each. Lives on the thread of the write connection.
class Undoer
{
public:
    explicit Undoer(SyncContext &ctx);

    // The newest action that has not been undone. Errors: NotFound (nothing to undo), Refused (cannot be
    // taken back, with why), Storage. The row's error says what became of messages that could not be brought
    // back.
    Result<ActionRow> undoNewest();
    Result<ActionRow> undo(ActionId id);
    // A refused action is tried once more.
    Result<ActionRow> retry(ActionId id);
    // A refused action is not shown any more.
    Result<void> dismiss(ActionId id);

private:
    Result<void> takeBack(const ActionRow &row, const QList<ActionItem> &items);
    void restoreFlags(const ActionRow &row, const QList<ActionItem> &items);
    void restoreTags(const ActionRow &row, const QList<ActionItem> &items);
    void moveBack(const ActionRow &row, const QList<ActionItem> &items);
    Result<void> bringBack(const ActionRow &row, const QList<ActionItem> &items);
    bool unExpunge(const ActionRow &row, const ActionItem &item);
    Result<void> folderBack(const ActionRow &row, const QList<ActionItem> &items);

    SyncContext &m_ctx;
    bool m_flags = false;
    int m_lost = 0; // messages that cannot be brought back
};

} // namespace kw
