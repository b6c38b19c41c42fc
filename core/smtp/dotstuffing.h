#pragma once

#include <QByteArray>

namespace kw {

// What a message will be on the line.
struct WireShape {
    qint64 size = 0; // octets with CRLF at every line's end: what SIZE means (RFC 1870 6.3)
    qint64 octets = 0; // the same with the dots that are put in; without the final dot
    bool eightBit = false; // octets beyond ASCII
    bool eightBitHeader = false; // in the header, which only SMTPUTF8 allows (RFC 6532)
};
WireShape wireShape(const QByteArray &message);

// A message piece by piece as DATA wants it (RFC 5321 2.3.8, 4.5.2): every line ends with CRLF, whatever
// ended it before (a CR or LF alone would be read as a line's end by some servers and not by others), and a
// line that begins with a dot gets another. Holds the message, no copy of it.
class DotStuffing
{
public:
    explicit DotStuffing(QByteArray message);
    bool isDone() const { return m_at == m_message.size() && m_atLineStart; }
    // Made of at most `most` octets of the message; not empty until it is done.
    QByteArray next(qsizetype most);

private:
    const QByteArray m_message;
    qsizetype m_at = 0;
    bool m_atLineStart = true;
};

} // namespace kw
