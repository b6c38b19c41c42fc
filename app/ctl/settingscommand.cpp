#include "app/ctl/acting.h"
#include "app/ctl/commands.h"
#include "app/ctl/reading.h"
#include "app/ctl/words.h"
#include "core/settings/importplan.h"
#include "core/sync/headless.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QSaveFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace kw::ctl {

namespace {

int exportTo(const Invocation &run, const QString &path)
{
    const auto loaded = loadAccounts(run);
    const auto bundle = SettingsBundle::ofProfile(run.paths.config, loaded.accounts);
    if (path == "-"_L1) {
        run.out.text(QString::fromUtf8(bundle.toBytes()));
        return loaded.errors.isEmpty() ? Fine : Failed;
    }
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        file.write(bundle.toBytes());
    }
    if (!file.isOpen() || !file.commit())
        return failed(run,
                      {ErrorKind::Storage,
                       u"%1 cannot be written (%2). Choose another place."_s.arg(path, file.errorString())});
    if (run.out.wantsJson())
        run.out.json({{u"file"_s, path}, {u"accounts"_s, bundle.accounts.size()}});
    else
        run.out.text(u"Exported to %1: the settings and %2 account(s), without passwords.\n"_s.arg(
            printable(path), QString::number(bundle.accounts.size())));
    return loaded.errors.isEmpty() ? Fine : Failed;
}

Result<SettingsBundle> readFrom(const QString &path)
{
    if (path != "-"_L1)
        return SettingsBundle::fromFile(path);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return Error{ErrorKind::Storage, u"Standard input cannot be read."_s};
    QByteArray bytes;
    while (bytes.size() <= SettingsBundle::MostBytes) {
        const QByteArray more = input.read(64 << 10);
        if (more.isEmpty())
            break;
        bytes += more;
    }
    return SettingsBundle::fromBytes(bytes);
}

// What is done with one account of the file.
struct Decision {
    const AccountImport *import = nullptr; // of the plan
    bool taken = false;
    QString problem; // why it cannot be taken

    const AccountSettings &account(bool trust) const { return trust ? import->trusted : import->account; }
};

Decision decide(const AccountImport &import, const Arguments &arguments)
{
    using enum AccountImport::State;
    const bool trust = arguments.has(u"trust"_s);
    const bool wanted = import.state == New || (import.state == Changed && arguments.has(u"replace"_s));
    const QString &problem = trust ? import.trustedProblem : import.problem;
    return {&import, wanted && problem.isEmpty(), problem};
}

QString stateWord(AccountImport::State state)
{
    using enum AccountImport::State;
    return state == New ? u"new"_s : state == Changed ? u"changed"_s : u"same"_s;
}

QJsonObject decisionJson(const Decision &decision)
{
    const AccountImport &import = *decision.import;
    return {{u"account"_s, import.account.key},
            {u"address"_s, import.account.address},
            {u"state"_s, stateWord(import.state)},
            {u"changes"_s, QJsonArray::fromStringList(import.changes)},
            {u"trust"_s, QJsonArray::fromStringList(import.trust)},
            {u"problem"_s, textOrNull(decision.problem)},
            {u"taken"_s, decision.taken}};
}

QString decisionText(const Decision &decision, const Arguments &arguments)
{
    const AccountImport &import = *decision.import;
    QString text = u"account %1 (%2): %3, %4\n"_s.arg(
        printable(import.account.key), printable(import.account.address), stateWord(import.state),
        decision.taken ? u"taken"_s
            : import.state == AccountImport::State::Changed && !arguments.has(u"replace"_s)
            ? u"left as it is here; --replace takes it"_s
            : u"left"_s);
    // Both get the password that the person is going to type.
    for (const ServerSettings &server : {import.account.imap, import.account.smtp}) {
        if (import.state == AccountImport::State::New && !server.host.isEmpty())
            text += u"    signs in at %1 as %2\n"_s.arg(printable(server.host), printable(server.user));
    }
    for (const QString &change : import.changes)
        text += u"    "_s + printable(change) + u'\n';
    for (const QString &trust : import.trust)
        text += (arguments.has(u"trust"_s) ? u"    trusted: "_s : u"    only with --trust: "_s)
            + printable(trust) + u'\n';
    if (!decision.problem.isEmpty())
        text += u"    "_s + printable(decision.problem) + u'\n';
    return text;
}

QStringList namesOf(const QList<SavedSearch> &searches)
{
    QStringList names;
    for (const SavedSearch &search : searches)
        names.append(search.name);
    return names;
}

