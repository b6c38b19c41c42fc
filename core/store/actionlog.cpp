#include "core/store/actionlog.h"

#include "core/store/statement.h"

#include <QDataStream>
#include <QIODevice>
#include <QSet>

namespace kw {

namespace {

#define KW_ACTION_COLUMNS "id, at, kind, count, detail, bits, switched_on, undone, watches_flags, error"

QByteArray packed(const QList<ActionItem> &items)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << quint32(items.size());
    for (const ActionItem &item : items)
        stream << raw(item.message) << raw(item.folder) << item.flags;
    return qCompress(bytes, 1);
}

QList<ActionItem> unpacked(const QByteArray &blob)
{
    const QByteArray bytes = qUncompress(blob);
    QDataStream stream(bytes);
    quint32 count = 0;
    stream >> count;
    QList<ActionItem> items;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        qint64 message = 0;
        qint64 folder = 0;
        quint32 flags = 0;
        stream >> message >> folder >> flags;
        items.append({MessageId(message), FolderId(folder), flags});
    }
    return items;
}

} // namespace

ActionLog::ActionLog(Database &db)
    : m_db(db)
{
}

ActionId ActionLog::reserve(ActionKind kind)
{
    Statement &write = m_db.prepared("INSERT INTO action(at, kind, count) VALUES(0,?,0) RETURNING id");
    write.bind(kind);
    const auto id = ActionId(write.next() ? write.integer(0) : 0);
    write.rewind();
    return id;
}

void ActionLog::write(const ActionRow &row, const QList<ActionItem> &items, bool watchesFlags)
{
    m_db.prepared("UPDATE action SET at=?2, count=?3, detail=?4, bits=?5, switched_on=?6, watches_flags=?7, "
                  "items=?8 WHERE "
                  "id=?1")
        .bind(row.id, row.at, row.count, row.detail, row.bits, row.on, watchesFlags, packed(items))
        .run();
    m_db.changes().journal();
}

// An index answers each part; a row of the panel costs microseconds.
ActionState ActionLog::stateOf(ActionId id, bool watchesFlags) const
{
    Statement &ops
        = m_db.prepared("SELECT COUNT(*) FILTER (WHERE state=0), COUNT(*) FILTER (WHERE state=1), COUNT(*) "
                        "FILTER (WHERE state=3) FROM op WHERE action_id=?");
    ops.bind(id);
    qint64 waiting = 0;
    qint64 running = 0;
    qint64 refused = 0;
    if (ops.next()) {
        waiting = ops.integer(0);
        running = ops.integer(1);
        refused = ops.integer(2);
    }
    ops.rewind();
    if (running > 0)
        return ActionState::Running;
    if (waiting > 0 || watchesFlags)
        return ActionState::Waiting;
    return refused > 0 ? ActionState::Refused : ActionState::Done;
}

QList<ActionRow> ActionLog::read(Statement &query) const
{
    QList<ActionRow> rows;
    QList<bool> watching;
    while (query.next()) {
        ActionRow row;
        row.id = ActionId(query.integer(0));
        row.at = query.integer(1);
        row.kind = ActionKind(query.integer(2));
        row.count = int(query.integer(3));
        row.detail = query.text(4);
        row.bits = query.number(5);
        row.on = query.integer(6) != 0;
        row.undone = query.integer(7) != 0;
        watching.append(query.integer(8) != 0);
        row.error = query.text(9);
        rows.append(row);
    }
    for (qsizetype i = 0; i < rows.size(); ++i) {
        rows[i].state = stateOf(rows.at(i).id, watching.at(i));
        if (rows.at(i).state == ActionState::Done && !rows.at(i).error.isEmpty())
            rows[i].state = ActionState::Refused;
    }
    return rows;
}

std::optional<ActionRow> ActionLog::action(ActionId id) const
{
    Statement &query = m_db.prepared("SELECT " KW_ACTION_COLUMNS " FROM action WHERE id=?");
    query.bind(id);
    const auto rows = read(query);
    return rows.isEmpty() ? std::nullopt : std::optional(rows.first());
}

QList<ActionItem> ActionLog::items(ActionId id) const
{
    Statement &query = m_db.prepared("SELECT items FROM action WHERE id=?");
    query.bind(id);
    const QByteArray blob = query.next() ? query.blob(0) : QByteArray();
    query.rewind();
    return unpacked(blob);
}

