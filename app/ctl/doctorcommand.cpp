#include "app/ctl/reading.h"
#include "app/ctl/unlocking.h"
#include "app/ctl/words.h"
#include "core/account/oauth/oauthtokens.h"
#include "core/account/secrets.h"
#include "core/base/systemclock.h"
#include "core/doctor/report.h"
#include "core/imap/threadedlink.h"
#include "core/sync/checkup/examination.h"

#include <QCoroTask>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw::ctl {

namespace {

// Everything that one run needs.
struct Visit {
    Patient patient;
    DoctorSurroundings around;
    QList<AccountSettings> accounts; // for the redaction: all of them are private
    QString examined;
};

// "127.0.0.1", "127.0.0.1:5353", "[::1]:53". Error: Invalid.
Result<void> setNameserver(DoctorSurroundings &around, const QString &word)
{
    QString address = word;
    QString port;
    if (word.startsWith(u'[')) {
        address = word.section(u']', 0, 0).mid(1);
        port = word.section(u']', 1).mid(1);
    } else if (word.count(u':') == 1) {
        address = word.section(u':', 0, 0);
        port = word.section(u':', 1);
    }
    bool ok = true;
    around.nameserver = QHostAddress(address);
    if (!port.isEmpty())
        around.nameserverPort = port.toUShort(&ok);
    if (!around.nameserver.isNull() && ok && around.nameserverPort != 0)
        return {};
    return Error{ErrorKind::Invalid,
                 u"“%1” is no name server's address. Write it like 192.0.2.1 or 192.0.2.1:53."_s.arg(word),
                 {}};
}

// A password, or an access token where the browser signs in.
PasswordSource secretOf(const AccountSettings &account, Secrets &secrets, OAuthTokens &tokens)
{
    if (account.oauth.isEmpty())
        return [&secrets, account] { return secrets.password(account); };
    return {[&tokens, account] { return tokens.token(account); },
            [&tokens, account](const QString &refused) { return tokens.afterRefusal(account, refused); },
            {}};
}

// An account by its key or its address, else a domain.
Result<Visit> visitOf(const Invocation &run, Secrets &secrets, OAuthTokens &tokens)
{
    const QString word = run.arguments.operands.first();
    Visit visit;
    visit.accounts = loadAccounts(run).accounts;
    visit.examined = word;
    const auto account = std::ranges::find_if(visit.accounts, [&word](const AccountSettings &one) {
        return one.key == word || one.address.compare(word, Qt::CaseInsensitive) == 0;
    });
    if (account != visit.accounts.end()) {
        visit.patient = *patientOf(*account);
        visit.around = surroundingsOf(*account, run.paths, secretOf(*account, secrets, tokens));
    } else {
        const auto patient = patientOf(word);
        if (!patient)
            return Error{ErrorKind::NotFound,
                         u"There is no account “%1”, and it is no address or domain either. kittiwakectl "
                         "accounts lists the accounts."_s.arg(word),
                         {}};
        visit.patient = *patient;
    }
    if (run.arguments.has(u"nameserver"_s)) {
        if (const auto set = setNameserver(visit.around, run.arguments.value(u"nameserver"_s)); !set)
            return set.error();
    }
    return visit;
}

QJsonObject findingJson(const Finding &finding)
{
    QJsonArray details;
    for (const QString &line : finding.details)
        details.append(shownText(line));
    return {{u"id"_s, finding.id},
            {u"title"_s, finding.title},
            {u"state"_s, findingStateWord(finding.state)},
            {u"sentence"_s, shownText(finding.sentence)},
            {u"advice"_s, textOrNull(shownText(finding.advice))},
            {u"details"_s, details},
            {u"ms"_s, finding.ms}};
}

void printFinding(const Invocation &run, const Finding &finding)
{
    static const QHash<FindingState, QString> signs{{FindingState::Good, u"ok     "_s},
                                                    {FindingState::Warning, u"WARNING"_s},
                                                    {FindingState::Bad, u"BAD    "_s},
                                                    {FindingState::Unknown, u"unknown"_s},
                                                    {FindingState::Skipped, u"skipped"_s}};
    QString text
        = u"%1  %2 — %3: %4\n"_s.arg(signs.value(finding.state), findingGroupTitle(findingGroup(finding.id)),
                                     finding.title, printable(shownText(finding.sentence)));
    if (!finding.advice.isEmpty())
        text += u"         → %1\n"_s.arg(printable(shownText(finding.advice)));
    run.out.text(text);
}

// In the order to be shown; what came unannounced first.
QList<Finding> inOrder(const QList<Finding> &plan, const QList<Finding> &found)
{
    QList<Finding> ordered;
    for (const Finding &one : found) {
        if (std::ranges::find(plan, one.id, &Finding::id) == plan.end())
            ordered.append(one);
    }
    for (const Finding &planned : plan) {
        const auto it = std::ranges::find(found, planned.id, &Finding::id);
        ordered.append(it == found.end() ? planned : *it);
    }
    return ordered;
}

void printJson(const Invocation &run, const Visit &visit, const QList<Finding> &findings, Redactor *redactor)
{
    QJsonArray array;
    int bad = 0;
    int warnings = 0;
    for (const Finding &finding : findings) {
        array.append(findingJson(redactor ? redactor->finding(finding) : finding));
        bad += finding.state == FindingState::Bad ? 1 : 0;
        warnings += finding.state == FindingState::Warning ? 1 : 0;
    }
    run.out.json({{u"examined"_s, redactor ? QJsonValue(QJsonValue::Null) : QJsonValue(visit.examined)},
                  {u"kind"_s, visit.patient.account ? u"account"_s : u"domain"_s},
                  {u"findings"_s, array},
                  {u"bad"_s, bad},
                  {u"warnings"_s, warnings}});
}

QList<Finding> examine(const Invocation &run, const Visit &visit)
{
    const bool tells = !run.out.wantsJson() && !run.arguments.has(u"redacted"_s);
    QList<Finding> found;
    Doctor doctor(visit.around, visit.patient, [&](const Finding &finding) {
        found.append(finding);
        if (tells)
            printFinding(run, finding);
    });
    QCoro::waitFor(doctor.run());
    return inOrder(doctor.plan(), found);
}

} // namespace

int runDoctor(const Invocation &run)
{
    SystemClock clock;
    ProfileSecrets secrets(run.paths.config);
    OAuthTokens tokens(secrets, clock, run.paths.config);
    const auto visit = visitOf(run, secrets, tokens);
    if (!visit) {
        run.out.error(visit.error());
        return visit.error().kind == ErrorKind::Invalid ? WrongUsage : Failed;
    }
    if (visit->patient.account) {
        if (const auto ready = unlockSecrets(run, secrets, *visit->patient.account); !ready) {
            run.out.error(ready.error());
            return Failed;
        }
    }
    const QList<Finding> findings = examine(run, *visit);
    const ReportParts parts{visit->examined, visit->patient.account, findings,
                            lastLogLines(run.paths.logFile()), OAuthProviders::ownTitles(run.paths.config)};
    if (run.out.wantsJson()) {
        Redactor redactor(privateWordsOfReport(parts, visit->accounts));
        printJson(run, *visit, findings, run.arguments.has(u"redacted"_s) ? &redactor : nullptr);
    } else if (run.arguments.has(u"redacted"_s)) {
        run.out.text(redactedReportText(parts, visit->accounts));
    }
    ThreadedLink::joinAll(500);
    const bool bad = std::ranges::any_of(
        findings, [](const Finding &finding) { return finding.state == FindingState::Bad; });
    return bad ? Failed : Fine;
}

} // namespace kw::ctl
