#include "core/setup/candidates.h"
#include "core/setup/searches.h"
#include "core/setup/serverguess.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>
#include <vector>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

constexpr qsizetype MaxOffered = 3;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Discovery)
};

struct Tried {
    ProbeTarget target;
    ProbeResult result;
    int order = 0; // as guessed
};

Task<Tried> tryOne(Lookups &net, ProbeTarget target, int order)
{
    const ProbeResult result = co_await net.probe(target);
    co_return Tried{target, result, order};
}

// Implicit TLS before STARTTLS (RFC 8314 3), the likelier name first.
void tryHosts(Lookups &net, const QStringList &hosts, ProbeTarget::Kind kind, std::vector<Task<Tried>> &tasks)
{
    const bool isImap = kind == ProbeTarget::Kind::Imap;
    for (const QString &host : hosts) {
        for (const auto security : {ConnectionSecurity::Tls, ConnectionSecurity::StartTls}) {
            const quint16 port = isImap ? usualImapPort(security) : usualSmtpPort(security);
            tasks.push_back(tryOne(net, {kind, host, port, security}, int(tasks.size())));
        }
    }
}

// Of one kind, what answered, best first.
QList<Tried> answered(const QList<Tried> &all, ProbeTarget::Kind kind)
{
    QList<Tried> good;
    for (const Tried &one : all) {
        if (one.target.kind == kind && one.result.state != ServerState::Silent)
            good.append(one);
    }
    std::ranges::stable_sort(good, {}, [](const Tried &t) {
        return std::tuple(int(t.result.state), int(t.target.security), t.order);
    });
    return good;
}

FoundServer serverOf(const Tried &tried, const Origin &origin, const MailAddress &address)
{
    // A server without encryption is what it is; nobody is made to believe otherwise.
    const auto security
        = tried.result.state == ServerState::ClearTextOnly ? ConnectionSecurity::None : tried.target.security;
    FoundServer found
        = foundServer({tried.target.host, tried.target.port, security, address.full()}, origin, address);
    found.state = tried.result.state;
    found.problem = tried.result.problem;
    return found;
}

// Where others have verified, those that have not are no choice.
bool isWorthOffering(const Tried &tried, const QList<Tried> &all)
{
    return tried.result.state == all.first().result.state
        && (tried.result.state == ServerState::Verified || &tried == &all.first());
}

SearchOutcome outcomeOf(const QList<Tried> &all, const MailAddress &address)
{
    const QList<Tried> imap = answered(all, ProbeTarget::Kind::Imap);
    const QList<Tried> smtp = answered(all, ProbeTarget::Kind::Smtp);
    const Origin origin{SettingsSource::Tried, Words::tr("tried, and it answered"), false,
                        rankOf(SettingsSource::Tried)};
    SearchOutcome outcome;
    for (const Tried &one : imap) {
        if (!isWorthOffering(one, imap) || outcome.candidates.size() >= MaxOffered)
            continue;
        Candidate c;
        c.imap = serverOf(one, origin, address);
        if (!smtp.isEmpty())
            c.smtp = serverOf(smtp.first(), origin, address);
        c.rank = origin.rank - int(outcome.candidates.size());
        addKnownFacts(c);
        outcome.candidates.append(c);
    }
    if (outcome.candidates.isEmpty())
        outcome.text = Words::tr("No mail server answers under the usual names of %1.").arg(address.domain);
    return outcome;
}

} // namespace

Task<SearchOutcome> searchUsualNames(Lookups &net, MailAddress address)
{
    using Kind = ProbeTarget::Kind;
    const QString domain = address.domain;
    const bool isPublic = isPublicName(domain);
    std::vector<Task<Tried>> tasks;
    tryHosts(net,
             isPublic ? QStringList{u"imap."_s + domain, u"mail."_s + domain, domain} : QStringList{domain},
             Kind::Imap, tasks);
    tryHosts(net,
             isPublic ? QStringList{u"smtp."_s + domain, u"mail."_s + domain, domain} : QStringList{domain},
             Kind::Smtp, tasks);
    if (isPublic) {
        // People who run their own server often have one machine for everything.
        const Result<DnsAnswer> answer = co_await net.mailHosts(domain);
        if (answer && !answer->mailHosts.isEmpty() && !providerOfMailHost(answer->mailHosts.first())) {
            const QStringList one{answer->mailHosts.first()};
            tryHosts(net, one, Kind::Imap, tasks);
            tryHosts(net, one, Kind::Smtp, tasks);
        }
    }
    QList<Tried> all;
    for (auto &task : tasks) {
        const Tried one = co_await task;
        all.append(one);
    }
    co_return outcomeOf(all, address);
}

} // namespace kw
