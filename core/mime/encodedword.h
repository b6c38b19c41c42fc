#pragma once

#include <QByteArrayView>
#include <QString>

namespace kw {

// RFC 2047 text of a header field, made safe to show (withoutTricks). Adjacent encoded words are joined
// before decoding, so that characters split between them survive; broken words are shown as they are.
QString decodeHeaderText(QByteArrayView raw);

// The length of the encoded word, closed by "?=", at the start of `text`; 0 where there is none. At most a
// few thousand octets are looked at.
qsizetype encodedWordLength(QByteArrayView text);

} // namespace kw
