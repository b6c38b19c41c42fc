#include "app/ctl/acting.h"
#include "app/ctl/commands.h"
#include "app/ctl/reading.h"
#include "app/ctl/words.h"
#include "core/store/actionlog.h"
#include "core/store/vanishedstore.h"
#include "core/sync/headless.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kw::ctl {

namespace {

std::optional<ActionId> actionId(const QString &word)
{
    bool isNumber = false;
    const qint64 id = word.toLongLong(&isNumber);
    return isNumber && id > 0 ? std::optional(ActionId(id)) : std::nullopt;
}

int listJournal(const Invocation &run)
{
    const auto reading = Reading::open(run.paths);
    if (!reading)
        return failed(run, reading.error());
    const int limit = run.arguments.has(u"limit"_s) ? run.arguments.value(u"limit"_s).toInt() : 50;
    const ActionLog log((*reading)->database());
    const auto actions = log.newest(std::max(limit, 1));
    QJsonArray json;
    QList<QStringList> rows;
    for (const ActionRow &row : actions) {
        json.append(actionJson(row));
        rows.append({QString::number(raw(row.id)), shownDate(row.at / 1000), actionWord(row.kind),
                     QString::number(row.count), printable(row.detail).simplified(), actionStateWord(row),
                     row.undone ? u"undone"_s : QString(), printable(row.error)});
    }
    if (run.out.wantsJson())
        run.out.json({{u"actions"_s, json}, {u"waiting"_s, log.waitingCount()}});
    else
        run.out.table(
            {u"NUMBER"_s, u"WHEN"_s, u"ACTION"_s, u"MESSAGES"_s, u"DETAIL"_s, u"STATE"_s, u""_s, u"WHY"_s},
            rows, {0, 3});
    return Fine;
}

int listVanished(const Invocation &run)
{
    const auto reading = Reading::open(run.paths);
    if (!reading)
        return failed(run, reading.error());
    QJsonArray json;
    QList<QStringList> rows;
    for (const VanishedRow &row : VanishedStore((*reading)->database()).rows(1000)) {
        json.append(QJsonObject{{u"id"_s, row.id},
                                {u"account"_s, (*reading)->accountKey(row.account)},
                                {u"folder"_s, row.folderPath},
                                {u"from"_s, addressJson(row.from)},
                                {u"subject"_s, row.subject},
                                {u"date"_s, isoDate(row.date)},
                                {u"vanished_at"_s, isoDate(row.at / 1000)},
                                {u"size"_s, qint64(row.size)}});
        rows.append({QString::number(row.id), shownDate(row.at / 1000),
                     printable((*reading)->accountKey(row.account)), printable(row.folderPath),
                     elided(printable(displayName(row.from)), 24), elided(printable(row.subject), 50)});
    }
    if (run.out.wantsJson())
        run.out.json({{u"messages"_s, json}});
    else
        run.out.table({u"NUMBER"_s, u"VANISHED"_s, u"ACCOUNT"_s, u"FOLDER"_s, u"FROM"_s, u"SUBJECT"_s}, rows,
                      {0});
    return Fine;
}

int forget(const Invocation &run, const QList<qint64> &ids)
{
    const auto engine = openEngine(run);
    if (!engine)
        return Failed;
    if (const auto done = engine->discardVanished(ids); !done)
        return failed(run, done.error());
    if (run.out.wantsJson())
        run.out.json({{u"changed"_s, ids.size()}});
    return Fine;
}

} // namespace

int runJournal(const Invocation &run)
{
    const bool retry = run.arguments.has(u"retry"_s);
    if (!retry && !run.arguments.has(u"dismiss"_s))
        return listJournal(run);
    const auto id = actionId(run.arguments.value(retry ? u"retry"_s : u"dismiss"_s));
    if (!id) {
        run.out.error(u"journal --retry and --dismiss need a number of the journal."_s);
        return WrongUsage;
    }
    const auto engine = openEngine(run);
    if (!engine)
        return Failed;
    if (retry)
        return told(run, engine->retry(*id), u"Waiting again"_s);
    if (const auto done = engine->dismiss(*id); !done)
        return failed(run, done.error());
    if (run.out.wantsJson())
        run.out.json({{u"changed"_s, 1}});
    return Fine;
}

int runUndo(const Invocation &run)
{
    ActionId id{};
    if (!run.arguments.operands.isEmpty()) {
        const auto given = actionId(run.arguments.operands.first());
        if (!given) {
            run.out.error(u"undo takes a number of the journal."_s);
            return WrongUsage;
        }
        id = *given;
    }
    const auto engine = openEngine(run);
    if (!engine)
        return Failed;
    return told(run, engine->undo(id), u"Undone"_s);
}

int runVanished(const Invocation &run)
{
    QStringList words = run.arguments.operands;
    if (words.isEmpty())
        return listVanished(run);
    const QString verb = words.takeFirst();
    if ((verb != u"restore"_s && verb != u"forget"_s) || words.isEmpty()) {
        run.out.error(u"vanished takes nothing, or restore or forget and numbers."_s);
        return WrongUsage;
    }
    QList<qint64> ids;
    for (const QString &word : std::as_const(words)) {
        bool isNumber = false;
        ids.append(word.toLongLong(&isNumber));
        if (!isNumber) {
            run.out.error(u"“%1” is no number of the list of vanished messages."_s.arg(word));
            return WrongUsage;
        }
    }
    return verb == u"restore"_s ? perform(run, Intent::restore(ids), u"Restored"_s) : forget(run, ids);
}

} // namespace kw::ctl
