#pragma once

#include "core/crypto/gnupguser.h"
#include "core/crypto/sealmaker.h"

namespace kw {

// Signs and encrypts with the GnuPG of this computer (GpgME): the person's own keys, agent and passphrase
// dialog. Looks nothing up on the network. One per thread.
class GnupgSealer : public SealMaker, public GnupgUser
{
public:
    Result<QList<KeyFacts>> keysOf(Seal::Kind kind, const QString &address, KeyUse use) override;
    Result<Signature> sign(Seal::Kind kind, QByteArrayView covered, const QString &fingerprint) override;
    Result<QByteArray> encrypt(Seal::Kind kind, QByteArrayView plain, const Encrypting &how) override;
};

} // namespace kw
