#include "app/ctl/acting.h"
#include "app/ctl/commands.h"
#include "app/ctl/reading.h"
#include "core/store/accountfacts.h"
#include "core/sync/headless.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kw::ctl {

namespace {

Error unknownAccount(const QString &key)
{
    return {ErrorKind::NotFound,
            u"There is no account “%1”. kittiwakectl accounts lists all of them."_s.arg(key),
            {}};
}

const AccountSettings *find(const QList<AccountSettings> &accounts, const QString &key)
{
    const auto found = std::ranges::find(accounts, key, &AccountSettings::key);
    return found == accounts.end() ? nullptr : &*found;
}

int done(const Invocation &run, const QString &text, const QJsonObject &json)
{
    if (run.out.wantsJson())
        run.out.json(json);
    else
        run.out.text(text + u'\n');
    return Fine;
}

int setPaused(const Invocation &run, const QString &key, bool paused)
{
    const auto engine = openEngine(run);
    if (!engine)
        return Failed;
    const auto accounts = engine->accounts();
    const AccountSettings *account = find(accounts, key);
    if (!account)
        return failed(run, unknownAccount(key));
    AccountSettings settings = *account;
    const bool changed = settings.paused != paused;
    settings.paused = paused;
    if (changed) {
        if (const auto saved = engine->saveAccount(settings); !saved)
            return failed(run, saved.error());
    }
    return done(run, paused ? u"%1 is paused; its changes wait."_s.arg(key) : u"%1 goes on."_s.arg(key),
                {{u"account"_s, key}, {u"paused"_s, paused}, {u"changed"_s, changed}});
}

QJsonObject holdingsJson(const QString &key, const AccountHoldings &held)
{
    return {{u"account"_s, key},
            {u"messages"_s, held.messages},
            {u"waiting"_s, held.waiting},
            {u"only_here"_s, held.onlyHere},
            {u"vanished"_s, held.vanished}};
}

Result<AccountHoldings> holdingsOf(const Invocation &run, const QString &key)
{
    const auto reading = Reading::open(run.paths);
    if (!reading && reading.error().kind == ErrorKind::NotFound)
        return AccountHoldings{}; // nothing was ever synced
    if (!reading)
        return reading.error();
    for (const auto &[id, name] : (*reading)->pages().accounts().asKeyValueRange()) {
        if (name == key)
            return AccountFacts((*reading)->database()).holdings(id);
    }
    return AccountHoldings{};
}

int removeAccount(const Invocation &run, const QString &key)
{
    if (!find(loadAccounts(run).accounts, key))
        return failed(run, unknownAccount(key));
    const auto held = holdingsOf(run, key);
    if (!held)
        return failed(run, held.error());
    const bool costs = held->waiting > 0 || held->vanished > 0;
    if (costs && !run.arguments.has(u"yes"_s))
        return failed(run,
                      {ErrorKind::Refused,
                       u"%1 changes in “%2” have not reached its server, %3 messages are only here, and %4 "
                       "deleted elsewhere could still be restored. Sync first, or add --yes to lose them."_s
                           .arg(held->waiting)
                           .arg(key)
                           .arg(held->onlyHere)
                           .arg(held->vanished),
                       {}});
    const auto engine = openEngine(run);
    if (!engine)
        return Failed;
    if (const auto removed = engine->removeAccount(key); !removed)
        return failed(run, removed.error());
    return done(run,
                u"%1 was removed with %2 messages of its cache; the mail on the server stays."_s.arg(key).arg(
                    held->messages),
                holdingsJson(key, *held));
}

int orderAccounts(const Invocation &run, const QStringList &keys)
{
    const auto engine = openEngine(run);
    if (!engine)
        return Failed;
    for (const QString &key : keys) {
        if (!find(engine->accounts(), key))
            return failed(run, unknownAccount(key));
    }
    if (const auto ordered = engine->orderAccounts(keys); !ordered)
        return failed(run, ordered.error());
    QStringList now;
    for (const AccountSettings &account : engine->accounts())
        now.append(account.key);
    return done(run, now.join(u' '), {{u"accounts"_s, QJsonArray::fromStringList(now)}});
}

} // namespace

int runAccount(const Invocation &run)
{
    const QStringList &words = run.arguments.operands;
    const QString &verb = words.first();
    if (verb == u"order"_s)
        return orderAccounts(run, words.mid(1));
    const bool known = verb == u"pause"_s || verb == u"resume"_s || verb == u"remove"_s;
    if (!known || words.size() != 2) {
        run.out.error(u"account knows pause KEY, resume KEY, remove KEY and order KEY…."_s);
        return WrongUsage;
    }
    if (verb == u"remove"_s)
        return removeAccount(run, words.at(1));
    return setPaused(run, words.at(1), verb == u"pause"_s);
}

} // namespace kw::ctl
