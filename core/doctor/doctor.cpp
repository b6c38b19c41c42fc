#include "core/doctor/doctor.h"

#include "core/account/accountrules.h"
#include "core/doctor/secretonce.h"
#include "core/doctor/serverjudges.h"
#include "core/doctor/words.h"

#include <QDateTime>

namespace kw {

using namespace Qt::StringLiterals;
using doctor::ProbeTarget;
using doctor::ServerSeen;
using doctor::Words;

namespace {

Finding smtpSignInPlan()
{
    return {u"smtp.signin"_s, Words::tr("Signing in")};
}

Finding clockPlan()
{
    return {u"computer.clock"_s, Words::tr("Clock")};
}

DoctorSurroundings withSecretOnce(DoctorSurroundings around, const std::shared_ptr<doctor::Curfew> &curfew)
{
    around.secret = doctor::askedOnce(std::move(around.secret), curfew);
    return around;
}

} // namespace

Doctor::Doctor(DoctorSurroundings around, Patient patient, Found found, QObject *parent)
    : QObject(parent)
    , m_curfew(std::make_shared<doctor::Curfew>())
    , m_around(withSecretOnce(std::move(around), m_curfew))
    , m_patient(std::move(patient))
    , m_found(std::move(found))
    , m_domain(m_around, m_curfew, m_patient.domain, [this](const Finding &finding) { tell(finding); })
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { m_curfew->ring(); });
}

QList<Finding> Doctor::plan() const
{
    QList<Finding> all;
    if (m_patient.domain.contains(u'.'))
        all += doctor::DomainExam::plan();
    all += doctor::planServer(u"imap"_s);
    if (signsIn())
        all += doctor::SessionExam::plan();
    const bool sends = !m_patient.account || !m_patient.account->smtp.host.isEmpty();
    if (sends)
        all += doctor::planServer(u"smtp"_s);
    if (sends && signsIn() && m_around.smtpSignIn)
        all.append(smtpSignInPlan());
    all.append(clockPlan());
    if (m_around.cacheFacts)
        all += QList<Finding>{judgeCache({}, 0), judgeChanges({})};
    for (Finding &one : all)
        one = Finding{one.id, one.title};
    return all;
}

qint64 Doctor::nowMs() const
{
    return m_around.nowMs ? m_around.nowMs() : QDateTime::currentMSecsSinceEpoch();
}

void Doctor::tell(const Finding &finding)
{
    if (m_cancelled || m_told.contains(finding.id))
        return;
    m_told.append(finding.id);
    m_found(finding);
}

void Doctor::cancel()
{
    m_cancelled = true;
    m_curfew->ring();
}

Task<void> Doctor::run()
{
    m_timer.start(m_around.wholeMs);
    std::vector<Task<void>> all;
    if (m_around.cacheFacts)
        all.push_back(cache());
    if (m_patient.account) {
        all.push_back(domain());
        all.push_back(accountServers());
    } else {
        all.push_back(announcedServers());
    }
    all.push_back(clock());
    for (Task<void> &one : all)
        co_await one;
    m_timer.stop();
    if (!m_cancelled && !m_curfew->isOver())
        tell(doctor::judgeClock(m_clocks));
    fillUp();
}

// What the end of time left open.
void Doctor::fillUp()
{
    for (Finding finding : plan()) {
        if (m_told.contains(finding.id))
            continue;
        finding.state = FindingState::Unknown;
        finding.sentence = Words::tr("There was no answer in time.");
        finding.advice = Words::tr("Check again later.");
        tell(finding);
    }
}

Task<void> Doctor::domain()
{
    if (m_patient.domain.contains(u'.'))
        co_await m_domain.run(m_patient.account->imap, m_patient.account->smtp);
}

Task<void> Doctor::cache()
{
    const auto facts = co_await m_around.cacheFacts();
    if (facts) {
        tell(judgeCache(*facts, nowMs()));
        tell(judgeChanges(*facts));
        co_return;
    }
    CacheFacts damaged;
    damaged.exists = true;
    damaged.damage = facts.error().text;
    tell(judgeCache(damaged, nowMs()));
    Finding changes = judgeChanges({});
    changes.state = FindingState::Skipped;
    changes.sentence = Words::tr("The file with the mail on this computer cannot be read.");
    tell(changes);
}

// The clocks of the account's own servers; the greetings are added by the probes.
Task<void> Doctor::clock()
{
    QStringList hosts;
    if (m_patient.account)
        hosts.append(m_patient.account->imap.host);
    if (m_patient.domain.contains(u'.') && !hosts.contains(m_patient.domain))
        hosts.append(m_patient.domain);
    m_clocks += co_await doctor::readClocks(m_around, m_curfew, hosts);
}

Task<void> Doctor::accountServers()
{
    auto in = receiving(m_patient.account->imap);
    if (!m_patient.account->smtp.host.isEmpty())
        co_await sending(m_patient.account->smtp);
    co_await in;
}

void Doctor::skipServer(const QString &prefix, const QString &why)
{
    for (Finding finding : doctor::planServer(prefix)) {
        finding.state = FindingState::Unknown;
        finding.sentence = why;
        tell(finding);
    }
}

