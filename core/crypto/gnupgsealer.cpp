#include "core/crypto/gnupgsealer.h"

#include "core/crypto/gnupgturn.h"

#include <gpgme++/encryptionresult.h>
#include <gpgme++/error.h>
#include <gpgme++/key.h>
#include <gpgme++/keylistresult.h>
#include <gpgme++/signingresult.h>

#include <QCoreApplication>

#include <gpg-error.h>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

// GpgME's own way to ask takes what was cancelled for no error.
bool failed(const GpgME::Error &error)
{
    return error.code() != GPG_ERR_NO_ERROR;
}

Error noProgram(Seal::Kind kind)
{
    return {ErrorKind::Unsupported,
            kind == Seal::Kind::OpenPgp
                ? QCoreApplication::translate("kw::Sealing",
                                              "Mail cannot be signed or encrypted: the program GnuPG is not "
                                              "installed.")
                : QCoreApplication::translate("kw::Sealing",
                                              "Mail cannot be signed or encrypted with S/MIME: the program "
                                              "gpgsm is not installed."),
            u"no-program"_s};
}

Error noPassphrase()
{
    return {
        ErrorKind::Auth,
        QCoreApplication::translate("kw::Sealing", "The key stayed locked: its passphrase was not given."),
        u"passphrase"_s};
}

// Why there is no turn.
Error obstacleError(const GnupgTurn &turn, Seal::Kind kind)
{
    if (turn.obstacle() == Seal::Opening::NoProgram)
        return noProgram(kind);
    return {ErrorKind::Cancelled, QCoreApplication::translate("kw::Sealing", "This was cancelled."), {}};
}

Error errorOf(const GpgME::Error &error, Seal::Kind kind)
{
    switch (error.code()) {
    case GPG_ERR_CANCELED:
    case GPG_ERR_FULLY_CANCELED:
    case GPG_ERR_NO_PIN_ENTRY:
    case GPG_ERR_NO_PASSPHRASE:
        return noPassphrase();
    case GPG_ERR_BAD_PASSPHRASE:
    case GPG_ERR_BAD_PIN:
        return {
            ErrorKind::Auth,
            QCoreApplication::translate("kw::Sealing", "The key stayed locked: the passphrase was wrong."),
            u"passphrase"_s};
    case GPG_ERR_NO_SECKEY:
    case GPG_ERR_UNUSABLE_SECKEY:
        return {
            ErrorKind::NotFound,
            QCoreApplication::translate("kw::Sealing", "The secret part of the key is not on this computer."),
            u"no-key"_s};
    case GPG_ERR_KEY_EXPIRED:
    case GPG_ERR_CERT_EXPIRED:
        return {ErrorKind::Invalid, QCoreApplication::translate("kw::Sealing", "The key has expired."),
                u"expired"_s};
    case GPG_ERR_NOT_TRUSTED:
    case GPG_ERR_UNUSABLE_PUBKEY:
        return {ErrorKind::Invalid,
                QCoreApplication::translate(
                    "kw::Sealing", "GnuPG does not trust one of the keys. Confirm whose it is first."),
                u"untrusted"_s};
    case GPG_ERR_INV_ENGINE:
    case GPG_ERR_ENOENT:
        return noProgram(kind);
    default:
        //: %1: what GnuPG says
        return {ErrorKind::Refused,
                QCoreApplication::translate("kw::Sealing", "GnuPG did not sign or encrypt the message: %1.")
                    .arg(QString::fromStdString(error.asStdString())),
                {}};
    }
}

SealSignature::Trust trustOf(const GpgME::UserID &user, Seal::Kind kind)
{
    using Trust = SealSignature::Trust;
    switch (user.validity()) {
    case GpgME::UserID::Full:
    case GpgME::UserID::Ultimate:
        return Trust::Full;
    case GpgME::UserID::Marginal:
        return Trust::Some;
    case GpgME::UserID::Never:
        // Of a certificate it says that no authority of this computer vouches for it.
        return kind == Seal::Kind::OpenPgp ? Trust::Never : Trust::Unknown;
    default:
        return Trust::Unknown;
    }
}

