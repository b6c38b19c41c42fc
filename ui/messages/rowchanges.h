#pragma once

#include "ui/messages/listsource.h"

#include <QSet>

namespace kw {

// What a commit means for one list.
struct RowChange {
    std::optional<PageKey> before; // take the row from here, if the list has it
    std::optional<PageKey> now; // it belongs here now
    bool mayInsert = true; // false: only rows that the list has already
    bool isFiltered = false; // still in the view; only the filter does not match any more
};

struct RowChanges {
    QList<RowChange> rows;
    QSet<MessageId> touched; // messages whose looks may have changed
    bool undecided
        = false; // a text filter or a search: only a new scan tells whether new rows belong to the list
};

RowChanges rowChanges(const ChangeSet &changes, const ListQuery &query);

} // namespace kw
