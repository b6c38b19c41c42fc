#include "core/crypto/sealing.h"

#include "core/crypto/entity.h"
#include "core/crypto/sealkeys.h"
#include "core/mime/headerfields.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

Error invalid(const QString &sentence)
{
    return {ErrorKind::Invalid, sentence, {}};
}

bool isAscii(QByteArrayView octets)
{
    return std::all_of(octets.begin(), octets.end(), [](char c) { return uchar(c) < 0x80; });
}

// RFC 3156 3 and 5, RFC 8551 3.1.3: nothing on the way may have a reason to change it.
bool staysAsWritten(QByteArrayView entity)
{
    if (!isAscii(entity) || entity.startsWith("From ") || entity.contains("\nFrom "))
        return false;
    for (qsizetype at = entity.indexOf('\n'); at >= 0; at = entity.indexOf('\n', at + 1)) {
        if (at == 0 || entity[at - 1] != '\r')
            return false;
        if (at > 1 && (entity[at - 2] == ' ' || entity[at - 2] == '\t'))
            return false;
    }
    return true;
}

// Nobody who wrote a part can know it, and neither quoted-printable nor base64 have "=_".
QByteArray newBoundary()
{
    QByteArray out = "=_";
    for (int i = 0; i < 4; ++i)
        out += QByteArray::number(QRandomGenerator::system()->generate(), 16).rightJustified(8, '0');
    return out;
}

QByteArray base64Lines(const QByteArray &octets)
{
    constexpr qsizetype Longest = 76; // RFC 2045 6.8
    const QByteArray all = octets.toBase64();
    QByteArray out;
    out.reserve(all.size() + all.size() / Longest * 2 + 2);
    for (qsizetype at = 0; at < all.size(); at += Longest) {
        out += QByteArrayView(all).sliced(at, std::min(Longest, all.size() - at));
        out += "\r\n";
    }
    return out;
}

// The field's octets at the start of `octets`, folded lines included, without the last CRLF.
qsizetype fieldSize(QByteArrayView octets)
{
    qsizetype end = octets.indexOf("\r\n");
    while (end >= 0 && end + 2 < octets.size() && (octets[end + 2] == ' ' || octets[end + 2] == '\t'))
        end = octets.indexOf("\r\n", end + 2);
    return end < 0 ? octets.size() : end;
}

// Calls take(name, octets) with each field, its CRLF included.
template <class F> void eachField(QByteArrayView header, const F &take)
{
    for (qsizetype at = 0; at < header.size();) {
        const qsizetype size = std::min(fieldSize(header.sliced(at)) + 2, header.size() - at);
        const QByteArrayView field = header.sliced(at, size);
        take(field.first(std::max<qsizetype>(field.indexOf(':'), 0)), field);
        at += size;
    }
}

bool isNamed(QByteArrayView name, QByteArrayView lowerCase)
{
    return name.compare(lowerCase, Qt::CaseInsensitive) == 0;
}

bool isStructural(QByteArrayView name)
{
    return isNamed(name, "mime-version")
        || name.first(std::min<qsizetype>(name.size(), 8)).compare("content-", Qt::CaseInsensitive) == 0;
}

constexpr QByteArrayView HiddenSubject = "Subject: [...]\r\n";

// RFC 9788 3.2.2: what everybody may see.
QByteArray outerHeader(QByteArrayView header)
{
    QByteArray out;
    eachField(header, [&out](QByteArrayView name, QByteArrayView field) {
        out += isNamed(name, "subject") ? HiddenSubject : field;
    });
    return out;
}

