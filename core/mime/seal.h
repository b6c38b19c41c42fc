#pragma once

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

// What is known of a signed or encrypted part once somebody tried to open it, as plain values.
namespace kw {

// Three questions that are easily taken for one: by whom, is it unchanged, and is the key that person's.
struct SealSignature {
    enum class Validity {
        Good, // nothing was changed since
        Bad, // something was
        NoKey, // not to be told: the signer's key is not on this computer
        Expired, // it was good until `expiredAt`
        KeyExpired, // good, made with a key that is not valid any more
        KeyRevoked, // good, made with a key that its owner has withdrawn
        NoProgram, // GnuPG, or its part for S/MIME, is not installed
        Unknown, // not to be told for another reason
    };
    enum class Trust {
        Unknown, // nobody has said whose key it is
        Never,
        Some, // somebody of a little trust says so
        Full, // oneself, or somebody fully trusted, says so; S/MIME: an authority of this computer
    };
    Validity validity = Validity::Unknown;
    Trust trust = Trust::Unknown;
    QString keyId; // fingerprint in hex, upper case; of an unknown key possibly only its end
    QString signer; // a name as the key says it; empty where it is not known
    QStringList addresses; // of the key, lower case
    QString issuer; // S/MIME: who says so
    QDateTime signedAt; // invalid where it is not told
    QDateTime expiredAt;
};

struct Seal {
    enum class Kind { OpenPgp, SMime };
    enum class Opening {
        NotEncrypted,
        Opened,
        NoKey, // it was not encrypted for a key of this computer
        Cancelled, // the person did not give the passphrase
        NoProgram, // GnuPG, or its part for S/MIME, is not installed
        Unsafe, // it may have been changed on its way (no integrity protection): not shown
        Failed,
    };
    Kind kind = Kind::OpenPgp;
    Opening opening = Opening::NotEncrypted;
    QString reason; // of Failed, in GnuPG's words
    QList<SealSignature> signatures; // none: it is not signed
    bool isWhole = false; // the message is nothing but what it covers

    bool isEncrypted() const { return opening != Opening::NotEncrypted; }
    bool isOpen() const { return opening == Opening::NotEncrypted || opening == Opening::Opened; }
};

} // namespace kw

Q_DECLARE_METATYPE(kw::Seal)
