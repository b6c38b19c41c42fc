#include "app/ctl/acting.h"
#include "app/ctl/letterjson.h"
#include "app/ctl/reading.h"
#include "app/ctl/unlocking.h"
#include "app/ctl/words.h"
#include "core/store/letterstore.h"
#include "core/sync/headless.h"
#include "core/sync/headlessoutbox.h"

using namespace Qt::StringLiterals;

namespace kw::ctl {

namespace {

int list(const Invocation &run)
{
    const auto reading = Reading::open(run.paths);
    if (!reading)
        return failed(run, reading.error());
    QJsonArray json;
    QList<QStringList> rows;
    for (const Letter &letter : LetterStore((*reading)->database()).outgoing()) {
        const QString key = (*reading)->accountKey(letter.account);
        json.append(letterJson(letter, key));
        rows.append({letterStateWord(letter), shownDate(letter.notBefore / 1000), printable(key),
                     elided(printable(letter.recipients), 30), elided(printable(letter.subject), 40),
                     printable(letter.messageId), printable(letter.error).simplified()});
    }
    if (run.out.wantsJson())
        run.out.json({{u"letters"_s, json}});
    else
        run.out.table(
            {u"STATE"_s, u"NOT BEFORE"_s, u"ACCOUNT"_s, u"TO"_s, u"SUBJECT"_s, u"MESSAGE-ID"_s, u"WHY"_s},
            rows);
    return Fine;
}

int sendAll(const Invocation &run, Headless &engine)
{
    if (const auto ready = unlockSecrets(run, engine); !ready)
        return failed(run, ready.error());
    bool isFine = true;
    for (const PassReport &report : engine.outbox().send()) {
        if (report.error.isEmpty())
            continue;
        isFine = false;
        run.out.error(u"%1: %2"_s.arg(report.account, report.error));
    }
    QJsonArray left;
    for (const Letter &letter : engine.outbox().outgoing()) {
        left.append(letterJson(letter, {}));
        if (!letter.error.isEmpty())
            run.out.error(u"%1: %2"_s.arg(letter.messageId, letter.error));
        isFine = isFine && letter.state != LetterState::Refused && letter.state != LetterState::Uncertain;
    }
    if (run.out.wantsJson())
        run.out.json({{u"letters"_s, left}});
    else
        run.out.text(u"%1 letters are left.\n"_s.arg(left.size()));
    return isFine ? Fine : Failed;
}

} // namespace

int runOutbox(const Invocation &run)
{
    const QString what = run.arguments.operands.value(0);
    const QString id = run.arguments.operands.value(1);
    if (what.isEmpty())
        return list(run);
    const bool takesOne = what == "drop"_L1 || what == "confirm"_L1;
    if ((takesOne && id.isEmpty()) || (!takesOne && what != "send"_L1)) {
        run.out.error(u"outbox takes send [MESSAGE-ID], drop MESSAGE-ID or confirm MESSAGE-ID."_s);
        return WrongUsage;
    }
    const auto engine = openEngine(run);
    if (!engine)
        return Failed;
    HeadlessOutbox &outbox = engine->outbox();
    if (!id.isEmpty() && !outbox.letter(id))
        return failed(
            run,
            {ErrorKind::NotFound, u"There is no letter %1. kittiwakectl outbox shows them."_s.arg(id), {}});
    if (what == "send"_L1) {
        if (!id.isEmpty()) {
            if (const auto done = outbox.sendNow(id); !done)
                return failed(run, done.error());
        }
        return sendAll(run, *engine);
    }
    const auto done = what == "drop"_L1 ? outbox.discard(id) : outbox.confirm(id);
    if (!done)
        return failed(run, done.error());
    if (run.out.wantsJson())
        run.out.json({{u"changed"_s, 1}});
    return Fine;
}

} // namespace kw::ctl
