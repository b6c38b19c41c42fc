#pragma once

#include "core/sync/journal/intent.h"
#include "core/sync/synccontext.h"

namespace kw {

// Does what the person wants, here and at once, and makes sure that the servers will follow: one transaction
// that holds the change, the journal's operations and the line of the action log (T1 of DESIGN §5). Lives on
// the thread of the write connection.
class Organizer
{
public:
    explicit Organizer(SyncContext &ctx);

    // The action as it was written down; count 0 and no id where nothing had to change. Errors: Invalid (with
    // what to do instead), Storage.
    Result<ActionRow> perform(const Intent &intent);

private:
    using Done = Result<QList<ActionItem>>;

    Done apply(const Intent &intent, ActionRow &row);
    Done junk(const Intent &intent, ActionRow &row);
    Done mark(const Intent &intent, ActionRow &row);
    Done tag(const Intent &intent, ActionRow &row);
    Done deleteFolder(FolderId folder);
    Done folderAction(const Intent &intent, ActionRow &row);

    SyncContext &m_ctx;
    ActionId m_action{};
    bool m_flags = false; // the action changed flags, which count as waiting until the server has them
};

} // namespace kw
