#pragma once

#include <QByteArrayView>
#include <QString>

namespace kw {

// Bytes in a named charset to text. Unknown names and broken bytes never fail: valid UTF-8 wins, else
// Windows-1252, and what is still unreadable becomes U+FFFD. Mislabelled us-ascii/iso-8859-1 is read as
// Windows-1252, as every mail program does.
QString decodeCharset(QByteArrayView bytes, QByteArrayView charset);

// Text without a declared charset: UTF-8 where valid, else Windows-1252.
QString decodeUnlabelled(QByteArrayView bytes);

// Without control characters and bidirectional overrides (they let a sender reorder what a person reads);
// line breaks and tabs become spaces.
QString withoutTricks(const QString &text);

} // namespace kw
