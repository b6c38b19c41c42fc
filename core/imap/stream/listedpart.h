#pragma once

#include "core/imap/stream/imapvalue.h"

#include <QString>

#include <vector>

namespace kw {

// What a server tells of one part of a message (BODYSTRUCTURE, RFC 3501 7.4.2).
struct ListedPart {
    QString id; // "1.2"; empty: the root of a multipart message
    QByteArray type; // lower case: "text/plain", "multipart/mixed"
    QByteArray encoding; // lower case
    QByteArray disposition; // lower case; empty: none told
    qint64 octets = 0; // as encoded; 0 of a multipart
    std::vector<ListedPart> children; // of a multipart only; a message/rfc822 is a leaf
};

inline constexpr int MostListedParts = 1000;

// Nothing: it cannot be read, or is nobody's mail.
std::optional<ListedPart> readBodyStructure(const ImapValue &value);

} // namespace kw
