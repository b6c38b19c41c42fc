#include "app/ctl/reading.h"
#include "app/ctl/unlocking.h"
#include "app/ctl/words.h"
#include "core/sync/headless.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw::ctl {

namespace {

QJsonObject passJson(const PassReport &pass)
{
    return {{u"account"_s, pass.account},
            {u"folder"_s, textOrNull(pass.folder)},
            {u"messages"_s, qint64(pass.messages)},
            {u"new"_s, pass.added},
            {u"changed"_s, pass.changed},
            {u"vanished"_s, pass.vanished},
            {u"ms"_s, pass.ms},
            {u"error"_s, textOrNull(pass.error)},
            {u"note"_s, textOrNull(pass.note)}};
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
    QJsonArray errors;
    for (const auto &e : report.errors) {
        errors.append(QJsonObject{{u"folder"_s, e.folder}, {u"error"_s, e.text}});
        run.out.error(account + u':' + e.folder + u": "_s + e.text);
    }
    if (run.out.wantsJson()) {
        run.out.json({{u"account"_s, account},
                      {u"folders"_s, report.folders},
                      {u"messages"_s, report.messages},
                      {u"differences"_s, differences},
                      {u"errors"_s, errors},
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
    if (const auto ready = unlockSecrets(run, *engine); !ready) {
        run.out.error(ready.error());
        return Failed;
    }
    const auto passes = engine->syncOnce();
    QJsonArray folders;
    QList<QStringList> rows;
    bool failed = !loaded.errors.isEmpty();
    for (const auto &pass : passes) {
        folders.append(passJson(pass));
        rows.append({printable(pass.account), printable(pass.folder), QString::number(pass.messages),
                     QString::number(pass.added), QString::number(pass.changed),
                     QString::number(pass.vanished), QString::number(pass.ms),
                     printable(pass.error.isEmpty() ? pass.note : pass.error)});
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
    if (const auto ready = unlockSecrets(run, *engine); !ready) {
        run.out.error(ready.error());
        return Failed;
    }
    const auto report = engine->verify(key, run.arguments.has(u"repair"_s));
    if (!report) {
        run.out.error(report.error());
        return Failed;
    }
    print(run, key, *report);
    const bool agrees = report->differences.isEmpty() || report->repaired;
    return agrees && report->errors.isEmpty() ? Fine : Failed;
}

} // namespace kw::ctl