QList<ActionRow> ActionLog::newest(int limit) const
{
    Statement &query = m_db.prepared("SELECT " KW_ACTION_COLUMNS " FROM action ORDER BY id DESC LIMIT ?");
    query.bind(limit);
    return read(query);
}

std::optional<ActionRow> ActionLog::newestUndoable() const
{
    Statement &query = m_db.prepared(
        "SELECT " KW_ACTION_COLUMNS
        " FROM action WHERE undone=0 AND kind<>15 ORDER BY id DESC LIMIT 1"); // 15: what was sent is sent
    const auto rows = read(query);
    return rows.isEmpty() ? std::nullopt : std::optional(rows.first());
}

int ActionLog::waitingCount() const
{
    Statement &query
        = m_db.prepared("SELECT COUNT(*) FROM action a WHERE watches_flags=1 OR (dismissed=0 AND EXISTS("
                        "SELECT 1 FROM op WHERE op.action_id=a.id AND op.state IN (0,1,3)))");
    const int count = query.next() ? int(query.integer(0)) : 0;
    query.rewind();
    return count;
}

bool ActionLog::watchesFlags() const
{
    Statement &query = m_db.prepared("SELECT EXISTS(SELECT 1 FROM action WHERE watches_flags=1)");
    return query.holds();
}

void ActionLog::setUndone(ActionId id, bool watchesFlags)
{
    m_db.prepared("UPDATE action SET undone=1, error=NULL, watches_flags=?2 WHERE id=?1")
        .bind(id, watchesFlags)
        .run();
    m_db.changes().journal();
}

void ActionLog::watchFlags(ActionId id)
{
    m_db.prepared("UPDATE action SET watches_flags=1 WHERE id=?").bind(id).run();
    m_db.changes().journal();
}

void ActionLog::setError(ActionId id, const QString &error)
{
    m_db.prepared("UPDATE action SET error=?2, dismissed=0 WHERE id=?1").bind(id, error).run();
    m_db.changes().journal();
}

void ActionLog::blame(const QList<MessageId> &refused, const QString &error, Blame what)
{
    const QSet<MessageId> among(refused.begin(), refused.end());
    QList<ActionId> waiting;
    const int only = what == Blame::Tags ? int(ActionKind::Tag) : 0;
    Statement &query
        = m_db.prepared("SELECT id FROM action WHERE watches_flags=1 AND ?1 IN (0, kind) ORDER BY id DESC");
    query.bind(only);
    while (query.next())
        waiting.append(ActionId(query.integer(0)));
    for (const ActionId id : std::as_const(waiting)) {
        const auto all = items(id);
        if (std::any_of(all.begin(), all.end(),
                        [&among](const ActionItem &i) { return among.contains(i.message); }))
            setError(id, error);
    }
}

void ActionLog::dismiss(ActionId id)
{
    m_db.prepared("UPDATE action SET dismissed=1, error=NULL WHERE id=?").bind(id).run();
    m_db.prepared("UPDATE op SET state=4 WHERE action_id=? AND state=3").bind(id).run();
    m_db.changes().journal();
}

int ActionLog::settleFlags()
{
    QList<ActionId> waiting;
    Statement &query = m_db.prepared("SELECT id FROM action WHERE watches_flags=1");
    while (query.next())
        waiting.append(ActionId(query.integer(0)));
    int settled = 0;
    for (const ActionId id : std::as_const(waiting)) {
        const auto all = items(id);
        const bool pending = std::any_of(all.begin(), all.end(), [this](const ActionItem &item) {
            Statement &one = m_db.prepared("SELECT 1 FROM message WHERE id=? AND pending<>0");
            one.bind(item.message);
            const bool there = one.next();
            one.rewind();
            return there;
        });
        if (pending)
            continue;
        m_db.prepared("UPDATE action SET watches_flags=0 WHERE id=?").bind(id).run();
        m_db.changes().journal();
        ++settled;
    }
    return settled;
}

void ActionLog::prune(qint64 olderThanMs, int keep)
{
    m_db.prepared(
            "DELETE FROM action WHERE at<?1 AND watches_flags=0 AND id NOT IN (SELECT id FROM action ORDER "
            "BY id "
            "DESC LIMIT ?2) AND NOT EXISTS(SELECT 1 FROM op WHERE op.action_id=action.id AND op.state<2)")
        .bind(olderThanMs, keep)
        .run();
    m_db.prepared("DELETE FROM op WHERE state>=2 AND action_id NOT IN (SELECT id FROM action)").run();
}

} // namespace kw
