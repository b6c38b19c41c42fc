#include "core/doctor/serverjudges.h"

#include "core/account/accountrules.h"
#include "core/doctor/words.h"
#include "core/tls/certificatejudge.h"

#include <QDateTime>
#include <QLocale>
#include <QSslKey>

namespace kw::doctor {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 SoonDays = 21;

bool greets(const ProbeTarget &target, const ServerSeen &seen)
{
    const QByteArray head = seen.greeting.left(8).toUpper();
    if (target.speech == ProbeTarget::Speech::Imap)
        return head.startsWith("* OK") || head.startsWith("* PREAUT");
    return head.startsWith("220");
}

// The greeting says that the server wants nobody at present.
bool sendsAway(const ProbeTarget &target, const ServerSeen &seen)
{
    const QByteArray head = seen.greeting.left(8).toUpper();
    return target.speech == ProbeTarget::Speech::Imap ? head.startsWith("* BYE")
                                                      : head.startsWith('4') || head.startsWith('5');
}

QStringList waysOf(const ServerSeen &seen)
{
    QStringList lines;
    for (const TriedAddress &way : seen.tried)
        lines.append(
            way.connected
                ? Words::tr("%1: connected in %2 ms").arg(foreign(way.address.toString())).arg(way.ms)
                : Words::tr("%1: %2").arg(foreign(way.address.toString()), way.reason));
    return lines;
}

QString place(const ProbeTarget &target)
{
    return Words::tr("%1, port %2").arg(foreign(target.host)).arg(target.port);
}

using Verdict = ShownCertificate::Verdict;

// As the program's own connections judge it, so that the doctor is never of another opinion.
Verdict verdictOn(const ProbeTarget &target, const ServerSeen &seen)
{
    TlsTarget tls;
    tls.host = target.host;
    tls.pinned = target.pin;
    return judgeCertificate(tls, seen.chain, seen.errors).verdict;
}

// Why anybody could have made it; empty: not for that reason.
QString weaknessOf(const QList<QSslCertificate> &chain)
{
    for (qsizetype i = 0; i < chain.size(); ++i) {
        const QString weak = certificateWeakness(chain.at(i), i > 0 && chain.at(i).isSelfSigned());
        if (!weak.isEmpty())
            return weak;
    }
    return {};
}

QString problemWords(const QSslError &error, const QSslCertificate &shown)
{
    const QLocale locale;
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return Words::tr("it expired on %1")
            .arg(locale.toString(error.certificate().isNull() ? shown.expiryDate().date()
                                                              : error.certificate().expiryDate().date(),
                                 QLocale::ShortFormat));
    case QSslError::CertificateNotYetValid:
        return Words::tr("it is not valid before %1")
            .arg(locale.toString(shown.effectiveDate().date(), QLocale::ShortFormat));
    case QSslError::HostNameMismatch:
        return Words::tr("it is for another server");
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
        return Words::tr("it is signed by itself, not by an authority");
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return Words::tr("its issuer is not known here");
    default:
        return foreign(error.errorString());
    }
}

QStringList problemsOf(const ServerSeen &seen)
{
    QStringList words;
    for (const QSslError &error : seen.errors)
        words.append(problemWords(error, seen.chain.isEmpty() ? QSslCertificate() : seen.chain.first()));
    words.removeDuplicates();
    return words;
}

QStringList certificateLines(const ServerSeen &seen)
{
    QStringList lines;
    if (!seen.protocol.isEmpty())
        lines.append(Words::tr("%1, %2, agreed in %3 ms").arg(seen.protocol, seen.cipher).arg(seen.tlsMs));
    if (seen.chain.isEmpty())
        return lines;
    const QSslCertificate &own = seen.chain.first();
    lines.append(Words::tr("Certificate for: %1")
                     .arg(foreign(own.subjectInfo(QSslCertificate::CommonName).join(u' '), 100)));
    QStringList names = own.subjectAlternativeNames().values();
    names.sort();
    if (!names.isEmpty())
        lines.append(Words::tr("Also for: %1").arg(foreign(names.mid(0, 10).join(u", "_s), 400)));
    lines.append(Words::tr("Issued by: %1").arg(foreign(own.issuerDisplayName(), 100)));
    lines.append(Words::tr("Valid until: %1").arg(own.expiryDate().toUTC().toString(Qt::ISODate)));
    if (const int bits = own.publicKey().length(); bits > 0)
        lines.append(Words::tr("Key: %n bits", nullptr, bits));
    lines.append(Words::tr("SHA-256 fingerprint: %1")
                     .arg(foreign(own.digest(QCryptographicHash::Sha256).toHex(':').toUpper())));
    lines.append(Words::tr("%n certificates were sent.", nullptr, int(seen.chain.size())));
    return lines;
}

