#include "core/tls/certificatefacts.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslKey>

#include <optional>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestText = 200;
constexpr qsizetype MostNames = 50;

QString first(const QStringList &texts)
{
    return texts.isEmpty() ? QString() : plainText(texts.constFirst());
}

QString keyText(const QSslKey &key)
{
    QString kind;
    switch (key.algorithm()) {
    case QSsl::Rsa:
        kind = u"RSA"_s;
        break;
    case QSsl::Dsa:
        kind = u"DSA"_s;
        break;
    case QSsl::Ec:
        kind = u"EC"_s;
        break;
    default:
        return {};
    }
    if (key.length() <= 0)
        return kind;
    return QCoreApplication::translate("kw::Tls", "%1, %2 bits", "kind and length of a key")
        .arg(kind)
        .arg(key.length());
}

// One element of DER: its content, and where the next one begins. Nothing where it does not fit.
struct Element {
    quint8 tag = 0;
    QByteArrayView content;
    QByteArrayView rest;
};

std::optional<Element> elementAt(QByteArrayView der)
{
    if (der.size() < 2)
        return {};
    qsizetype at = 1;
    quint64 length = quint8(der[at++]);
    if (length >= 0x80) {
        const int octets = int(length & 0x7f);
        if (octets == 0 || octets > 4 || der.size() < at + octets)
            return {};
        length = 0;
        for (int i = 0; i < octets; ++i)
            length = length << 8 | quint8(der[at++]);
    }
    if (length > quint64(der.size() - at))
        return {};
    return Element{quint8(der[0]), der.sliced(at, qsizetype(length)), der.sliced(at + qsizetype(length))};
}

// SEQUENCE { tbsCertificate, signatureAlgorithm SEQUENCE { OID … }, … }
QByteArrayView signatureOid(QByteArrayView der)
{
    const auto whole = elementAt(der);
    const auto signedPart = whole ? elementAt(whole->content) : std::nullopt;
    const auto algorithm = signedPart ? elementAt(signedPart->rest) : std::nullopt;
    const auto oid = algorithm ? elementAt(algorithm->content) : std::nullopt;
    return oid && oid->tag == 0x06 ? oid->content : QByteArrayView();
}

} // namespace

QString plainText(const QString &text)
{
    QString plain;
    for (const QChar c : text.left(LongestText)) {
        const bool unseen = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
        plain.append(unseen ? QChar(u' ') : c);
    }
    return plain.trimmed();
}

QString weakSignatureHash(const QByteArray &der)
{
    static const QList<std::pair<QByteArray, QString>> weak{
        {QByteArray::fromHex("2a864886f70d010102"), u"MD2"_s}, // 1.2.840.113549.1.1.2
        {QByteArray::fromHex("2a864886f70d010103"), u"MD4"_s},
        {QByteArray::fromHex("2a864886f70d010104"), u"MD5"_s},
        {QByteArray::fromHex("2a864886f70d010105"), u"SHA-1"_s},
        {QByteArray::fromHex("2a8648ce380403"), u"SHA-1"_s}, // 1.2.840.10040.4.3, DSA
        {QByteArray::fromHex("2a8648ce3d0401"), u"SHA-1"_s}, // 1.2.840.10045.4.1, ECDSA
        {QByteArray::fromHex("2b0e03021d"), u"SHA-1"_s}, // 1.3.14.3.2.29
    };
    const QByteArrayView oid = signatureOid(der);
    for (const auto &[known, name] : weak) {
        if (oid == known)
            return name;
    }
    return {};
}

ShownCertificate certificateFacts(const QSslCertificate &certificate)
{
    ShownCertificate shown;
    shown.pem = certificate.toPem();
    shown.fingerprint
        = QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
    shown.subject = plainText(certificate.subjectDisplayName());
    shown.organization = first(certificate.subjectInfo(QSslCertificate::Organization));
    const auto alternatives = certificate.subjectAlternativeNames();
    for (auto it = alternatives.cbegin(); it != alternatives.cend() && shown.names.size() < MostNames; ++it) {
        if (it.key() == QSsl::DnsEntry || it.key() == QSsl::IpAddressEntry)
            shown.names.append(plainText(it.value()));
    }
    shown.names.sort();
    shown.issuer = plainText(certificate.issuerDisplayName());
    shown.selfSigned = certificate.isSelfSigned();
    shown.from = certificate.effectiveDate();
    shown.until = certificate.expiryDate();
    shown.key = keyText(certificate.publicKey());
    shown.chainLength = 1;
    return shown;
}

ShownCertificate readCertificate(const QByteArray &pem)
{
    const auto all = QSslCertificate::fromData(pem, QSsl::Pem);
    return all.isEmpty() || all.constFirst().isNull() ? ShownCertificate()
                                                      : certificateFacts(all.constFirst());
}

} // namespace kw
