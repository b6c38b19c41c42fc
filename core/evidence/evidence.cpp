#include "core/evidence/evidence.h"

#include "core/evidence/authenticationresults.h"
#include "core/evidence/domains.h"

#include <QRegularExpression>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

// Providers whose servers for receiving are called other than their servers for reading.
bool isSameHouse(const QString &server, const QString &house)
{
    static const QList<QStringList> houses{
        {u"google.com"_s, u"gmail.com"_s, u"googlemail.com"_s},
        {u"outlook.com"_s, u"office365.com"_s, u"microsoft.com"_s, u"hotmail.com"_s, u"live.com"_s,
         u"msn.com"_s, u"office.com"_s},
        {u"yahoo.com"_s, u"aol.com"_s, u"yahoodns.net"_s, u"ymail.com"_s},
        {u"icloud.com"_s, u"me.com"_s, u"mac.com"_s, u"apple.com"_s},
        {u"fastmail.com"_s, u"messagingengine.com"_s, u"fastmail.fm"_s},
        {u"gmx.net"_s, u"gmx.de"_s, u"web.de"_s, u"1und1.de"_s, u"kundenserver.de"_s, u"mail.com"_s},
    };
    if (server == house)
        return !server.isEmpty();
    return std::any_of(houses.begin(), houses.end(),
                       [&](const QStringList &one) { return one.contains(server) && one.contains(house); });
}

// The host that a Received field (RFC 5321 4.4) says it was written by.
QString writtenBy(const QString &received)
{
    static const QRegularExpression by(u"(?:^|\\s)by\\s+([A-Za-z0-9._-]+)"_s,
                                       QRegularExpression::CaseInsensitiveOption);
    return registeredDomain(by.match(received.left(2000)).captured(1));
}

// A sender can write anything into a message, but nothing above what the receiving server put on top. A field
// counts where its server belongs to the account's house, or to the host that wrote the topmost Received.
QList<AuthenticationResults> believed(const MessageView &view, const Receiver &receiver)
{
    QStringList houses{registeredDomain(receiver.imapHost), registeredDomain(domainOf(receiver.address))};
    QList<AuthenticationResults> out;
    QString top;
    bool stranger = false;
    for (const auto &[name, value] : view.headers) {
        if (name.compare("received"_L1, Qt::CaseInsensitive) == 0) {
            const QString by = writtenBy(value);
            if (top.isEmpty())
                top = by;
            // From here on down others have written.
            stranger = stranger
                || (!by.isEmpty() && !isSameHouse(by, top) && !isSameHouse(by, houses[0])
                    && !isSameHouse(by, houses[1]));
            continue;
        }
        if (stranger || name.compare("authentication-results"_L1, Qt::CaseInsensitive) != 0)
            continue;
        const auto read = readAuthenticationResults(value);
        if (!read)
            continue;
        const QString server = registeredDomain(read->server);
        const bool ours = std::any_of(houses.begin(), houses.end(),
                                      [&server](const QString &house) { return isSameHouse(server, house); });
        // Outlook.com leaves its own name out.
        const bool nameless = read->server.isEmpty() && isSameHouse(houses[0], u"outlook.com"_s);
        if (ours || nameless || (!top.isEmpty() && isSameHouse(server, top)))
            out.append(*read);
    }
    return out;
}

bool isAligned(const QString &domain, const QString &from)
{
    return !from.isEmpty() && registeredDomain(domain) == from;
}

void judge(const AuthenticationResult &result, Evidence &evidence)
{
    if (evidence.checks.size() < 20)
        evidence.checks.append(result.method + u'=' + result.result);
    const bool passed = result.result == "pass"_L1;
    if (result.method == "dmarc"_L1) {
        const QString from = result.property("header.from"_L1);
        if (passed && (from.isEmpty() || isAligned(from, evidence.domain)))
            evidence.origin = Evidence::Origin::Proven;
        else if (result.result == "fail"_L1)
            evidence.origin = Evidence::Origin::Disproven;
        return;
    }
    if (result.method == "dkim"_L1 && passed) {
        QString signer = result.property("header.d"_L1);
        if (signer.isEmpty())
            signer = domainOf(result.property("header.i"_L1));
        if (isAligned(signer, evidence.domain) && evidence.origin == Evidence::Origin::Unknown)
            evidence.origin = Evidence::Origin::Proven;
        else if (!signer.isEmpty() && evidence.signedBy.isEmpty())
            evidence.signedBy = registeredDomain(signer);
    }
    if (result.method == "spf"_L1 && passed && evidence.origin == Evidence::Origin::Unknown) {
        const QString sender = result.property("smtp.mailfrom"_L1);
        if (isAligned(sender.contains(u'@') ? domainOf(sender) : sender, evidence.domain))
            evidence.origin = Evidence::Origin::Proven;
    }
}

// "ceo@bank.example" <x@evil.example>: the name says what the address does not.
QString addressInName(const Address &from)
{
    static const QRegularExpression address(u"[A-Za-z0-9._%+-]+@([A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+)"_s);
    const auto found = address.match(from.name);
    if (!found.hasMatch())
        return {};
    const QString named = registeredDomain(found.captured(1));
    return !named.isEmpty() && named != registeredDomain(domainOf(from.email)) ? found.captured() : QString();
}

} // namespace

Evidence judgeEvidence(const MessageView &view, const QByteArray &header, const Receiver &receiver)
{
    Evidence evidence;
    evidence.domain = registeredDomain(domainOf(view.from.email));
    for (const AuthenticationResults &server : believed(view, receiver)) {
        for (const AuthenticationResult &result : server.results)
            judge(result, evidence);
        if (evidence.server.isEmpty() && !server.results.isEmpty()) {
            evidence.witness = Evidence::Witness::Server;
            evidence.server = server.server;
        }
    }
    evidence.wantsDkim = evidence.witness == Evidence::Witness::Nobody && !dkimSignatures(header).isEmpty();
    evidence.addressInName = addressInName(view.from);
    for (const Address &reply : view.replyTo) {
        const QString domain = registeredDomain(domainOf(reply.email));
        if (!domain.isEmpty() && domain != evidence.domain && !evidence.repliesElsewhere.contains(domain))
            evidence.repliesElsewhere.append(domain);
    }
    return evidence;
}

void addDkim(const QList<DkimVerdict> &verdicts, Evidence &evidence)
{
    evidence.wantsDkim = false;
    bool changed = false;
    for (const DkimVerdict &verdict : verdicts) {
        const bool aligned = isAligned(verdict.signature.domain, evidence.domain);
        if (verdict.outcome == DkimVerdict::Outcome::Pass) {
            evidence.witness = Evidence::Witness::Ourselves;
            if (aligned)
                evidence.origin = Evidence::Origin::Proven;
            else if (evidence.signedBy.isEmpty())
                evidence.signedBy = registeredDomain(verdict.signature.domain);
        }
        // Lists change what they pass on, and say so; without a list a broken signature of the sender's own
        // domain means that somebody changed the message.
        changed = changed || (verdict.outcome == DkimVerdict::Outcome::Fail && aligned);
    }
    if (changed && evidence.origin == Evidence::Origin::Unknown) {
        evidence.origin = Evidence::Origin::Disproven;
        evidence.witness = Evidence::Witness::Ourselves;
    }
}

} // namespace kw
