#pragma once

#include <QByteArray>
#include <QString>

namespace kw {

// A mailbox's name as commands carry it (modified UTF-7, RFC 3501 5.1.3), in quotes.
QByteArray quotedMailbox(const QString &path);
// In quotes; null: it cannot be sent so (line ends, octets outside ASCII).
QByteArray quotedString(const QByteArray &text);

} // namespace kw
