#pragma once

#include "core/mime/seal.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace kw {

class SealOpener;

// A message whose sealed parts gave way to what is in them: to be read like any other.
struct Unsealed {
    QByteArray header;
    QByteArray body;
    QList<Seal> seals; // in the order of the parts; what could not be opened stands there as it came
};

// Whether unseal() may find anything; as quick as finding the parts.
bool isSealed(QByteArrayView header, QByteArrayView body);

// Opens what is signed or encrypted, seal within seal: multipart/signed and /encrypted (RFC 1847, 3156),
// S/MIME (RFC 8551), armour within a plain text (RFC 9580 6.2), and what Exchange makes of
// multipart/encrypted. At most 20 deep and 10 operations of `opener`. Fields that were protected (RFC 9788)
// take the place of the outer ones where all of the message was sealed. Blocks as `opener` does.
Unsealed unseal(QByteArrayView header, QByteArrayView body, SealOpener &opener);

} // namespace kw
