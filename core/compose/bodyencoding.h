#pragma once

#include <QByteArray>
#include <QString>

namespace kw {

// A body as it stands in a message: CRLF, no line above 998 octets, ends with CRLF unless it is empty.
struct EncodedBody {
    QByteArray encoding; // "7bit", "quoted-printable" or "base64" (RFC 2045 6)
    QByteArray octets;
};

// A text (LF or any other line ends) as UTF-8, in the encoding that changes least: 7bit where nothing on the
// way could touch it, else the shorter one. `staysAsWritten`: not even blanks at the ends of lines, which
// some relays take away. NUL is left out. Linear; pure; any thread.
EncodedBody encodedText(const QString &text, bool staysAsWritten = false);

// Appends base64 in lines of 76 octets. What is handed over in pieces must come in multiples of Base64Piece
// octets, but for the last.
constexpr qsizetype Base64Piece = 57;
void appendBase64(QByteArray &out, QByteArrayView octets);
// How many octets appendBase64() needs.
constexpr qint64 base64Size(qint64 octets)
{
    const qint64 lines = (octets + Base64Piece - 1) / Base64Piece;
    return (octets + 2) / 3 * 4 + lines * 2;
}

// Whole messages within a message: line ends become CRLF, all other octets stay (RFC 2046 5.2.1 forbids any
// encoding around them). `fits`: no line above 998 octets, no NUL, no bare CR; then 7bit or 8bit will do.
struct NestedMessage {
    QByteArray octets;
    bool fits = false;
    bool isEightBit = false;
    bool isFragile = false; // blanks at the ends of lines, or lines that begin with "From "
};
NestedMessage nestedMessage(const QByteArray &message);

} // namespace kw
