#include "core/doctor/dkimkey.h"

#include "core/doctor/words.h"

#include <QSslKey>

namespace kw::doctor {

namespace {

QByteArray tag(const QByteArray &record, const QByteArray &name)
{
    for (const QByteArray &part : record.split(';')) {
        const qsizetype at = part.indexOf('=');
        if (at > 0 && part.first(at).trimmed().toLower() == name)
            return part.sliced(at + 1).simplified().replace(" ", "");
    }
    return {};
}

bool hasTag(const QByteArray &record, const QByteArray &name)
{
    const QByteArray flat = ';' + QByteArray(record).replace(' ', "").replace('\t', "").toLower();
    return flat.contains(';' + name + '=');
}

} // namespace

DkimKey readDkimKey(const QByteArray &record)
{
    DkimKey key;
    const QByteArray version = tag(record, "v");
    if ((!version.isEmpty() && version.toUpper() != "DKIM1") || !hasTag(record, "p"))
        return key;
    const QByteArray data = tag(record, "p");
    const QByteArray kind = tag(record, "k").toLower();
    if (data.isEmpty()) {
        key.kind = DkimKey::Kind::Revoked;
    } else if (kind == "ed25519") {
        key.kind = DkimKey::Kind::Ed25519;
    } else {
        const QSslKey rsa(QByteArray::fromBase64(data), QSsl::Rsa, QSsl::Der, QSsl::PublicKey);
        key.kind = rsa.isNull() ? DkimKey::Kind::Unreadable : DkimKey::Kind::Rsa;
        key.bits = rsa.isNull() ? 0 : rsa.length();
    }
    return key;
}

QString dkimKeyWords(const DkimKey &key)
{
    switch (key.kind) {
    case DkimKey::Kind::Rsa:
        return Words::tr("RSA, %n bits", nullptr, key.bits);
    case DkimKey::Kind::Ed25519:
        return QStringLiteral("Ed25519");
    case DkimKey::Kind::Revoked:
        return Words::tr("withdrawn");
    case DkimKey::Kind::Unreadable:
        return Words::tr("cannot be read");
    case DkimKey::Kind::None:
        break;
    }
    return {};
}

} // namespace kw::doctor
