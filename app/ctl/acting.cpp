#include "app/ctl/acting.h"

#include "app/ctl/reading.h"
#include "app/ctl/words.h"
#include "core/sync/headless.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kw::ctl {

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

} // namespace kw::ctl
