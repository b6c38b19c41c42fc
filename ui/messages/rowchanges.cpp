#include "ui/messages/rowchanges.h"

namespace kw {

namespace {
bool inView(const MessageChange &change, ViewId view)
{
    // Starred mail is a view by flag, whatever folder it lies in.
    if (view.isUnified() && view.role == FolderRole::Flagged)
        return change.isVisible && isListedAsStarred(change.flagsNow);
    return view.isUnified() ? change.role == view.role : change.folder == view.folder;
}

// As far as flags tell.
bool matches(const Pages::Filter &filter, quint32 flags)
{
    return (!filter.unreadOnly || !(flags & quint32(Flag::Seen)))
        && (!filter.starredOnly || (flags & quint32(Flag::Flagged)))
        && (!filter.attachmentsOnly || (flags & quint32(Flag::HasAttachment)));
}

RowChanges flatChanges(const ChangeSet &changes, const ListQuery &query)
{
    RowChanges result;
    const bool searched = !isToldByFlags(query.filter);
    const bool mayTurn = query.filter.toMeOnly || query.filter.knownOnly || !query.filter.tag.isEmpty();
    for (const MessageChange &change : changes.messages) {
        const bool here = inView(change, query.view);
        const bool belongs = here && change.isVisible && matches(query.filter, change.flagsNow);
        const bool belonged = change.wasVisible && matches(query.filter, change.flagsBefore);
        RowChange row;
        // Also for a message that is now in another folder: its place here, if it had one, is the place it
        // had there.
        if (change.wasVisible)
            row.before = change.before;
        row.isFiltered = here && change.isVisible && !belongs;
        if (belongs) {
            // A text does not change; but a tag comes and goes, and who is known may be known from now on.
            if (mayTurn || (searched && !belonged))
                result.undecided = true;
            if (searched && !belonged)
                continue;
            row.now = change.now;
            row.mayInsert = !searched;
        }
        if (here || change.wasVisible)
            result.rows.append(row);
    }
    return result;
}

// What a row is tells where it would stand, not whether it is a hit: rows that are here are shown as they are
// now, and a new scan settles the rest.
RowChanges hitChanges(const ChangeSet &changes)
{
    RowChanges result;
    for (const MessageChange &change : changes.messages) {
        RowChange row;
        row.mayInsert = false;
        if (change.wasVisible)
            row.before = change.before;
        if (change.isVisible)
            row.now = change.now;
        if (row.before || row.now)
            result.rows.append(row);
    }
    result.undecided = !result.rows.isEmpty();
    return result;
}

RowChanges threadedChanges(const ChangeSet &changes, const ListQuery &query)
{
    RowChanges result;
    const qint64 code = query.view.code();
    for (const ConversationChange &change : changes.conversations) {
        if (change.view != code) {
            result.threads.insert(change.thread);
            continue;
        }
        RowChange row;
        if (change.wasThere)
            row.before = change.before;
        if (change.isThere)
            row.now = change.now;
        result.rows.append(row);
    }
    // Star, attachment or preview of the message that stands for its conversation: no row moves, but one
    // looks different.
    for (const MessageChange &change : changes.messages) {
        if (change.wasVisible && change.isVisible)
            result.touched.insert(change.id);
    }
    return result;
}
} // namespace

bool isToldByFlags(const Pages::Filter &filter)
{
    return filter.text.isEmpty() && !filter.toMeOnly && !filter.knownOnly && filter.tag.isEmpty();
}

bool isIn(ViewId view, const MessageRow &message)
{
    if (message.hidden)
        return false;
    if (!view.isUnified())
        return message.folder == view.folder;
    return view.role == FolderRole::Flagged ? isListedAsStarred(message.flags) : message.role == view.role;
}

RowChanges rowChanges(const ChangeSet &changes, const ListQuery &query)
{
    if (query.search)
        return hitChanges(changes);
    return query.isFlat() ? flatChanges(changes, query) : threadedChanges(changes, query);
}

} // namespace kw
