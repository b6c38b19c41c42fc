#pragma once

#include "core/sync/synccontext.h"

#include <QSet>

#include <map>

namespace kw {

class FolderKeeper;

// Does once more what a server refused of an action: mail sets out again from where it is now, folders are
// made, renamed and deleted again. Lives on the thread of the write connection.
class Retrier
{
public:
    explicit Retrier(SyncContext &ctx);

    // One transaction. Errors: NotFound (nothing was refused), Invalid (it can no longer be done, with why;
    // it stays refused), Storage.
    Result<ActionRow> retry(ActionId id);

private:
    using ByFolder = std::map<FolderId, QList<MessageId>>;

    void sort(const QList<Operation> &refused);
    void sortUpload(const Operation &op, const QList<Operation> &refused);
    Result<void> remakeFolders(ActionId id, const QList<Operation> &refused);
    Result<void> remake(FolderKeeper &keeper, const Operation &creation);
    Result<void> sendMail(ActionId id);
    Result<void> deleteFolders(ActionId id, const QList<Operation> &refused);
    Result<void> reach(FolderId folder) const;
    void add(const QList<ActionItem> &made);
    bool setFlags(const ActionRow &row);

    SyncContext &m_ctx;
    ByFolder m_moves;
    ByFolder m_copies;
    ByFolder m_restores; // under the ids they had
    QList<MessageId> m_expunges;
    QSet<MessageId> m_remade; // rows that went with their refusal and get a successor
    QList<ActionItem> m_items; // of the action, with the rows that are made anew
    int m_done = 0;
};

} // namespace kw
