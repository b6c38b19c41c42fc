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
    QSet<ThreadId> threads; // conversations that changed in other folders: they say how much they have in all
    bool undecided = false; // a search, or a filter that asks for more than flags: only a new scan tells what
                            // belongs to the list
};

// Whether a change alone tells if its message belongs to a list with this filter.
bool isToldByFlags(const Pages::Filter &filter);

// Whether the view holds this message, whatever the filter.
bool isIn(ViewId view, const MessageRow &message);

RowChanges rowChanges(const ChangeSet &changes, const ListQuery &query);

} // namespace kw
