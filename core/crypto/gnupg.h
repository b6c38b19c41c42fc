#pragma once

#include "core/crypto/gnupguser.h"
#include "core/crypto/sealopener.h"

namespace kw {

// Opens seals with the GnuPG of this computer (GpgME): the person's own keys, agent and passphrase dialog.
// Looks nothing up on the network. Where GnuPG is missing every answer is NoProgram. One per thread.
class Gnupg : public SealOpener, public GnupgUser
{
public:
    Opened decrypt(Seal::Kind kind, QByteArrayView sealed) override;
    Opened takeOut(Seal::Kind kind, QByteArrayView sealed) override;
    Opened verify(Seal::Kind kind, QByteArrayView covered, QByteArrayView signature) override;
    Cms kindOf(QByteArrayView octets) override;
};

} // namespace kw