void tell(const Invocation &run, const ImportPlan &plan, const QList<Decision> &decisions,
          const QStringList &left)
{
    if (run.out.wantsJson()) {
        QJsonArray settings;
        for (const SettingChange &change : plan.settings)
            settings.append(QJsonObject{
                {u"key"_s, change.key}, {u"before"_s, change.before}, {u"after"_s, change.after}});
        QJsonArray accounts;
        for (const Decision &decision : decisions)
            accounts.append(decisionJson(decision));
        run.out.json({{u"settings"_s, settings},
                      {u"tags"_s, plan.tagsChange},
                      {u"keys"_s, plan.keysChange},
                      {u"signatures"_s, QJsonArray::fromStringList(plan.signatures.keys())},
                      {u"searches"_s, QJsonArray::fromStringList(namesOf(plan.searches))},
                      {u"accounts"_s, accounts},
                      {u"left"_s, QJsonArray::fromStringList(left)},
                      {u"dry_run"_s, run.arguments.has(u"dry-run"_s)}});
        return;
    }
    QString text;
    for (const SettingChange &change : plan.settings)
        text += u"%1: %2 → %3\n"_s.arg(change.key, change.before, change.after);
    if (plan.tagsChange)
        text += u"tags: changed\n"_s;
    if (plan.keysChange)
        text += u"keys: changed\n"_s;
    for (const QString &address : plan.signatures.keys())
        text += u"signature of %1: changed\n"_s.arg(printable(address));
    for (const SavedSearch &search : plan.searches)
        text += u"saved search %1: new\n"_s.arg(printable(search.name));
    for (const Decision &decision : decisions)
        text += decisionText(decision, run.arguments);
    for (const QString &sentence : left)
        text += u"not taken: "_s + printable(sentence) + u'\n';
    run.out.text(text.isEmpty() ? u"All of it is here already.\n"_s : text);
}

Result<void> take(const Invocation &run, const SettingsBundle &bundle, const ImportPlan &plan,
                  const QList<AccountSettings> &accounts)
{
    const QString &directory = run.paths.config;
    SettingValues changed;
    for (const SettingChange &change : plan.settings)
        changed.insert(change.key, change.after);
    const bool written = (changed.isEmpty() || SettingsFile::save(directory, changed))
        && (!plan.tagsChange || SettingsFile::saveTags(directory, *bundle.tags))
        && (!plan.keysChange || SettingsFile::saveKeys(directory, *bundle.keys));
    if (!written)
        return Error{ErrorKind::Storage,
                     u"The settings cannot be written in %1. Check its permissions and the free space."_s.arg(
                         QDir::toNativeSeparators(directory))};
    if (auto saved = SignatureFile::save(directory + "/signatures.ini"_L1, plan.signatures); !saved)
        return saved;
    if (!plan.searches.isEmpty()) {
        const auto here = SavedSearchFile::load(directory);
        if (!here)
            return here.error();
        if (auto saved = SavedSearchFile::save(directory, *here + plan.searches); !saved)
            return saved;
    }
    if (accounts.isEmpty())
        return {};
    const auto here = AccountFile::load(run.paths.accountsIni()).accounts;
    return AccountFile::save(run.paths.accountsIni(), withAccounts(here, accounts));
}

int importFrom(const Invocation &run, const QString &path)
{
    const auto bundle = readFrom(path);
    if (!bundle)
        return failed(run, bundle.error());
    // The profile for ourselves: a running window would write its own accounts over these.
    const auto alone = run.arguments.has(u"dry-run"_s) ? nullptr : openEngine(run);
    if (!alone && !run.arguments.has(u"dry-run"_s))
        return Failed;
    const auto here = loadAccounts(run).accounts;
    const auto plan = ImportPlan::of(*bundle, SettingsBundle::ofProfile(run.paths.config, here), here);
    QList<Decision> decisions;
    QList<AccountSettings> chosen;
    for (const AccountImport &import : plan.accounts) {
        decisions.append(decide(import, run.arguments));
        if (decisions.constLast().taken)
            chosen.append(decisions.constLast().account(run.arguments.has(u"trust"_s)));
    }
    if (alone) {
        if (const auto taken = take(run, *bundle, plan, chosen); !taken)
            return failed(run, taken.error());
    }
    tell(run, plan, decisions, bundle->left);
    return Fine;
}

} // namespace

int runSettings(const Invocation &run)
{
    const QString &verb = run.arguments.operands.first();
    const QString &path = run.arguments.operands.at(1);
    if (verb == "export"_L1)
        return exportTo(run, path);
    if (verb == "import"_L1)
        return importFrom(run, path);
    run.out.error(u"settings takes export or import, not “%1”."_s.arg(verb));
    return WrongUsage;
}

} // namespace kw::ctl
