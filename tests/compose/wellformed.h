#pragma once

#include <QByteArray>
#include <QStringList>

namespace kw {

// What in these octets no mail server should get to see: bare CR or LF, lines above 998 octets, NUL, a header
// that is not ASCII, 8-bit octets that no part declares, Bcc, encoded words above 75 octets or in lines above
// 76. Empty: nothing.
QStringList harmInMessage(const QByteArray &message);

// The unfolded value of the first such field; null where there is none.
QByteArray fieldOf(const QByteArray &message, QByteArrayView lowerCaseName);

} // namespace kw