// The entity with the header in it, as it is read again where the seal is opened. Programs know of it by a
// parameter, those before RFC 9788 (Thunderbird, Enigmail) by another name.
QByteArray withProtectedHeader(QByteArrayView header, QByteArrayView entity, bool isEncrypted)
{
    QByteArray out;
    out.reserve(entity.size() + header.size() * 2 + 200);
    eachField(header, [&out](QByteArrayView name, QByteArrayView field) {
        if (!isStructural(name))
            out += field;
    });
    if (isEncrypted) {
        eachField(outerHeader(header), [&out](QByteArrayView name, QByteArrayView field) {
            if (!isStructural(name))
                out += QByteArray("HP-Outer: ") + field.toByteArray();
        });
    }
    const qsizetype type = fieldSize(entity);
    out += entity.first(type);
    out += isEncrypted ? ";\r\n protected-headers=\"v1\"; hp=\"cipher\""
                       : ";\r\n protected-headers=\"v1\"; hp=\"clear\"";
    out += entity.sliced(type);
    return out;
}

QByteArray micalgOf(Seal::Kind kind, const QByteArray &hash)
{
    const QByteArray name = hash.toLower();
    if (kind == Seal::Kind::OpenPgp)
        return "pgp-" + name; // RFC 3156 5
    // RFC 8551 3.5.3.2
    return name.startsWith("sha") && !name.contains('-') ? "sha-" + name.sliced(3) : name;
}

// RFC 1847 2.1.
Result<QByteArray> signedEntity(const QByteArray &entity, Seal::Kind kind, const QString &fingerprint,
                                SealMaker &maker)
{
    const auto signature = maker.sign(kind, entity, fingerprint);
    if (!signature)
        return signature.error();
    const bool isPgp = kind == Seal::Kind::OpenPgp;
    const QByteArray boundary = newBoundary();
    QByteArray out = "Content-Type: multipart/signed; micalg=" + micalgOf(kind, signature->hash)
        + ";\r\n protocol=\"" + (isPgp ? "application/pgp-signature" : "application/pkcs7-signature")
        + "\";\r\n boundary=\"" + boundary + "\"\r\n\r\n";
    out += "--" + boundary + "\r\n" + entity + "\r\n--" + boundary + "\r\n";
    out += isPgp ? "Content-Type: application/pgp-signature; name=\"signature.asc\"\r\n"
                   "Content-Description: OpenPGP digital signature\r\n"
                   "Content-Disposition: attachment; filename=\"signature.asc\"\r\n\r\n"
                 : "Content-Type: application/pkcs7-signature; name=\"smime.p7s\"\r\n"
                   "Content-Transfer-Encoding: base64\r\n"
                   "Content-Disposition: attachment; filename=\"smime.p7s\"\r\n\r\n";
    out += isPgp ? withCrlf(signature->octets) : base64Lines(signature->octets);
    return out + "\r\n--" + boundary + "--\r\n";
}

// RFC 3156 4.
QByteArray pgpEntity(const QByteArray &armour)
{
    const QByteArray boundary = newBoundary();
    return "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\";\r\n boundary=\""
        + boundary + "\"\r\n\r\n--" + boundary
        + "\r\nContent-Type: application/pgp-encrypted\r\nContent-Description: PGP/MIME version "
          "identification\r\n\r\nVersion: 1\r\n\r\n--"
        + boundary
        + "\r\nContent-Type: application/octet-stream; name=\"encrypted.asc\"\r\n"
          "Content-Description: OpenPGP encrypted message\r\n"
          "Content-Disposition: inline; filename=\"encrypted.asc\"\r\n\r\n"
        + withCrlf(armour) + "\r\n--" + boundary + "--\r\n";
}

// RFC 8551 3.3.
QByteArray smimeEntity(const QByteArray &cms)
{
    return "Content-Type: application/pkcs7-mime; smime-type=enveloped-data;\r\n name=\"smime.p7m\"\r\n"
           "Content-Transfer-Encoding: base64\r\n"
           "Content-Disposition: attachment; filename=\"smime.p7m\"\r\n\r\n"
        + base64Lines(cms);
}

Result<QString> signerOf(const SealWish &wish, SealMaker &maker)
{
    const auto key = signingKeyOf(wish.kind, wish.sender, maker);
    if (!key)
        return key.error();
    const QString why = obstacleOf(*key, wish.kind, SealMaker::KeyUse::Signing, false);
    if (!why.isEmpty())
        return Error{ErrorKind::NotFound, why, u"no-key"_s};
    return key->fingerprint;
}