// No encryption came about.
void judgeUnsecured(Finding &finding, const ProbeTarget &target, const ServerSeen &seen)
{
    finding.state = FindingState::Bad;
    finding.remedy = Remedy::EditServers;
    finding.advice = Words::tr("Check the port and the security setting of the server.");
    if (seen.injected) {
        finding.sentence
            = Words::tr("Somebody put words in between when encryption was to begin. Nothing was sent.");
        finding.advice
            = Words::tr("Do not use this network, and use TLS from the first word on (port 993 or 465).");
    } else if (seen.startTlsRefused) {
        finding.sentence = Words::tr("The server does not offer encryption on this port. Nothing was sent.");
    } else {
        finding.sentence = Words::tr("No encrypted connection came about with %1. Nothing was sent.")
                               .arg(foreign(target.host));
        if (!seen.tlsReason.isEmpty())
            finding.details.prepend(foreign(seen.tlsReason));
    }
}

void judgeDoubted(Finding &finding, Verdict verdict, const ServerSeen &seen)
{
    finding.state = FindingState::Bad;
    finding.remedy = Remedy::ShowCertificate;
    const QString problems = problemsOf(seen).join(Words::tr(", and "));
    if (verdict == Verdict::Changed) {
        finding.sentence
            = Words::tr("The server shows another certificate than the one you pinned (%1).").arg(problems);
        finding.advice
            = Words::tr("Somebody may be listening in. Ask whoever runs the server whether the certificate "
                        "was changed before you accept the new one.");
        return;
    }
    const QString weak = verdict == Verdict::Weak ? weaknessOf(seen.chain) : QString();
    finding.sentence
        = Words::tr("The server's certificate cannot be trusted: %1.").arg(weak.isEmpty() ? problems : weak);
    finding.advice = verdict == Verdict::Weak
        ? Words::tr("No password is sent there. Whoever runs the server has to replace the certificate.")
        : Words::tr("No password is sent there. If this is your own server, compare the fingerprint and "
                    "accept the certificate; otherwise tell your provider.");
}

void judgeTrusted(Finding &finding, Verdict verdict, const ProbeTarget &target, const ServerSeen &seen,
                  qint64 nowMs)
{
    const QSslCertificate own = seen.chain.value(0);
    const qint64 days = QDateTime::fromMSecsSinceEpoch(nowMs).daysTo(own.expiryDate());
    const QString until = QLocale().toString(own.expiryDate().date(), QLocale::ShortFormat);
    // One that is pinned is good beyond its end.
    const bool isPinned = !target.pin.isEmpty() && verdict == Verdict::Trusted;
    finding.state = FindingState::Good;
    if (days < SoonDays && (days >= 0 || !isPinned)) {
        finding.state = FindingState::Warning;
        finding.sentence = Words::tr("The certificate expires soon, on %1.").arg(until);
        finding.advice = Words::tr("Servers usually renew it in time; if it is yours, do it now.");
    } else if (verdict == Verdict::Replaced) {
        finding.state = FindingState::Warning;
        finding.sentence
            = Words::tr("The certificate is another one than you pinned, and a known authority vouches for "
                        "it.");
        finding.advice = Words::tr("If the server now has a proper certificate, remove the pinned one.");
        finding.remedy = Remedy::ShowCertificate;
    } else if (isPinned) {
        finding.sentence
            = Words::tr("Encrypted, with the certificate that you pinned (valid until %1).").arg(until);
    } else {
        finding.sentence = Words::tr("Encrypted, with a certificate that is valid until %1.").arg(until);
    }
}

} // namespace

QList<Finding> planServer(const QString &prefix)
{
    return {Finding{prefix + ".reach"_L1, Words::tr("Server")},
            Finding{prefix + ".tls"_L1, Words::tr("Encryption")}};
}

bool mayBeTrusted(const ProbeTarget &target, const ServerSeen &seen)
{
    if (target.security == ConnectionSecurity::None)
        return true;
    if (!seen.secured || seen.injected)
        return false;
    // Of a replaced one the session says itself what there is to decide, before anything is sent.
    const Verdict verdict = verdictOn(target, seen);
    return verdict == Verdict::Trusted || verdict == Verdict::Replaced;
}

