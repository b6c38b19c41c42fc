#pragma once

#include "core/base/result.h"
#include "core/mime/seal.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QList>
#include <QStringList>

namespace kw {

// A key, or a certificate of S/MIME, as GnuPG knows it.
struct KeyFacts {
    struct User {
        QString address; // lower case; may be empty
        QString name;
        SealSignature::Trust trust = SealSignature::Trust::Unknown;
        bool isRevoked = false;
    };
    QString fingerprint; // hex, upper case
    QList<User> users;
    bool isFit = false; // it can do now what was asked for
    bool isExpired = false;
    bool isRevoked = false; // by its owner; or the person has switched it off
    QDateTime createdAt;
    QDateTime expiresAt; // not valid: never
};

// What signs and encrypts. Blocks, possibly until the person has typed a passphrase: never on the GUI's or
// the engine's thread. Errors, as sentences: GnuPG is missing, the passphrase was not given, a key cannot be
// used.
class SealMaker
{
public:
    enum class KeyUse {
        Encrypting,
        Signing, // only keys whose secret is here
    };
    struct Signature {
        QByteArray octets; // of OpenPGP in armour, of S/MIME as CMS SignedData without the content
        QByteArray hash; // as GnuPG calls it: "SHA256"
    };
    struct Encrypting {
        QStringList fingerprints; // who will be able to read it
        QString signer; // fingerprint; empty: nobody signs. OpenPGP only
        bool hidesReaders = false; // no key ids in it. OpenPGP only
        bool acceptsUnproven = false; // the person has confirmed keys that nobody vouches for
    };
    virtual ~SealMaker() = default;

    // The keys that have this address, and perhaps others.
    virtual Result<QList<KeyFacts>> keysOf(Seal::Kind kind, const QString &address, KeyUse use) = 0;
    virtual Result<Signature> sign(Seal::Kind kind, QByteArrayView covered, const QString &fingerprint) = 0;
    // In armour (RFC 9580 6.2), of S/MIME as CMS EnvelopedData. For all of them or not at all.
    virtual Result<QByteArray> encrypt(Seal::Kind kind, QByteArrayView plain, const Encrypting &how) = 0;
};

} // namespace kw