Result<QStringList> readersOf(const SealWish &wish, SealMaker &maker)
{
    const auto keys
        = canEncryptTo(wish.kind, wish.readers + wish.hiddenReaders + QStringList{wish.sender}, maker);
    if (!keys)
        return keys.error();
    if (!keys->areUsable(wish.acceptsUnproven))
        return Error{ErrorKind::NotFound, keys->obstacles(wish.acceptsUnproven).join(u' '), u"no-key"_s};
    QStringList out;
    for (const AddressKey &key : keys->keys) {
        if (!out.contains(key.fingerprint))
            out.append(key.fingerprint);
    }
    return out;
}

Result<QByteArray> encryptedEntity(const QByteArray &plain, const SealWish &wish, const QString &signer,
                                   SealMaker &maker)
{
    const auto readers = readersOf(wish, maker);
    if (!readers)
        return readers.error();
    const bool isPgp = wish.kind == Seal::Kind::OpenPgp;
    QByteArray inner = plain;
    if (!isPgp && !signer.isEmpty()) {
        auto within = signedEntity(plain, wish.kind, signer, maker);
        if (!within)
            return within.error();
        inner = *std::move(within);
    }
    const auto sealed = maker.encrypt(
        wish.kind, inner,
        {*readers, isPgp ? signer : QString(), !wish.hiddenReaders.isEmpty(), wish.acceptsUnproven});
    if (!sealed)
        return sealed.error();
    return isPgp ? pgpEntity(*sealed) : smimeEntity(*sealed);
}

Result<void> check(const QByteArray &message, qsizetype entityAt, const SealWish &wish)
{
    if (entityAt <= 0 || entityAt >= message.size()
        || QByteArrayView(message)
                .sliced(entityAt)
                .first(std::min<qsizetype>(13, message.size() - entityAt))
                .compare("content-type:", Qt::CaseInsensitive)
            != 0)
        return invalid(QCoreApplication::translate("kw::Sealing",
                                                   "A message that is sent on as it came cannot be signed or "
                                                   "encrypted. Forward it as an attachment instead."));
    if (wish.encrypt && wish.kind == Seal::Kind::SMime && !wish.hiddenReaders.isEmpty())
        return invalid(QCoreApplication::translate("kw::Sealing",
                                                   "A message encrypted with S/MIME names everybody who can "
                                                   "read it, so it cannot have Bcc recipients. Write to them "
                                                   "separately."));
    return {};
}

} // namespace

Result<SealedMessage> seal(const QByteArray &message, qsizetype entityAt, const SealWish &wish,
                           SealMaker &maker)
{
    if (!wish.sign && !wish.encrypt)
        return SealedMessage{message, entityAt};
    if (const auto checked = check(message, entityAt, wish); !checked)
        return checked.error();
    QString signer;
    if (wish.sign) {
        auto found = signerOf(wish, maker);
        if (!found)
            return found.error();
        signer = *std::move(found);
    }
    const QByteArrayView header = QByteArrayView(message).first(entityAt);
    const QByteArrayView entity = QByteArrayView(message).sliced(entityAt);
    // An address in Unicode (RFC 6532) would make the signed octets 8bit.
    const bool protects = wish.encrypt || isAscii(header);
    const QByteArray plain
        = protects ? withProtectedHeader(header, entity, wish.encrypt) : entity.toByteArray();
    if (!wish.encrypt && !staysAsWritten(plain))
        return invalid(QCoreApplication::translate("kw::Sealing",
                                                   "This message cannot be signed: parts of it could be "
                                                   "changed on their way. Send it unsigned."));
    const auto sealed = wish.encrypt ? encryptedEntity(plain, wish, signer, maker)
                                     : signedEntity(plain, wish.kind, signer, maker);
    if (!sealed)
        return sealed.error();
    const QByteArray outer = wish.encrypt ? outerHeader(header) : header.toByteArray();
    return SealedMessage{outer + *sealed, outer.size()};
}

} // namespace kw
