#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace kw {

// Bytes in a named charset to text. Unknown names and broken bytes never fail: what is UTF-8 is read so, else
// as Windows-1252, and what is still unreadable becomes U+FFFD. us-ascii and iso-8859-1 mean Windows-1252, as
// in every mail program, or UTF-8 where the bytes can hardly be anything else.
QString decodeCharset(QByteArrayView bytes, QByteArrayView charset);

// Text without a declared charset: ISO-2022-JP by its escapes, UTF-8 where that reads (a few broken bytes
// allowed), else Windows-1252.
QString decodeUnlabelled(QByteArrayView bytes);

// Octets of a folded format (a line break and a blank are nothing) without the folds that stand within a
// UTF-8 character; all others stay.
QByteArray withWholeCharacters(const QByteArray &folded);

// Without control characters and bidirectional overrides (they let a sender reorder what a person reads);
// line breaks and tabs become spaces.
QString withoutTricks(const QString &text);

} // namespace kw
