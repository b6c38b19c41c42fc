#include "app/ctl/commands.h"
#include "app/ctl/words.h"
#include "core/setup/discovery.h"
#include "core/setup/mailaddress.h"

#include <QEventLoop>

using namespace Qt::StringLiterals;

namespace kw::ctl {

namespace {

QString sourceWord(SettingsSource source)
{
    switch (source) {
    case SettingsSource::Table:
        return u"list"_s;
    case SettingsSource::OwnPage:
        return u"own-page"_s;
    case SettingsSource::Ispdb:
        return u"ispdb"_s;
    case SettingsSource::Dns:
        return u"dns"_s;
    case SettingsSource::MailHost:
        return u"mail-host"_s;
    case SettingsSource::Tried:
        break;
    }
    return u"tried"_s;
}

QString stateWord(ServerState state)
{
    switch (state) {
    case ServerState::Untried:
        return u"untried"_s;
    case ServerState::Verified:
        return u"verified"_s;
    case ServerState::BadCertificate:
        return u"bad-certificate"_s;
    case ServerState::ClearTextOnly:
        return u"clear-text-only"_s;
    case ServerState::Silent:
        break;
    }
    return u"silent"_s;
}

QString stateWord(StepState state)
{
    switch (state) {
    case StepState::Waiting:
    case StepState::Searching:
        return u"searching"_s;
    case StepState::Found:
        return u"found"_s;
    case StepState::Nothing:
        return u"nothing"_s;
    case StepState::Failed:
        break;
    }
    return u"failed"_s;
}

QJsonValue serverJson(const FoundServer &found)
{
    if (!found.exists())
        return QJsonValue::Null;
    return QJsonObject{{u"host"_s, found.server.host},
                       {u"port"_s, found.server.port},
                       {u"security"_s, securityWord(found.server.security)},
                       {u"user"_s, found.server.user},
                       {u"source"_s, sourceWord(found.source)},
                       {u"from"_s, found.from},
                       {u"state"_s, stateWord(found.state)},
                       {u"problem"_s, textOrNull(found.problem)},
                       {u"outside_domain"_s, found.elsewhere}};
}

QJsonObject candidateJson(const Candidate &c)
{
    return {{u"imap"_s, serverJson(c.imap)},   {u"smtp"_s, serverJson(c.smtp)},
            {u"trusted"_s, c.isTrusted()},     {u"provider"_s, textOrNull(c.provider)},
            {u"oauth"_s, textOrNull(c.oauth)}, {u"password"_s, c.passwordAllowed},
            {u"hint"_s, textOrNull(c.hint)},   {u"also_from"_s, QJsonArray::fromStringList(c.alsoFrom)}};
}

QJsonObject reportJson(const DiscoveryReport &report)
{
    QJsonArray steps;
    for (const DiscoveryStep &step : report.steps)
        steps.append(QJsonObject{{u"source"_s, sourceWord(step.source)},
                                 {u"title"_s, step.title},
                                 {u"state"_s, stateWord(step.state)},
                                 {u"text"_s, step.text}});
    QJsonArray candidates;
    for (const Candidate &c : report.candidates)
        candidates.append(candidateJson(c));
    return {{u"address"_s, report.address},
            {u"suggestion"_s, textOrNull(report.suggestion)},
            {u"problem"_s, textOrNull(report.problem)},
            {u"steps"_s, steps},
            {u"candidates"_s, candidates}};
}

QStringList cells(const QString &what, const FoundServer &found)
{
    return {what,
            printable(u"%1:%2"_s.arg(found.server.host).arg(found.server.port)),
            securityWord(found.server.security),
            printable(found.server.user),
            stateWord(found.state),
            printable(found.from)};
}

void print(const Invocation &run, const DiscoveryReport &report)
{
    QList<QStringList> steps;
    for (const DiscoveryStep &step : report.steps)
        steps.append({step.title, stateWord(step.state), printable(step.text)});
    run.out.table({u"ASKED"_s, u"STATE"_s, u"ANSWER"_s}, steps);
    run.out.text(u"\n"_s);
    QList<QStringList> servers;
    for (const Candidate &c : report.candidates) {
        servers.append(cells(u"reading"_s, c.imap));
        if (c.smtp.exists())
            servers.append(cells(u"sending"_s, c.smtp));
    }
    run.out.table({u"FOR"_s, u"SERVER"_s, u"SECURITY"_s, u"USER"_s, u"STATE"_s, u"WHERE IT COMES FROM"_s},
                  servers);
    if (!report.suggestion.isEmpty())
        run.out.text(u"\nDid you mean %1?\n"_s.arg(printable(report.suggestion)));
}

DiscoveryReport search(const QString &address)
{
    const auto discovery = makeDiscovery();
    QEventLoop loop;
    QObject::connect(discovery.get(), &Discovery::changed, &loop, [&] {
        if (discovery->report().isFinished)
            loop.quit();
    });
    discovery->start(address);
    loop.exec();
    return discovery->report();
}

} // namespace

int runDiscover(const Invocation &run)
{
    const QString address = run.arguments.operands.first();
    if (!isMailAddress(address)) {
        run.out.error(
            u"“%1” is not a complete mail address such as you@example.org."_s.arg(printable(address)));
        return WrongUsage;
    }
    // The system's own patience with a silent name server would outlast ours at the end of the program.
    if (!qEnvironmentVariableIsSet("RES_OPTIONS"))
        qputenv("RES_OPTIONS", "timeout:2 attempts:2");
    const DiscoveryReport report = search(address);
    if (run.out.wantsJson())
        run.out.json(reportJson(report));
    else
        print(run, report);
    if (!report.problem.isEmpty())
        run.out.error(report.problem);
    const Candidate *best = report.best();
    return best && best->imap.state == ServerState::Verified ? Fine : Failed;
}

} // namespace kw::ctl
