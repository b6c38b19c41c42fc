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

// Every number must be a message: a typing error changes nothing at all.
Result<QList<MessageId>> knownMessages(const Reading &reading, const QStringList &words)
{
    QList<MessageId> ids;
    for (const auto &word : words) {
        const auto id = messageId(word);
        if (!id)
            return id.error();
        if (!reading.pages().message(*id))
            return Error{
                ErrorKind::NotFound,
                u"There is no message %1 in the cache, so nothing was changed. kittiwakectl list shows them."_s
                    .arg(word),
                {}};
        ids.append(*id);
    }
    return ids;
}

QJsonObject actionJson(const ActionRow &row)
{
    QJsonObject json{
        {u"id"_s, raw(row.id)},    {u"action"_s, actionWord(row.kind)},   {u"at"_s, isoDate(row.at / 1000)},
        {u"count"_s, row.count},   {u"detail"_s, textOrNull(row.detail)}, {u"state"_s, actionStateWord(row)},
        {u"undone"_s, row.undone}, {u"error"_s, textOrNull(row.error)}};
    if (row.kind == ActionKind::Mark) {
        json.insert(u"flags"_s, QJsonArray::fromStringList(flagWords(row.bits)));
        json.insert(u"on"_s, row.on);
    } else if (row.kind == ActionKind::Tag || row.kind == ActionKind::Subscribe) {
        json.insert(u"on"_s, row.on);
    }
    return json;
}

int failed(const Invocation &run, const Error &error)
{
    run.out.error(error);
    return Failed;
}

int told(const Invocation &run, const Result<ActionRow> &done, const QString &verb)
{
    if (!done)
        return failed(run, done.error());
    if (run.out.wantsJson()) {
        auto json = actionJson(*done);
        json.insert(u"changed"_s, done->count);
        run.out.json(json);
    } else {
        run.out.text(u"%1: %2 here; the server follows at the next sync.\n"_s.arg(verb).arg(done->count));
    }
    if (!done->error.isEmpty())
        run.out.error(done->error);
    return Fine;
}

int perform(const Invocation &run, const Intent &intent, const QString &verb)
{
    const auto engine = openEngine(run);
    if (!engine)
        return Failed;
    return told(run, engine->perform(intent), verb);
}

int onMessages(const Invocation &run, Intent intent, const QString &verb)
{
    {
        const auto reading = Reading::open(run.paths);
        if (!reading)
            return failed(run, reading.error());
        const auto ids = knownMessages(**reading, run.arguments.operands);
        if (!ids)
            return failed(run, ids.error());
        intent.messages = *ids;
    }
    return perform(run, intent, verb);
}

std::optional<Intent> markIntent(const Arguments &arguments)
{
    QList<Intent> wanted;
    static const std::tuple<QString, Flag, bool> switches[] = {{u"read"_s, Flag::Seen, true},
                                                               {u"unread"_s, Flag::Seen, false},
                                                               {u"star"_s, Flag::Flagged, true},
                                                               {u"unstar"_s, Flag::Flagged, false},
                                                               {u"answered"_s, Flag::Answered, true}};
    for (const auto &[name, flag, on] : switches) {
        if (arguments.has(name))
            wanted.append(Intent::mark({}, quint32(flag), on));
    }
    for (const auto &[name, on] : {std::pair(u"tag"_s, true), std::pair(u"untag"_s, false)}) {
        if (arguments.has(name))
            wanted.append(Intent::tag({}, arguments.value(name), on));
    }
    return wanted.size() == 1 ? std::optional(wanted.first()) : std::nullopt;
}

// "work:Lists/qt" names one folder; "Archive" the folder of that name in each message's own account.
int transfer(const Invocation &run, Intent::Kind kind, const QString &verb)
{
    QStringList words = run.arguments.operands;
    const QString target = words.takeLast();
    Intent intent;
    {
        const auto reading = Reading::open(run.paths);
        if (!reading)
            return failed(run, reading.error());
        const auto ids = knownMessages(**reading, words);
        if (!ids)
            return failed(run, ids.error());
        const auto named = (*reading)->view(target);
        if (named && !named->isUnified())
            intent = kind == Intent::Kind::Move ? Intent::move(*ids, named->folder)
                                                : Intent::copy(*ids, named->folder);
        else
            intent = Intent::moveByName(kind, *ids, target);
    }
    return perform(run, intent, verb);
}

