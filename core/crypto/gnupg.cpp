#include "core/crypto/gnupg.h"

#include "core/crypto/gnupgturn.h"

#include <gpgme++/context.h>
#include <gpgme++/data.h>
#include <gpgme++/decryptionresult.h>
#include <gpgme++/error.h>
#include <gpgme++/key.h>
#include <gpgme++/verificationresult.h>

#include <gpg-error.h>

namespace kw {

namespace {

SealOpener::Opened unopened(Seal::Kind kind, Seal::Opening why)
{
    SealOpener::Opened out;
    out.seal.kind = kind;
    out.seal.opening = why;
    return out;
}

SealSignature::Validity validityOf(const GpgME::Signature &signature)
{
    using Validity = SealSignature::Validity;
    const auto summary = signature.summary();
    if (summary & GpgME::Signature::KeyRevoked)
        return Validity::KeyRevoked;
    switch (signature.status().code()) {
    case GPG_ERR_NO_ERROR:
        if (summary & GpgME::Signature::KeyExpired)
            return Validity::KeyExpired;
        return summary & GpgME::Signature::SigExpired ? Validity::Expired : Validity::Good;
    case GPG_ERR_BAD_SIGNATURE:
        return Validity::Bad;
    case GPG_ERR_NO_PUBKEY:
        return Validity::NoKey;
    case GPG_ERR_SIG_EXPIRED:
        return Validity::Expired;
    case GPG_ERR_KEY_EXPIRED:
    case GPG_ERR_CERT_EXPIRED:
        return Validity::KeyExpired;
    case GPG_ERR_CERT_REVOKED:
        return Validity::KeyRevoked;
    default:
        return Validity::Unknown;
    }
}

SealSignature::Trust trustOf(const GpgME::Signature &signature)
{
    using Trust = SealSignature::Trust;
    switch (signature.validity()) {
    case GpgME::Signature::Full:
    case GpgME::Signature::Ultimate:
        return Trust::Full;
    case GpgME::Signature::Marginal:
        return Trust::Some;
    case GpgME::Signature::Never:
        return Trust::Never;
    default:
        return Trust::Unknown;
    }
}

// "CN=Anna Becker,O=Example" as a name for people.
QString commonName(const char *distinguished)
{
    QString all = QString::fromUtf8(distinguished);
    const QStringList fields = all.split(u',');
    for (const QString &field : fields) {
        if (field.trimmed().startsWith(QLatin1StringView("CN="), Qt::CaseInsensitive))
            return field.trimmed().mid(3);
    }
    return all;
}

void describeKey(const GpgME::Key &key, Seal::Kind kind, SealSignature &out)
{
    for (const GpgME::UserID &user : key.userIDs()) {
        if (user.isRevoked())
            continue;
        QString address = QString::fromStdString(user.addrSpec()).toLower();
        if (address.startsWith(u'<') && address.endsWith(u'>'))
            address = address.sliced(1, address.size() - 2);
        if (address.contains(u'@') && !out.addresses.contains(address))
            out.addresses.append(address);
        if (out.signer.isEmpty())
            out.signer = kind == Seal::Kind::OpenPgp ? QString::fromUtf8(user.name()) : commonName(user.id());
    }
    if (kind == Seal::Kind::SMime)
        out.issuer = commonName(key.issuerName());
}

SealSignature read(const GpgME::Signature &signature, GpgME::Context &context, Seal::Kind kind)
{
    SealSignature out;
    out.keyId = QString::fromLatin1(signature.fingerprint()).toUpper();
    out.validity = validityOf(signature);
    out.trust = trustOf(signature);
    out.signedAt = timeOf(signature.creationTime());
    out.expiredAt = signature.neverExpires() ? QDateTime() : timeOf(signature.expirationTime());
    GpgME::Error error;
    const GpgME::Key key
        = signature.fingerprint() ? context.key(signature.fingerprint(), error) : GpgME::Key();
    if (!key.isNull()) {
        out.keyId = QString::fromLatin1(key.primaryFingerprint()).toUpper();
        describeKey(key, kind, out);
    }
    return out;
}

void readSignatures(const GpgME::VerificationResult &result, GpgME::Context &context, Seal &seal)
{
    for (const GpgME::Signature &signature : result.signatures())
        seal.signatures.append(read(signature, context, seal.kind));
}

// A signature that nothing can be told of must not look like none.
void needSignature(const GpgME::Error &error, Seal &seal)
{
    if (seal.signatures.isEmpty())
        seal.signatures.append(SealSignature());
    if (error)
        seal.reason = QString::fromStdString(error.asStdString());
}

Seal::Opening openingOf(const GpgME::Error &error, const GpgME::DecryptionResult &result)
{
    using Opening = Seal::Opening;
    switch (error.code()) {
    case GPG_ERR_NO_ERROR:
        return Opening::Opened;
    case GPG_ERR_NO_SECKEY:
        return Opening::NoKey;
    case GPG_ERR_CANCELED:
    case GPG_ERR_FULLY_CANCELED:
    case GPG_ERR_BAD_PASSPHRASE:
    case GPG_ERR_NO_PIN_ENTRY:
        return Opening::Cancelled;
    default:
        return result.isLegacyCipherNoMDC() ? Opening::Unsafe : Opening::Failed;
    }
}

} // namespace

SealOpener::Opened Gnupg::decrypt(Seal::Kind kind, QByteArrayView sealed)
{
    const GnupgTurn context(*this, kind);
    if (!context)
        return unopened(kind, context.obstacle());
    GpgME::Data plain;
    const auto [decrypted, verified] = context->decryptAndVerify(dataOf(sealed), plain);
    Opened out;
    out.seal.kind = kind;
    out.seal.opening = openingOf(decrypted.error(), decrypted);
    if (out.seal.opening == Seal::Opening::Opened) {
        out.content = octetsOf(plain);
        readSignatures(verified, *context, out.seal);
    } else if (out.seal.opening == Seal::Opening::Failed) {
        out.seal.reason = QString::fromStdString(decrypted.error().asStdString());
    }
    return out;
}

SealOpener::Opened Gnupg::takeOut(Seal::Kind kind, QByteArrayView sealed)
{
    const GnupgTurn context(*this, kind);
    if (!context)
        return unopened(kind, context.obstacle());
    GpgME::Data plain;
    const auto verified = context->verifyOpaqueSignature(dataOf(sealed), plain);
    Opened out;
    out.seal.kind = kind;
    out.content = octetsOf(plain);
    readSignatures(verified, *context, out.seal);
    needSignature(verified.error(), out.seal);
    if (out.content.isEmpty() && verified.error())
        out.seal.opening = Seal::Opening::Failed;
    return out;
}

SealOpener::Opened Gnupg::verify(Seal::Kind kind, QByteArrayView covered, QByteArrayView signature)
{
    Opened out;
    out.seal.kind = kind;
    out.content = covered.toByteArray();
    const GnupgTurn context(*this, kind);
    if (!context) {
        needSignature({}, out.seal);
        if (context.obstacle() == Seal::Opening::NoProgram)
            out.seal.signatures.last().validity = SealSignature::Validity::NoProgram;
        return out;
    }
    const auto verified = context->verifyDetachedSignature(dataOf(signature), dataOf(covered));
    readSignatures(verified, *context, out.seal);
    needSignature(verified.error(), out.seal);
    return out;
}

SealOpener::Cms Gnupg::kindOf(QByteArrayView octets)
{
    initializeGnupg();
    switch (dataOf(octets).type()) {
    case GpgME::Data::CMSEncrypted:
        return Cms::Encrypted;
    case GpgME::Data::CMSSigned:
        return Cms::Signed;
    default:
        return Cms::Other;
    }
}

} // namespace kw
