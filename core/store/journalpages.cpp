#include "core/store/journalpages.h"

#include "core/store/actionlog.h"
#include "core/store/statement.h"
#include "core/store/vanishedstore.h"

#include <QSet>

#include <limits>

namespace kw {

namespace {

// The error stands at the action as long as nobody has dismissed it; so does a refused step.
#define KW_REFUSED                                                                                           \
    "((a.error IS NOT NULL AND a.error<>'') OR EXISTS(SELECT 1 FROM op WHERE op.action_id=a.id AND "         \
    "op.state=3))"
#define KW_IS_FOLDER_OP "o.kind>=6"

constexpr int MostPlaces = 4;

} // namespace

JournalPages::JournalPages(Database &db)
    : m_db(db)
{
}

QList<ActionId> JournalPages::ids(Statement &query) const
{
    QList<ActionId> out;
    while (query.next())
        out.append(ActionId(query.integer(0)));
    return out;
}

QList<ActionRow> JournalPages::page(bool refused, ActionId before, int limit) const
{
    Statement &query = refused ? m_db.prepared("SELECT a.id FROM action a WHERE a.id<? AND " KW_REFUSED
                                               " ORDER BY a.id DESC LIMIT ?")
                               : m_db.prepared("SELECT a.id FROM action a WHERE a.id<? AND NOT " KW_REFUSED
                                               " ORDER BY a.id DESC LIMIT ?");
    query.bind(before, limit);
    QList<ActionRow> rows;
    const ActionLog log(m_db);
    for (const ActionId id : ids(query)) {
        if (const auto row = log.action(id))
            rows.append(*row);
    }
    return rows;
}

std::optional<ActionRow> JournalPages::newestUndoable() const
{
    return ActionLog(m_db).newestUndoable();
}

std::optional<MessageId> JournalPages::firstMessage(ActionId action) const
{
    for (const ActionItem &item : ActionLog(m_db).items(action)) {
        if (isSet(item.message))
            return item.message;
    }
    return {};
}

QList<ChangeRow> JournalPages::changes(std::optional<Key> after, int limit) const
{
    constexpr auto Newest = ActionId(std::numeric_limits<qint64>::max());
    QList<ChangeRow> rows;
    if (!after || after->refused) {
        for (const ActionRow &action : page(true, after ? after->id : Newest, limit))
            rows.append(changeRow(action, true));
    }
    if (rows.size() < limit) {
        const ActionId before = after && !after->refused ? after->id : Newest;
        for (const ActionRow &action : page(false, before, limit - int(rows.size())))
            rows.append(changeRow(action, false));
    }
    return rows;
}

ChangeRow JournalPages::changeRow(const ActionRow &action, bool isRefused) const
{
    ChangeRow row;
    row.action = action;
    row.isRefused = isRefused;
    Statement &steps = m_db.prepared("SELECT o.state, COUNT(DISTINCT CASE WHEN " KW_IS_FOLDER_OP
                                     " THEN -o.id ELSE COALESCE(o.source_id, o.message_id) END) FROM op o "
                                     "WHERE o.action_id=? GROUP BY o.state");
    steps.bind(action.id);
    while (steps.next()) {
        const int count = int(steps.integer(1));
        switch (OpState(steps.integer(0))) {
        case OpState::Waiting:
            row.waiting = count;
            break;
        case OpState::InFlight:
            row.running = count;
            break;
        case OpState::Refused:
            row.refused = count;
            break;
        default:
            break;
        }
    }
    addPlaces(row);
    return row;
}

void JournalPages::addPlaces(ChangeRow &row) const
{
    QList<FolderId> folders;
    QSet<FolderId> seen;
    const auto items = ActionLog(m_db).items(row.action.id);
    for (auto it = items.crbegin(); it != items.crend(); ++it) { // a folder acted on is the last
        if (seen.contains(it->folder))
            continue;
        seen.insert(it->folder);
        folders.append(it->folder);
        if (row.action.kind == ActionKind::DeleteFolder)
            break;
    }
    row.morePlaces = folders.size() > MostPlaces;
    for (const FolderId id : std::as_const(folders)) {
        if (row.places.size() == MostPlaces)
            break;
        Statement &query = m_db.prepared("SELECT account_id, path, role FROM folder WHERE id=?");
        query.bind(id);
        if (query.next())
            row.places.append({AccountId(query.integer(0)), id, query.text(1), FolderRole(query.integer(2))});
        query.rewind();
    }
}

QList<RefusedItem> JournalPages::refusedItems(ActionId action, OpId after, int limit) const
{
    // Of a message's steps the first tells; the others were refused because of it.
    Statement &query = m_db.prepared(
        "SELECT o.id, COALESCE(o.source_id, o.message_id, 0), m.from_name, m.from_email, m.subject, "
        "f.account_id, f.id, f.path, f.role, COALESCE(NULLIF(o.path_to,''), o.path_from), o.error FROM op o "
        "LEFT JOIN message m ON m.id=COALESCE(o.source_id, o.message_id) LEFT JOIN folder f ON "
        "f.id=COALESCE(m.folder_id, o.src_folder, o.dest_folder, o.work_folder) WHERE o.action_id=?1 AND "
        "o.state=3 AND o.id>?2 AND NOT (o.kind=3 AND o.after_id IS NOT NULL) ORDER BY o.id LIMIT ?3");
    query.bind(action, after, limit);
    QList<RefusedItem> items;
    while (query.next()) {
        RefusedItem item;
        item.op = OpId(query.integer(0));
        item.message = MessageId(query.integer(1));
        item.from = {query.text(2), query.text(3)};
        item.subject = query.text(4);
        item.place = {AccountId(query.integer(5)), FolderId(query.integer(6)), query.text(7),
                      FolderRole(query.integer(8))};
        item.path = query.text(9);
        item.error = query.text(10);
        items.append(item);
    }
    return items;
}

JournalPages::Counts JournalPages::counts() const
{
    Counts counts;
    Statement &query = m_db.prepared(
        "SELECT COUNT(*) FILTER (WHERE a.watches_flags=1 OR EXISTS(SELECT 1 FROM op WHERE "
        "op.action_id=a.id AND op.state<2)), COUNT(*) FILTER (WHERE " KW_REFUSED ") FROM action a");
    if (query.next()) {
        counts.waiting = int(query.integer(0));
        counts.refused = int(query.integer(1));
    }
    query.rewind();
    QSet<MessageId> covered;
    const ActionLog log(m_db);
    for (const ActionId id : ids(m_db.prepared("SELECT id FROM action WHERE watches_flags=1"))) {
        for (const ActionItem &item : log.items(id))
            covered.insert(item.message);
    }
    Statement &pending = m_db.prepared("SELECT id FROM message WHERE pending<>0");
    while (pending.next())
        counts.marks += covered.contains(MessageId(pending.integer(0))) ? 0 : 1;
    return counts;
}

QList<VanishedRow> JournalPages::vanished(qint64 sinceMs, const VanishedRow *after, int limit) const
{
    return VanishedStore(m_db).rows(sinceMs, after, limit);
}

std::optional<StoredBody> JournalPages::vanishedText(qint64 id) const
{
    return VanishedStore(m_db).body(id);
}

} // namespace kw