Result<AccountId> accountOf(const Reading &reading, const QString &word, QString *path)
{
    const auto at = word.indexOf(QLatin1Char(':')) > 0 ? word.indexOf(QLatin1Char(':'))
                                                       : word.indexOf(QLatin1Char('/'));
    const QString key = word.left(at);
    for (const auto &[id, name] : reading.pages().accounts().asKeyValueRange()) {
        if (at > 0 && name == key) {
            *path = word.mid(at + 1);
            return id;
        }
    }
    return Error{ErrorKind::Invalid,
                 u"A new folder is written as ACCOUNT:PATH; “%1” names no account."_s.arg(word),
                 {}};
}

// A new folder's parent is found by the longest known path in front of it.
Result<Intent> createIntent(const Reading &reading, const QString &word)
{
    QString path;
    const auto account = accountOf(reading, word, &path);
    if (!account)
        return account.error();
    const FolderRow *parent = nullptr;
    for (const FolderRow &row : reading.folders()) {
        if (row.account == *account && !row.separator.isNull() && path.startsWith(row.path + row.separator)
            && (!parent || parent->path.size() < row.path.size()))
            parent = &row;
    }
    if (!parent)
        return Intent::createFolder(*account, {}, path);
    return Intent::createFolder(*account, parent->id, path.mid(parent->path.size() + 1));
}

Result<Intent> folderIntent(const Reading &reading, const QStringList &words)
{
    const QString &verb = words.first();
    if (verb == u"create"_s)
        return createIntent(reading, words.at(1));
    const auto view = reading.view(words.at(1));
    if (!view)
        return view.error();
    if (view->isUnified())
        return Error{ErrorKind::Invalid, u"A unified view is no folder."_s, {}};
    if (verb == u"delete"_s)
        return Intent::ofFolder(Intent::Kind::DeleteFolder, view->folder);
    if (verb == u"subscribe"_s || verb == u"unsubscribe"_s)
        return Intent::subscribe(view->folder, verb == u"subscribe"_s);
    if (verb != u"rename"_s || words.size() != 3)
        return Error{ErrorKind::Invalid,
                     u"folder knows create, rename OLD NEW, delete, subscribe and unsubscribe."_s,
                     {}};
    return Intent::renameFolder(view->folder, words.at(2));
}

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

int runMark(const Invocation &run)
{
    const auto intent = markIntent(run.arguments);
    if (!intent) {
        run.out.error(
            u"mark needs exactly one of --read, --unread, --star, --unstar, --answered, --tag and --untag."_s);
        return WrongUsage;
    }
    return onMessages(run, *intent, u"Marked"_s);
}

int runMove(const Invocation &run)
{
    return transfer(run, Intent::Kind::Move, u"Moved"_s);
}

int runCopy(const Invocation &run)
{
    return transfer(run, Intent::Kind::Copy, u"Copied"_s);
}

int runDelete(const Invocation &run)
{
    const bool forever = run.arguments.has(u"forever"_s);
    return onMessages(run, Intent::of(forever ? Intent::Kind::Expunge : Intent::Kind::Delete, {}),
                      u"Deleted"_s);
}

int runArchive(const Invocation &run)
{
    return onMessages(run, Intent::of(Intent::Kind::Archive, {}), u"Archived"_s);
}

int runJunk(const Invocation &run)
{
    const bool isNot = run.arguments.has(u"not"_s);
    return onMessages(run, Intent::of(isNot ? Intent::Kind::NotJunk : Intent::Kind::Junk, {}),
                      isNot ? u"Not junk"_s : u"Junk"_s);
}

int runFolder(const Invocation &run)
{
    Intent intent;
    {
        const auto reading = Reading::open(run.paths);
        if (!reading)
            return failed(run, reading.error());
        const auto wanted = folderIntent(**reading, run.arguments.operands);
        if (!wanted) {
            run.out.error(wanted.error());
            return wanted.error().kind == ErrorKind::Invalid ? WrongUsage : Failed;
        }
        intent = *wanted;
    }
    return perform(run, intent, u"Done"_s);
}

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
