#pragma once

#include "core/mime/mimefield.h"

#include <list>

namespace kw {

// One part of a message (RFC 2045). Borrows the message's octets.
struct MimePart {
    QByteArray mimeType; // lower case; text/plain where there is none or nonsense
    MimeField type;
    MimeField disposition;
    QByteArray encoding; // lower case
    QByteArray contentId; // without <>
    QByteArray contentLocation; // RFC 2557
    QByteArrayView body; // as received, without the line break that belongs to the boundary
    std::list<MimePart> children; // of a multipart; a message/rfc822 is a leaf
};

struct MimeTree {
    MimePart root;
    bool tooDeep = false; // nested deeper than allowed: the rest was left out
    bool tooManyParts = false;
};

// Finds the parts in one pass over the octets, any line ends, whatever is nested in what: time and memory are
// linear, depth and number limited. Never fails; multiparts without a boundary that occurs have no children.
MimeTree readMimeTree(QByteArrayView header, QByteArrayView body, int maxDepth, int maxParts);

// The decoded octets of a leaf (base64, quoted-printable, uuencode; anything else is as received). Texts have
// LF as line ends unless they came as base64.
QByteArray decodedOctets(const MimePart &part);

} // namespace kw
