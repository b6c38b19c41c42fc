#pragma once

#include "core/crypto/sealmaker.h"

namespace kw {

// The key that speaks for an address, and whether it may be used.
struct AddressKey {
    enum class State {
        None, // there is no key with exactly this address
        Usable,
        Unproven, // nobody that the person trusts says whose key it is
        Distrusted, // the person has said never to trust it
        Expired,
        Revoked,
        Unfit, // a key for other things
    };
    QString address; // as it was asked for
    State state = State::None;
    QString fingerprint; // hex, upper case; empty: None
    QString owner; // the name in the key
    QDateTime expiresAt; // not valid: never
};

// Whom a message can be encrypted to. A plain value.
struct SealKeys {
    Seal::Kind kind = Seal::Kind::OpenPgp;
    QList<AddressKey> keys; // one for each address, in their order

    // Every address has a key. `acceptsUnproven`: the person has confirmed those that nobody vouches for.
    bool areUsable(bool acceptsUnproven = false) const;
    // Sentences that say why not: "There is no key for bo@example.org."
    QStringList obstacles(bool acceptsUnproven = false) const;
};

// Nothing is guessed: a key counts only for an address that stands in one of its user ids which is neither
// revoked nor invalid. Of several the best is taken: usable before unproven, then the newest. Error: GnuPG
// cannot be asked. Blocks as `maker` does.
Result<SealKeys> canEncryptTo(Seal::Kind kind, const QStringList &addresses, SealMaker &maker);
// The key whose secret is here.
Result<AddressKey> signingKeyOf(Seal::Kind kind, const QString &address, SealMaker &maker);

// Why this key cannot be used, as a sentence; empty: it can.
QString obstacleOf(const AddressKey &key, Seal::Kind kind, SealMaker::KeyUse use, bool acceptsUnproven);

} // namespace kw
