#include "core/tls/certificatejudge.h"

#include "core/tls/certificatefacts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSslKey>

#include <algorithm>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Tls)
};

using Verdict = ShownCertificate::Verdict;

constexpr int LeastRsaBits = 2048; // NIST SP 800-131A; CA/Browser baseline 6.1.5
constexpr int LeastCurveBits = 224;

QString day(const QDateTime &when)
{
    return QLocale().toString(when.toLocalTime().date(), QLocale::LongFormat);
}

QString problem(const QSslError &error, const ShownCertificate &shown)
{
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return Words::tr("it expired on %1").arg(day(shown.until));
    case QSslError::CertificateNotYetValid:
        return Words::tr("it is not valid before %1").arg(day(shown.from));
    case QSslError::HostNameMismatch: {
        const QString name = shown.names.isEmpty() ? shown.subject : shown.names.constFirst();
        return name.isEmpty() ? Words::tr("it is for another server")
                              : Words::tr("it is for \"%1\"").arg(name);
    }
    case QSslError::SelfSignedCertificate:
        return Words::tr("it is signed by itself, not by an authority");
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::InvalidCaCertificate:
    case QSslError::PathLengthExceeded:
        return Words::tr("its issuer is not known here");
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
        return Words::tr("it was withdrawn");
    default:
        return plainText(error.errorString());
    }
}

// What a person may overrule for one certificate that they know: whose word it is, not whether it is genuine.
bool isForgivable(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::CertificateExpired:
    case QSslError::CertificateNotYetValid:
    case QSslError::HostNameMismatch:
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::InvalidCaCertificate:
    case QSslError::InvalidPurpose:
    case QSslError::PathLengthExceeded:
        return true;
    default:
        return false;
    }
}

QString weaknessIn(const QList<QSslCertificate> &chain)
{
    for (qsizetype i = 0; i < chain.size(); ++i) {
        const bool isRoot = i > 0 && chain.at(i).isSelfSigned();
        if (const QString weak = certificateWeakness(chain.at(i), isRoot); !weak.isEmpty())
            return weak;
    }
    return {};
}

bool isPinned(const QByteArray &pins, const QSslCertificate &shown)
{
    const auto all = QSslCertificate::fromData(pins, QSsl::Pem);
    return std::ranges::any_of(
        all, [&shown](const QSslCertificate &pin) { return !pin.isNull() && pin.toDer() == shown.toDer(); });
}

Verdict verdictOn(const TlsTarget &target, const QSslCertificate &shown, const QList<QSslError> &errors)
{
    if (target.pinned.isEmpty())
        return errors.isEmpty() ? Verdict::Trusted : Verdict::Untrusted;
    if (isPinned(target.pinned, shown))
        return std::ranges::all_of(errors, isForgivable) ? Verdict::Trusted : Verdict::Weak;
    return errors.isEmpty() ? Verdict::Replaced : Verdict::Changed;
}

QString about(const ShownCertificate &one)
{
    return Words::tr("%1, issued by %2, valid from %3 to %4", "a fingerprint, who, dates")
        .arg(one.fingerprint, one.issuer, day(one.from), day(one.until));
}

QString changedSentence(const TlsTarget &target, const ShownCertificate &shown)
{
    const ShownCertificate old = readCertificate(target.pinned);
    if (old.isEmpty())
        return Words::tr(
                   "The certificate that you trust for %1 cannot be read any more, so nothing was sent. "
                   "Look at the one that it shows, or correct the account in accounts.ini. Shown is %2.")
            .arg(target.host, about(shown));
    return Words::tr(
               "%1 shows another certificate than the one you trusted. Someone may be listening: ask your "
               "provider whether it was changed before you go on. Nothing was sent. Trusted was %2. "
               "Shown is %3.")
        .arg(target.host, about(old), about(shown));
}

} // namespace

QString certificateWeakness(const QSslCertificate &certificate, bool isRoot)
{
    const QSslKey key = certificate.publicKey();
    if (key.algorithm() == QSsl::Rsa && key.length() < LeastRsaBits)
        return Words::tr("its key of %1 bits is too short; anybody with enough computers can forge it")
            .arg(key.length());
    if (key.algorithm() == QSsl::Dsa)
        return Words::tr("its key is of a kind that is no longer safe (DSA)");
    if (key.algorithm() == QSsl::Ec && key.length() > 0 && key.length() < LeastCurveBits)
        return Words::tr("its key of %1 bits is too short; anybody with enough computers can forge it")
            .arg(key.length());
    const QString hash = isRoot ? QString() : weakSignatureHash(certificate.toDer());
    if (!hash.isEmpty())
        return Words::tr("it is signed in a way that can be forged (%1)").arg(hash);
    return {};
}

ShownCertificate judgeCertificate(const TlsTarget &target, const QList<QSslCertificate> &chain,
                                  const QList<QSslError> &errors)
{
    if (chain.isEmpty() || chain.constFirst().isNull()) {
        ShownCertificate none;
        none.verdict = Verdict::Weak;
        none.problems.append(Words::tr("it shows none"));
        return none;
    }
    ShownCertificate shown = certificateFacts(chain.constFirst());
    shown.chainLength = int(chain.size());
    shown.verdict = verdictOn(target, chain.constFirst(), errors);
    if (shown.verdict == Verdict::Changed || shown.verdict == Verdict::Replaced)
        shown.problems.append(Words::tr("it is not the one that you trusted"));
    if (shown.verdict != Verdict::Trusted) {
        for (const QSslError &error : errors) {
            const QString text = problem(error, shown);
            if (!shown.problems.contains(text))
                shown.problems.append(text);
        }
    }
    if (const QString weak = weaknessIn(chain); !weak.isEmpty()) {
        shown.verdict = Verdict::Weak;
        shown.problems.prepend(weak);
    } else if (!std::ranges::all_of(errors, isForgivable)) {
        shown.verdict = Verdict::Weak;
    }
    return shown;
}

Error certificateError(const TlsTarget &target, const ShownCertificate &shown)
{
    const QString why = shown.problems.join(Words::tr(", and ", "between two faults of a certificate"));
    switch (shown.verdict) {
    case Verdict::Trusted:
        break;
    case Verdict::Untrusted:
        return {ErrorKind::Tls,
                Words::tr("The certificate of %1 cannot be trusted: %2. Nothing was sent. Its SHA-256 "
                          "fingerprint is %3. If you know that this is your server's, you can trust it for "
                          "this server only.")
                    .arg(target.host, why, shown.fingerprint),
                QLatin1StringView(TlsCode::Untrusted)};
    case Verdict::Changed:
        return {ErrorKind::Tls, changedSentence(target, shown), QLatin1StringView(TlsCode::Changed)};
    case Verdict::Replaced:
        return {
            ErrorKind::Tls,
            Words::tr("%1 has a new certificate, and %2 vouches for it. It takes the place of the one you "
                      "trusted yourself. Nothing was sent yet; look at it and go on.")
                .arg(target.host, shown.issuer),
            QLatin1StringView(TlsCode::Replaced)};
    case Verdict::Weak:
        return {
            ErrorKind::Tls,
            Words::tr("The certificate of %1 protects nobody: %2. Nothing was sent. Whoever runs the server "
                      "has to replace it.")
                .arg(target.host, why),
            QLatin1StringView(TlsCode::Weak)};
    }
    return {};
}

} // namespace kw