QString nameOf(const GpgME::UserID &user, Seal::Kind kind)
{
    if (kind == Seal::Kind::OpenPgp)
        return QString::fromUtf8(user.name());
    for (const QString &field : QString::fromUtf8(user.id()).split(u',')) {
        if (field.trimmed().startsWith("CN="_L1, Qt::CaseInsensitive))
            return field.trimmed().sliced(3);
    }
    return {};
}

void readSubkeys(const GpgME::Key &key, SealMaker::KeyUse use, KeyFacts &out)
{
    bool hasExpired = false;
    for (const GpgME::Subkey &subkey : key.subkeys()) {
        const bool does = use == SealMaker::KeyUse::Signing ? subkey.canSign() : subkey.canEncrypt();
        if (!does)
            continue;
        out.isFit = out.isFit || !subkey.isBad();
        if (subkey.isExpired()) {
            hasExpired = true;
            out.expiresAt = timeOf(subkey.expirationTime());
        }
    }
    out.isFit = out.isFit && !key.isBad();
    out.isExpired = key.isExpired() || (!out.isFit && hasExpired);
    if (!out.isExpired || key.isExpired())
        out.expiresAt = key.subkey(0).neverExpires() ? QDateTime() : timeOf(key.subkey(0).expirationTime());
}

KeyFacts factsOf(const GpgME::Key &key, Seal::Kind kind, SealMaker::KeyUse use)
{
    KeyFacts out;
    out.fingerprint = QString::fromLatin1(key.primaryFingerprint()).toUpper();
    out.isRevoked = key.isRevoked() || key.isDisabled();
    out.createdAt = timeOf(key.subkey(0).creationTime());
    readSubkeys(key, use, out);
    QString name; // a certificate has its name and its addresses in different user ids
    for (const GpgME::UserID &user : key.userIDs()) {
        QString address = QString::fromStdString(user.addrSpec()).toLower();
        if (address.startsWith(u'<') && address.endsWith(u'>'))
            address = address.sliced(1, address.size() - 2);
        const QString own = nameOf(user, kind);
        if (name.isEmpty())
            name = own;
        out.users.append({address, own.isEmpty() ? name : own, trustOf(user, kind), user.isBad()});
    }
    return out;
}

Result<GpgME::Key> keyFor(GnupgTurn &turn, const QString &fingerprint, bool secret, Seal::Kind kind)
{
    GpgME::Error error;
    const GpgME::Key key = turn->key(fingerprint.toLatin1().constData(), error, secret);
    if (error.code() == GPG_ERR_EOF || (!failed(error) && key.isNull()))
        return errorOf(GpgME::Error::fromCode(secret ? GPG_ERR_NO_SECKEY : GPG_ERR_NO_PUBKEY), kind);
    if (failed(error))
        return errorOf(error, kind);
    return key;
}

// What GnuPG says of the keys is closer to the matter than of the operation.
GpgME::Error reasonOf(const GpgME::SigningResult &result)
{
    const auto invalid = result.invalidSigningKeys();
    return invalid.empty() || result.error().isCanceled() || !failed(invalid.front().reason())
        ? result.error()
        : invalid.front().reason();
}

GpgME::Error reasonOf(const GpgME::EncryptionResult &result)
{
    const auto invalid = result.invalidEncryptionKeys();
    return invalid.empty() || !failed(invalid.front().reason()) ? result.error() : invalid.front().reason();
}

} // namespace

