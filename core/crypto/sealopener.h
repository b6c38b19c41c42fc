#pragma once

#include "core/mime/seal.h"

#include <QByteArray>
#include <QByteArrayView>

namespace kw {

// What opens sealed octets. Blocks, possibly until the person has typed a passphrase: never on the GUI's or
// the engine's thread.
class SealOpener
{
public:
    struct Opened {
        QByteArray content; // meaningless unless seal.isOpen()
        Seal seal;
    };
    virtual ~SealOpener() = default;

    // Encrypted octets, possibly signed inside (RFC 9580 in binary or armour; CMS EnvelopedData).
    virtual Opened decrypt(Seal::Kind kind, QByteArrayView sealed) = 0;
    // Octets with their own signature in them (clear-signed text; CMS SignedData).
    virtual Opened takeOut(Seal::Kind kind, QByteArrayView sealed) = 0;
    // A signature of its own over octets as they stand there. `content` is `covered` again.
    virtual Opened verify(Seal::Kind kind, QByteArrayView covered, QByteArrayView signature) = 0;
    // Whether CMS octets are encrypted or signed; neither: they are only certificates.
    enum class Cms { Other, Encrypted, Signed };
    virtual Cms kindOf(QByteArrayView octets) = 0;
};

} // namespace kw
