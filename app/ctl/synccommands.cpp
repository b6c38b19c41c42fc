#include "app/ctl/reading.h"
#include "app/ctl/words.h"
#include "core/sync/headless.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw::ctl {

namespace {

// The engine on this profile, or a sentence on standard error.
std::unique_ptr<Headless> openEngine(const Invocation &run)
{
    if (auto made = run.paths.create(); !made) {
        run.out.error(made.error());
        return nullptr;
    }
    auto engine = Headless::open(run.paths);
    if (engine) {
        if (const auto rebuilt = (*engine)->rebuildNotice())
            run.out.error(*rebuilt);
        return *std::move(engine);
    }
    if (engine.error().kind == ErrorKind::Busy)
        run.out.error(
            u"This profile is in use by a running Kittiwake or another kittiwakectl. Close it, or use the window."_s);
    else
        run.out.error(engine.error());
    return nullptr;
}

QJsonObject passJson(const PassReport &pass)
{
    return {{u"account"_s, pass.account},
            {u"folder"_s, textOrNull(pass.folder)},
            {u"messages"_s, qint64(pass.messages)},
            {u"new"_s, pass.added},
            {u"changed"_s, pass.changed},
            {u"vanished"_s, pass.vanished},
            {u"ms"_s, pass.ms},
            {u"error"_s, textOrNull(pass.error)}};
}

QString kindWord(Difference::Kind kind)
{
    switch (kind) {
    case Difference::Kind::MissingHere:
        return u"missing_here"_s;
    case Difference::Kind::MissingThere:
        return u"missing_there"_s;
    case Difference::Kind::Flags:
        return u"flags"_s;
    case Difference::Kind::Size:
        return u"size"_s;
    }
    return {};
}

void print(const Invocation &run, const QString &account, const VerifyReport &report)
{
    QJsonArray differences;
    QList<QStringList> rows;
    for (const auto &d : report.differences) {
        differences.append(QJsonObject{{u"folder"_s, d.folder},
                                       {u"uid"_s, qint64(raw(d.uid))},
                                       {u"kind"_s, kindWord(d.kind)},
                                       {u"detail"_s, d.detail}});
        rows.append(
            {printable(d.folder), QString::number(raw(d.uid)), kindWord(d.kind), printable(d.detail)});
    }
    if (run.out.wantsJson()) {
        run.out.json({{u"account"_s, account},
                      {u"folders"_s, report.folders},
                      {u"messages"_s, report.messages},
                      {u"differences"_s, differences},
                      {u"repaired"_s, report.repaired}});
        return;
    }
    if (!rows.isEmpty())
        run.out.table({u"FOLDER"_s, u"UID"_s, u"KIND"_s, u"DETAIL"_s}, rows, {1});
    const auto compared = u"%1 messages in %2 folders compared: "_s.arg(report.messages).arg(report.folders);
    if (rows.isEmpty())
        run.out.text(compared + u"no difference.\n"_s);
    else
        run.out.text(
            compared
            + u"%1 differences%2.\n"_s.arg(rows.size()).arg(report.repaired ? u", repaired"_s : QString()));
}

struct Change {
    quint32 bits = 0;
    bool on = false;
};

std::optional<Change> changeOf(const Arguments &arguments)
{
    QList<Change> changes;
    if (arguments.has(u"read"_s))
        changes.append({quint32(Flag::Seen), true});
    if (arguments.has(u"unread"_s))
        changes.append({quint32(Flag::Seen), false});
    if (arguments.has(u"star"_s))
        changes.append({quint32(Flag::Flagged), true});
    if (arguments.has(u"unstar"_s))
        changes.append({quint32(Flag::Flagged), false});
    return changes.size() == 1 ? std::optional(changes.first()) : std::nullopt;
}

// Every number must be a message: a typing error changes nothing at all.
Result<QList<MessageId>> knownMessages(const Invocation &run)
{
    const auto reading = Reading::open(run.paths);
    if (!reading)
        return reading.error();
    QList<MessageId> ids;
    for (const auto &word : run.arguments.operands) {
        const auto id = messageId(word);
        if (!id)
            return id.error();
        if (!(*reading)->pages().message(*id))
            return Error{
                ErrorKind::NotFound,
                u"There is no message %1 in the cache, so nothing was changed. kittiwakectl list shows them."_s
                    .arg(word),
                {}};
        ids.append(*id);
    }
    return ids;
}

} // namespace

int runSync(const Invocation &run)
{
    if (!run.arguments.has(u"once"_s)) {
        run.out.error(u"sync needs --once: it brings everything up to date and ends."_s);
        return WrongUsage;
    }
    const auto loaded = loadAccounts(run);
    if (loaded.accounts.isEmpty()) {
        run.out.error(u"No usable account is in %1."_s.arg(run.paths.accountsIni()));
        return Failed;
    }
    const auto engine = openEngine(run);
    if (!engine)
        return Failed;
    const auto passes = engine->syncOnce();
    QJsonArray folders;
    QList<QStringList> rows;
    bool failed = !loaded.errors.isEmpty();
    for (const auto &pass : passes) {
        folders.append(passJson(pass));
        rows.append({printable(pass.account), printable(pass.folder), QString::number(pass.messages),
                     QString::number(pass.added), QString::number(pass.changed),
                     QString::number(pass.vanished), QString::number(pass.ms), printable(pass.error)});
        if (!pass.error.isEmpty()) {
            failed = true;
            run.out.error(u"%1: %2"_s.arg(
                pass.folder.isEmpty() ? pass.account : pass.account + u':' + pass.folder, pass.error));
        }
    }
    if (run.out.wantsJson())
        run.out.json({{u"folders"_s, folders}});
    else
        run.out.table({u"ACCOUNT"_s, u"FOLDER"_s, u"MESSAGES"_s, u"NEW"_s, u"CHANGED"_s, u"VANISHED"_s,
                       u"MS"_s, u"ERROR"_s},
                      rows, {2, 3, 4, 5, 6});
    return failed ? Failed : Fine;
}

int runVerify(const Invocation &run)
{
    const auto key = run.arguments.operands.first();
    const auto account = findAccount(loadAccounts(run).accounts, key, run.paths);
    if (!account) {
        run.out.error(account.error());
        return Failed;
    }
    const auto engine = openEngine(run);
    if (!engine)
        return Failed;
    const auto report = engine->verify(key, run.arguments.has(u"repair"_s));
    if (!report) {
        run.out.error(report.error());
        return Failed;
    }
    print(run, key, *report);
    return report->differences.isEmpty() || report->repaired ? Fine : Failed;
}

int runMark(const Invocation &run)
{
    const auto change = changeOf(run.arguments);
    if (!change) {
        run.out.error(u"mark needs exactly one of --read, --unread, --star and --unstar."_s);
        return WrongUsage;
    }
    const auto ids = knownMessages(run);
    if (!ids) {
        run.out.error(ids.error());
        return Failed;
    }
    const auto engine = openEngine(run);
    if (!engine)
        return Failed;
    if (auto set = engine->setFlags(*ids, change->bits, change->on); !set) {
        run.out.error(set.error());
        return Failed;
    }
    if (run.out.wantsJson())
        run.out.json({{u"changed"_s, ids->size()}});
    else
        run.out.text(u"%1 messages changed here; the server follows at the next sync.\n"_s.arg(ids->size()));
    return Fine;
}

} // namespace kw::ctl
