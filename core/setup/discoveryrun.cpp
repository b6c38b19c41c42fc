#include "core/setup/discoveryrun.h"

#include "core/account/accountrules.h"
#include "core/setup/candidates.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Discovery)
};

QString titleOf(SettingsSource source)
{
    switch (source) {
    case SettingsSource::Table:
        return Words::tr("Kittiwake's list");
    case SettingsSource::OwnPage:
        return Words::tr("Your provider's own page");
    case SettingsSource::Ispdb:
        return Words::tr("Mozilla's list of providers");
    case SettingsSource::Dns:
        return Words::tr("DNS records of the domain");
    case SettingsSource::MailHost:
        return Words::tr("Who receives the domain's mail");
    case SettingsSource::Tried:
        break;
    }
    return Words::tr("Usual server names");
}

Task<SearchOutcome> ready(SearchOutcome outcome)
{
    co_return outcome;
}

ProbeTarget targetOf(const FoundServer &found, bool isImap)
{
    return {isImap ? ProbeTarget::Kind::Imap : ProbeTarget::Kind::Smtp, found.server.host, found.server.port,
            found.server.security};
}

} // namespace

DiscoveryRun::DiscoveryRun(const LookupPlaces &places, MailAddress address, Tell tell)
    : m_address(std::move(address))
    , m_tell(std::move(tell))
    , m_lookups(places)
{
    m_report.address = m_address.full();
    m_report.suggestion = likelyAddress(m_address);
    for (const auto source : {SettingsSource::Table, SettingsSource::OwnPage, SettingsSource::Ispdb,
                              SettingsSource::Dns, SettingsSource::MailHost, SettingsSource::Tried})
        m_report.steps.append({source, StepState::Waiting, titleOf(source), {}});
    m_news.setSingleShot(true);
    connect(&m_news, &QTimer::timeout, this, [this] {
        summarise();
        m_tell(m_report);
    });
    m_total.setSingleShot(true);
    connect(&m_total, &QTimer::timeout, this, [this] {
        m_isLate = true;
        m_lookups.stop();
    });
}

DiscoveryRun::~DiscoveryRun()
{
    m_lookups.stop(); // the steps end before what they use does
}

DiscoveryReport DiscoveryRun::unfit(const QString &address)
{
    DiscoveryReport report;
    report.address = address;
    report.isFinished = true;
    report.problem = Words::tr("“%1” is not a complete mail address.").arg(address.left(80));
    return report;
}

void DiscoveryRun::start()
{
    m_total.start(m_lookups.places().totalMs);
    for (DiscoveryStep &one : m_report.steps)
        one.state = StepState::Searching;
    announce();
    const auto begin = [this](SettingsSource source, Task<SearchOutcome> search) {
        m_steps.push_back(step(source, std::move(search)));
    };
    begin(SettingsSource::Table, ready(searchTable(m_address)));
    begin(SettingsSource::OwnPage, searchOwnPage(m_lookups, m_address));
    begin(SettingsSource::Ispdb, searchIspdb(m_lookups, m_address));
    begin(SettingsSource::Dns, searchServiceRecords(m_lookups, m_address));
    begin(SettingsSource::MailHost, searchMailHost(m_lookups, m_address));
    begin(SettingsSource::Tried, searchUsualNames(m_lookups, m_address));
}

Task<void> DiscoveryRun::step(SettingsSource source, Task<SearchOutcome> search)
{
    const SearchOutcome outcome = co_await search;
    QList<qsizetype> added;
    add(outcome, added);
    std::vector<Task<void>> checks;
    for (const qsizetype candidate : std::as_const(added))
        checks.push_back(verify(candidate));
    for (auto &check : checks)
        co_await check;
    finishStep(source, outcome, added);
}

void DiscoveryRun::add(const SearchOutcome &outcome, QList<qsizetype> &added)
{
    for (const Candidate &candidate : outcome.candidates) {
        added.append(m_found.size());
        m_found.append(candidate);
    }
    if (!outcome.hint.isEmpty())
        m_hint = outcome.hint;
    announce();
}

void DiscoveryRun::finishStep(SettingsSource source, const SearchOutcome &outcome,
                              const QList<qsizetype> &added)
{
    DiscoveryStep &done = stepOf(source);
    if (!added.isEmpty()) {
        const Candidate &first = m_found.at(added.first());
        done.state = StepState::Found;
        done.text = first.imap.problem.isEmpty() ? first.imap.server.host : first.imap.problem;
    } else if (m_isLate && outcome.text.isEmpty()) {
        done.state = StepState::Failed;
        done.text = Words::tr("There was no answer in time.");
    } else {
        done.state = outcome.hasFailed ? StepState::Failed : StepState::Nothing;
        done.text = outcome.text;
    }
    announce();
}

Task<void> DiscoveryRun::verify(qsizetype candidate)
{
    auto imap = verifyServer(candidate, &Candidate::imap);
    auto smtp = verifyServer(candidate, &Candidate::smtp);
    co_await imap;
    co_await smtp;
}

Task<void> DiscoveryRun::verifyServer(qsizetype candidate, FoundServer Candidate::*which)
{
    const FoundServer asked = m_found.at(candidate).*which;
    if (!asked.exists() || asked.state != ServerState::Untried)
        co_return;
    const bool isImap = which == &Candidate::imap;
    const ProbeResult result = co_await m_lookups.probe(targetOf(asked, isImap));
    Candidate &found = m_found[candidate];
    FoundServer &server = found.*which;
    server.state = result.state;
    server.problem = result.problem;
    // What stays on this computer needs no encryption.
    if (result.state == ServerState::ClearTextOnly && isLoopbackHost(asked.server.host)) {
        server.state = ServerState::Verified;
        server.problem.clear();
    }
    if (isImap && result.state == ServerState::Verified && !result.password && result.oauth)
        found.passwordAllowed = false;
    announce();
}

void DiscoveryRun::announce()
{
    if (!m_news.isActive())
        m_news.start(0);
}

DiscoveryStep &DiscoveryRun::stepOf(SettingsSource source)
{
    return *std::ranges::find(m_report.steps, source, &DiscoveryStep::source);
}

bool DiscoveryRun::canStillBeBeaten(const Candidate &best) const
{
    return std::ranges::any_of(m_report.steps, [&best](const DiscoveryStep &one) {
        return !one.isOver() && rankOf(one.source) > best.rank;
    });
}

void DiscoveryRun::summarise()
{
    m_report.candidates = ranked(m_found);
    m_report.isFinished = std::ranges::all_of(m_report.steps, &DiscoveryStep::isOver);
    const Candidate *best = m_report.best();
    // An address that is probably misspelt is never acted upon without asking.
    m_report.isDecided = best && best->isTrusted() && best->smtp.exists() && m_report.suggestion.isEmpty()
        && !canStillBeBeaten(*best);
    m_report.problem = m_report.isFinished && !best ? problem() : QString();
    if (m_report.isFinished)
        m_total.stop();
}

QString DiscoveryRun::problem() const
{
    if (!m_hint.isEmpty())
        return m_hint;
    return Words::tr("Nothing was found about %1: nobody names its servers, and none answers under the usual "
                     "names. Check the address for typing errors and your network, or type the servers that "
                     "your provider names.")
        .arg(m_address.domain);
}

} // namespace kw