Result<QList<KeyFacts>> GnupgSealer::keysOf(Seal::Kind kind, const QString &address, KeyUse use)
{
    const GnupgTurn turn(*this, kind);
    if (!turn)
        return obstacleError(turn, kind);
    if (kind == Seal::Kind::SMime)
        turn->addKeyListMode(GpgME::Validate); // or nothing would be said of its trust
    const QByteArray exactly = '<' + address.toUtf8() + '>';
    QList<KeyFacts> out;
    GpgME::Error error = turn->startKeyListing(exactly.constData(), use == KeyUse::Signing);
    while (!failed(error)) {
        const GpgME::Key key = turn->nextKey(error);
        if (!failed(error))
            out.append(factsOf(key, kind, use));
    }
    const GpgME::Error ended = turn->endKeyListing().error();
    if (error.code() != GPG_ERR_EOF)
        return errorOf(error, kind);
    if (failed(ended) && ended.code() != GPG_ERR_NO_PUBKEY && ended.code() != GPG_ERR_NOT_FOUND)
        return errorOf(ended, kind);
    return out;
}

Result<SealMaker::Signature> GnupgSealer::sign(Seal::Kind kind, QByteArrayView covered,
                                               const QString &fingerprint)
{
    GnupgTurn turn(*this, kind);
    if (!turn)
        return obstacleError(turn, kind);
    const auto key = keyFor(turn, fingerprint, true, kind);
    if (!key)
        return key.error();
    if (const auto error = turn->addSigningKey(*key); failed(error))
        return errorOf(error, kind);
    if (key->isRoot()) // self-signed: it would be left out, and nobody could check the signature
        turn->setIncludeCertificates(GpgME::Context::AllCertificates);
    turn->setArmor(kind == Seal::Kind::OpenPgp);
    GpgME::Data octets;
    const auto result = turn->sign(dataOf(covered), octets, GpgME::Detached);
    if (const auto error = reasonOf(result); failed(error))
        return errorOf(error, kind);
    if (result.createdSignatures().size() != 1)
        return errorOf(GpgME::Error::fromCode(GPG_ERR_GENERAL), kind);
    return Signature{octetsOf(octets), result.createdSignature(0).hashAlgorithmAsString()};
}

Result<QByteArray> GnupgSealer::encrypt(Seal::Kind kind, QByteArrayView plain, const Encrypting &how)
{
    GnupgTurn turn(*this, kind);
    if (!turn)
        return obstacleError(turn, kind);
    std::vector<GpgME::Key> readers;
    for (const QString &fingerprint : how.fingerprints) {
        const auto key = keyFor(turn, fingerprint, false, kind);
        if (!key)
            return key.error();
        readers.push_back(*key);
    }
    if (readers.empty()) // GnuPG would ask for a passphrase instead
        return errorOf(GpgME::Error::fromCode(GPG_ERR_NO_PUBKEY), kind);
    unsigned flags = GpgME::Context::None;
    if (how.hidesReaders)
        flags |= GpgME::Context::ThrowKeyIds;
    if (how.acceptsUnproven)
        flags |= GpgME::Context::AlwaysTrust;
    const auto wanted = GpgME::Context::EncryptionFlags(flags);
    turn->setArmor(kind == Seal::Kind::OpenPgp);
    GpgME::Data sealed;
    if (how.signer.isEmpty()) {
        if (const auto error = reasonOf(turn->encrypt(readers, dataOf(plain), sealed, wanted)); failed(error))
            return errorOf(error, kind);
        return octetsOf(sealed);
    }
    const auto signer = keyFor(turn, how.signer, true, kind);
    if (!signer)
        return signer.error();
    if (const auto error = turn->addSigningKey(*signer); failed(error))
        return errorOf(error, kind);
    const auto [signing, encrypting] = turn->signAndEncrypt(readers, dataOf(plain), sealed, wanted);
    if (const auto error = reasonOf(signing); failed(error))
        return errorOf(error, kind);
    if (const auto error = reasonOf(encrypting); failed(error))
        return errorOf(error, kind);
    return octetsOf(sealed);
}

} // namespace kw
