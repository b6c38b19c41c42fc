#include "core/setup/candidates.h"

#include "core/account/accountrules.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

constexpr qsizetype MaxPairs = 3;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Discovery)
};

QString oauthOfIssuer(const QString &issuer)
{
    static const QHash<QString, QString> known{
        {u"accounts.google.com"_s, u"google"_s}, {u"login.microsoftonline.com"_s, u"microsoft"_s},
        {u"login.yahoo.com"_s, u"yahoo"_s},      {u"login.aol.com"_s, u"aol"_s},
        {u"www.fastmail.com"_s, u"fastmail"_s},  {u"api.fastmail.com"_s, u"fastmail"_s},
    };
    return known.value(issuer);
}

bool isSameServer(const FoundServer &a, const FoundServer &b)
{
    return a.server.host == b.server.host && a.server.port == b.server.port
        && a.server.security == b.server.security;
}

bool isSame(const Candidate &a, const Candidate &b)
{
    return isSameServer(a.imap, b.imap)
        && (isSameServer(a.smtp, b.smtp) || !a.smtp.exists() || !b.smtp.exists());
}

void mergeServer(FoundServer &into, const FoundServer &other)
{
    if (!into.exists())
        into = other;
    else if (isSameServer(into, other))
        into.vouched = into.vouched || other.vouched;
}

// Smaller is better.
int trouble(const Candidate &c)
{
    switch (c.imap.state) {
    case ServerState::Verified:
        if (c.isTrusted())
            return c.smtp.exists() ? 0 : 2;
        return c.smtp.state == ServerState::Verified ? 1 : 2;
    case ServerState::Untried:
        return 3;
    case ServerState::BadCertificate:
        return 4;
    case ServerState::Silent:
        return 5;
    case ServerState::ClearTextOnly:
        break;
    }
    return 6;
}

} // namespace

FoundServer foundServer(const ServerSettings &server, const Origin &origin, const MailAddress &address)
{
    FoundServer found;
    found.server = server;
    found.source = origin.source;
    found.from = origin.from;
    found.vouched = origin.vouched;
    found.elsewhere = !isWithin(server.host, address.domain);
    return found;
}

void addKnownFacts(Candidate &candidate)
{
    const Provider *known = providerOfServer(candidate.imap.server.host);
    if (!known)
        return;
    candidate.provider = known->name;
    candidate.oauth = known->oauth;
    candidate.hint = known->hintText();
    candidate.passwordAllowed = known->hint != ProviderHint::BrowserOnly;
}

Candidate candidateOf(const Provider &provider, const Origin &origin, const MailAddress &address)
{
    Candidate c;
    c.imap = foundServer(provider.imapFor(address), origin, address);
    c.smtp = foundServer(provider.smtpFor(address), origin, address);
    c.rank = origin.rank;
    addKnownFacts(c);
    return c;
}

QList<Candidate> candidatesOf(const ClientConfig &config, const Origin &origin, const MailAddress &address)
{
    QList<Candidate> candidates;
    for (qsizetype i = 0; i < std::min(config.imap.size(), MaxPairs); ++i) {
        const ConfigServer &imap = config.imap.at(i);
        Candidate c;
        c.imap = foundServer(imap.server, origin, address);
        if (!config.smtp.isEmpty())
            c.smtp = foundServer(config.smtp.at(std::min(i, config.smtp.size() - 1)).server, origin, address);
        c.rank = origin.rank - int(i);
        addKnownFacts(c);
        if (c.provider.isEmpty())
            c.provider = config.provider;
        c.passwordAllowed = c.passwordAllowed && imap.password;
        if (c.oauth.isEmpty() && imap.oauth)
            c.oauth = oauthOfIssuer(config.issuer);
        if (!c.passwordAllowed && c.oauth.isEmpty())
            c.hint
                = Words::tr("This provider signs people in through a web page that Kittiwake does not know.");
        candidates.append(c);
    }
    return candidates;
}

QList<Candidate> ranked(const QList<Candidate> &found)
{
    QList<Candidate> sorted = found;
    std::ranges::stable_sort(sorted, std::greater{}, &Candidate::rank);
    QList<Candidate> merged;
    for (const Candidate &c : std::as_const(sorted)) {
        const auto same = std::ranges::find_if(merged, [&c](const Candidate &m) { return isSame(m, c); });
        if (same == merged.end()) {
            merged.append(c);
            continue;
        }
        mergeServer(same->imap, c.imap);
        mergeServer(same->smtp, c.smtp);
        if (c.imap.from != same->imap.from && !same->alsoFrom.contains(c.imap.from))
            same->alsoFrom.append(c.imap.from);
    }
    const QList<Candidate> senders = merged;
    for (Candidate &c : merged) {
        const auto sender = std::ranges::find_if(
            senders, [](const Candidate &s) { return s.smtp.state == ServerState::Verified; });
        if (!c.smtp.exists() && sender != senders.end())
            c.smtp = sender->smtp;
    }
    std::ranges::stable_sort(merged, {}, [](const Candidate &c) { return std::tuple(trouble(c), -c.rank); });
    return merged;
}

} // namespace kw