// What the domain announces, else the names that are usual.
Task<void> Doctor::announcedServers()
{
    co_await m_domain.run({}, {});
    if (m_curfew->isOver())
        co_return;
    if (m_domain.isDeaf()) { // its servers' names would only be waited for in vain
        skipServer(u"imap"_s, Words::tr("Names cannot be looked up at present."));
        skipServer(u"smtp"_s, Words::tr("Names cannot be looked up at present."));
        co_return;
    }
    const auto &services = m_domain.services();
    const QString name = m_patient.domain;
    const auto candidates = [](const doctor::DnsAnswer &tls, const doctor::DnsAnswer &startTls,
                               const QList<ServerSettings> &usual) {
        QList<ServerSettings> all;
        for (const doctor::ServiceHost &one : tls.services)
            all.append({one.host, one.port, ConnectionSecurity::Tls, {}});
        for (const doctor::ServiceHost &one : startTls.services)
            all.append({one.host, one.port, ConnectionSecurity::StartTls, {}});
        all.removeIf([](const ServerSettings &one) { return one.host.isEmpty(); });
        return all.isEmpty() ? usual : all.first(1);
    };
    const auto incoming
        = co_await firstThatIs(candidates(services.imaps, services.imap,
                                          {{u"imap."_s + name, 993, ConnectionSecurity::Tls, {}},
                                           {u"mail."_s + name, 993, ConnectionSecurity::Tls, {}}}));
    const auto outgoing
        = co_await firstThatIs(candidates(services.submissions, services.submission,
                                          {{u"smtp."_s + name, 465, ConnectionSecurity::Tls, {}},
                                           {u"mail."_s + name, 465, ConnectionSecurity::Tls, {}}}));
    const QString unknown = Words::tr("The domain announces no server for this, and none has a usual name.");
    std::vector<Task<void>> both;
    if (incoming.host.isEmpty())
        skipServer(u"imap"_s, unknown);
    else
        both.push_back(receiving(incoming));
    if (outgoing.host.isEmpty())
        skipServer(u"smtp"_s, unknown);
    else
        both.push_back(sending(outgoing));
    for (Task<void> &one : both)
        co_await one;
}

// The first whose name exists; of a single one there is nothing to choose.
Task<ServerSettings> Doctor::firstThatIs(QList<ServerSettings> candidates)
{
    if (candidates.size() == 1)
        co_return candidates.first();
    for (const ServerSettings &one : std::as_const(candidates)) {
        const auto answer = co_await doctor::resolveHost(m_around, m_curfew, one.host);
        if (answer.isFound())
            co_return one;
    }
    co_return ServerSettings{};
}

Task<ServerSeen> Doctor::probe(QString prefix, ProbeTarget target)
{
    doctor::ServerProbe probe(m_around, m_curfew, target);
    const auto seen = co_await probe.run();
    if (m_curfew->isOver())
        co_return seen;
    if (const auto reading = doctor::clockIn(target, seen))
        m_clocks.append(*reading);
    tell(doctor::judgeReach(prefix, target, seen));
    tell(doctor::judgeTls(prefix, target, seen, nowMs()));
    co_return seen;
}

Task<void> Doctor::receiving(ServerSettings server)
{
    const ProbeTarget target{ProbeTarget::Speech::Imap, server.host, server.port, server.security,
                             m_around.imapPin};
    const auto seen = co_await probe(u"imap"_s, target);
    if (m_curfew->isOver() || !signsIn())
        co_return;
    const auto told = [this](const Finding &finding) { tell(finding); };
    QString why;
    if (!maySignIn(target, seen, &why)) {
        doctor::SessionExam::skip(told, why);
        co_return;
    }
    doctor::SessionExam exam(m_around, m_curfew, linkSettings(server), told);
    co_await exam.run();
}

bool Doctor::maySignIn(const ProbeTarget &target, const ServerSeen &seen, QString *why) const
{
    if (!seen.isConnected() || (seen.greetingMs < 0 && target.security == ConnectionSecurity::None))
        *why = Words::tr("The server could not be reached.");
    else if (!doctor::mayBeTrusted(target, seen)
             || (target.security == ConnectionSecurity::None && !isLoopbackHost(target.host)
                 && !m_patient.account->clearTextConfirmed))
        *why = Words::tr("The connection is not safe, so no password was sent.");
    else if (seen.greetingMs < 0)
        *why = Words::tr("The server says nothing.");
    return why->isEmpty();
}

LinkSettings Doctor::linkSettings(const ServerSettings &server) const
{
    LinkSettings link;
    link.host = server.host;
    link.port = server.port;
    link.user = server.user;
    link.oauth = !m_patient.account->oauth.isEmpty();
    link.pinnedCertificate = m_around.imapPin;
    link.timeoutMs = m_around.commandMs;
    link.security = server.security == ConnectionSecurity::Tls ? Security::Tls
        : server.security == ConnectionSecurity::StartTls      ? Security::StartTls
                                                               : Security::None;
    return link;
}

Task<void> Doctor::sending(ServerSettings server)
{
    const ProbeTarget target{ProbeTarget::Speech::Smtp, server.host, server.port, server.security,
                             m_around.smtpPin};
    const auto seen = co_await probe(u"smtp"_s, target);
    if (m_curfew->isOver() || !signsIn() || !m_around.smtpSignIn)
        co_return;
    Finding finding = smtpSignInPlan();
    if (maySignIn(target, seen, &finding.sentence)) {
        co_await signInForSending();
        co_return;
    }
    finding.state = FindingState::Skipped;
    tell(finding);
}

Task<void> Doctor::signInForSending()
{
    const qint64 started = QDateTime::currentMSecsSinceEpoch();
    Result<void> done;
    const auto secret = co_await m_around.secret();
    if (!secret)
        done = secret.error();
    else
        done = co_await m_around.smtpSignIn(*secret, m_curfew);
    if (!m_curfew->isOver())
        tell(doctor::judgeSignIn(u"smtp"_s, done, QDateTime::currentMSecsSinceEpoch() - started,
                                 !m_patient.account->oauth.isEmpty()));
}

} // namespace kw