Finding judgeReach(const QString &prefix, const ProbeTarget &target, const ServerSeen &seen)
{
    Finding finding = planServer(prefix).first();
    finding.details = waysOf(seen);
    finding.advice = Words::tr("Check the server's name and port, and the network connection.");
    finding.remedy = Remedy::EditServers;
    for (const TriedAddress &way : seen.tried)
        finding.ms = std::max(finding.ms, way.connected ? way.ms : 0);
    if (!seen.greeting.isEmpty())
        finding.details.append(Words::tr("It says: %1").arg(foreign(seen.greeting, 200)));
    if (seen.name.outcome == DnsAnswer::Outcome::None) {
        finding.state = FindingState::Bad;
        finding.sentence = Words::tr("There is no server called %1.").arg(foreign(target.host));
    } else if (!seen.name.isFound()) {
        finding.state = FindingState::Bad;
        finding.sentence = Words::tr("The address of %1 could not be found out.").arg(foreign(target.host));
    } else if (!seen.isConnected()) {
        finding.state = FindingState::Bad;
        finding.sentence = Words::tr("Nobody answers at %1.").arg(place(target));
    } else if (sendsAway(target, seen)) {
        finding.state = FindingState::Bad;
        finding.sentence
            = Words::tr("%1 answers, and turns everybody away at present.").arg(foreign(target.host));
        finding.advice = Words::tr("Try again later; if it stays so, ask your provider.");
        finding.remedy = Remedy::None;
    } else if (seen.greetingMs < 0 && target.security != ConnectionSecurity::None && !seen.secured) {
        // The encryption is judged below; the way there is open.
        finding.state = FindingState::Good;
        finding.sentence = Words::tr("%1 can be reached.").arg(place(target));
        finding.advice.clear();
        finding.remedy = Remedy::None;
    } else if (seen.greetingMs < 0) {
        finding.state = FindingState::Bad;
        finding.sentence = Words::tr("%1 accepts the connection and then says nothing.").arg(place(target));
    } else if (!greets(target, seen)) {
        finding.state = FindingState::Bad;
        finding.sentence = Words::tr("What answers at %1 is no mail server of this kind.").arg(place(target));
    } else if (std::ranges::any_of(seen.tried, [](const TriedAddress &way) { return !way.connected; })) {
        finding.state = FindingState::Warning;
        finding.sentence
            = Words::tr("%1 can be reached, but not at all of its addresses.").arg(place(target));
        finding.advice
            = Words::tr("Connecting may take long at times. If only addresses with colons fail, the "
                        "network's IPv6 does not work.");
        finding.remedy = Remedy::None;
    } else {
        finding.state = FindingState::Good;
        finding.sentence
            = Words::tr("%1 answers within %2 ms.").arg(place(target)).arg(finding.ms + seen.greetingMs);
        finding.advice.clear();
        finding.remedy = Remedy::None;
    }
    return finding;
}

Finding judgeTls(const QString &prefix, const ProbeTarget &target, const ServerSeen &seen, qint64 nowMs)
{
    Finding finding = planServer(prefix).last();
    finding.ms = seen.tlsMs;
    if (!seen.isConnected()) {
        finding.state = FindingState::Skipped;
        finding.sentence = Words::tr("The server could not be reached.");
        return finding;
    }
    finding.details = certificateLines(seen);
    if (target.security == ConnectionSecurity::None) {
        const bool here = isLoopbackHost(target.host);
        finding.state = here ? FindingState::Good : FindingState::Bad;
        finding.sentence = here
            ? Words::tr("Not encrypted; the server is on this computer.")
            : Words::tr("Not encrypted: whoever is on the way can read your password and your mail.");
        finding.advice = here ? QString() : Words::tr("Choose TLS in the account's settings.");
        finding.remedy = here ? Remedy::None : Remedy::EditServers;
    } else if (!seen.secured || seen.injected) {
        judgeUnsecured(finding, target, seen);
    } else if (const Verdict verdict = verdictOn(target, seen);
               verdict == Verdict::Trusted || verdict == Verdict::Replaced) {
        judgeTrusted(finding, verdict, target, seen, nowMs);
    } else {
        judgeDoubted(finding, verdict, seen);
    }
    return finding;
}

} // namespace kw::doctor
