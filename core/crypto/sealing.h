#pragma once

#include "core/crypto/sealmaker.h"

namespace kw {

// How a message is to be sealed. Addresses stand alone, without names.
struct SealWish {
    Seal::Kind kind = Seal::Kind::OpenPgp;
    bool sign = false;
    bool encrypt = false;
    QString sender; // who signs, and can read it later
    QStringList readers; // whom To and Cc name
    QStringList hiddenReaders; // whom Bcc names
    bool acceptsUnproven = false; // the person has confirmed keys that nobody vouches for
};

struct SealedMessage {
    QByteArray bytes; // all of it 7bit but for what the header had
    qsizetype entityAt = 0; // where its MIME entity begins
};

// A written message (RFC 5322, CRLF; its MIME entity, the Content fields onwards, begins at `entityAt`)
// signed and then encrypted: OpenPGP (RFC 3156; both in one, 6.2) or S/MIME (RFC 8551). The header stays as
// it is; of an encrypted message its Subject is "[...]", the real one is within (RFC 9788). What is before
// the Subject stays where it is. What is to be signed must stay as it is on its way (RFC 3156 3): written
// with WriteOptions::staysAsWritten.
//
// An encrypted message can be read with the keys of all readers and the sender's. Where there are hidden ones
// it names no key at all; S/MIME cannot do that. Errors, as sentences: a key that is missing or must not be
// used (see sealkeys.h), hidden readers and S/MIME, a passphrase that was not given, what GnuPG says. Blocks
// as `maker` does.
Result<SealedMessage> seal(const QByteArray &message, qsizetype entityAt, const SealWish &wish,
                           SealMaker &maker);

} // namespace kw
