#pragma once

#include "core/sync/journal/intent.h"
#include "core/sync/synccontext.h"

#include <map>

namespace kw {

// Puts messages where the person wants them: finds out for each which folder of its account that is, and
// makes one where there is none. Works within an action and a transaction of the caller's. Returns what was
// touched; errors: Invalid, with what to do instead. Lives on the thread of the write connection.
class Filer
{
public:
    using Done = Result<QList<ActionItem>>;

    Filer(SyncContext &ctx, ActionId action);

    // Moves or copies to the intent's folder, or to the one of that name in the account of each message.
    Done transfer(const Intent &intent);
    Done toRole(const QList<MessageId> &ids, FolderRole role);
    Done archive(const QList<MessageId> &ids);
    // What vanished, where it was; into the inbox if that folder is no longer there.
    Done restore(const QList<qint64> &vanished);

private:
    Done transferTo(Intent::Kind kind, const QList<MessageId> &ids, FolderId folder);
    std::map<AccountId, QList<MessageId>> byAccount(const QList<MessageId> &ids) const;

    SyncContext &m_ctx;
    const ActionId m_action;
};

} // namespace kw
