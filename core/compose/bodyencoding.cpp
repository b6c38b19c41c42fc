#include "core/compose/bodyencoding.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qsizetype LongestLine = 998; // octets without CRLF, RFC 5322 2.1.1

// UTF-8 with LF as line ends.
QByteArray plainOctets(const QString &text)
{
    QString out = text;
    out.replace("\r\n"_L1, "\n"_L1);
    for (QChar &c : out) {
        if (c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u'\n';
    }
    out.remove(QChar::Null);
    if (!out.isEmpty() && !out.endsWith(u'\n'))
        out += u'\n';
    return out.toUtf8();
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

// What relays and mailbox files leave as it is: printable ASCII in short lines, none that begins like the
// separator of a mailbox file or is the end of an SMTP message.
bool isUntouchable(const QByteArray &octets, bool staysAsWritten)
{
    qsizetype start = 0;
    for (qsizetype i = 0; i < octets.size(); ++i) {
        const char c = octets[i];
        if (c != '\n') {
            if ((c < ' ' && c != '\t') || c > '~')
                return false;
            continue;
        }
        const QByteArrayView line = QByteArrayView(octets).sliced(start, i - start);
        if (line.size() > LongestLine || line.startsWith("From ") || line.startsWith('.')
            || (staysAsWritten && !line.isEmpty() && isBlank(line.back())))
            return false;
        start = i + 1;
    }
    return true;
}

// By some relay or mailbox file.
bool isTouched(QByteArrayView line)
{
    return line.startsWith("From ") || (!line.isEmpty() && isBlank(line.back()));
}

QByteArray withCrlf(const QByteArray &octets)
{
    QByteArray out;
    out.reserve(octets.size() + octets.count('\n'));
    for (const char c : octets) {
        if (c == '\n')
            out += '\r';
        out += c;
    }
    return out;
}

void appendEscaped(QByteArray &out, char c)
{
    static constexpr char Digits[] = "0123456789ABCDEF";
    out += '=';
    out += Digits[uchar(c) >> 4];
    out += Digits[uchar(c) & 15];
}

// RFC 2045 6.7.
QByteArray quotedPrintable(const QByteArray &octets)
{
    constexpr qsizetype Longest = 76; // with the "=" of a soft line break
    QByteArray out;
    out.reserve(octets.size() * 5 / 4);
    qsizetype lineStart = 0;
    for (qsizetype i = 0; i < octets.size(); ++i) {
        const char c = octets[i];
        if (c == '\n') {
            out += "\r\n";
            lineStart = out.size();
            continue;
        }
        const bool isLast = i + 1 == octets.size() || octets[i + 1] == '\n';
        const bool startsLine = out.size() == lineStart;
        const bool escapes = (c < ' ' && c != '\t') || c > '~' || c == '=' || (isBlank(c) && isLast)
            || (startsLine
                && (c == '.' || (c == 'F' && QByteArrayView(octets).sliced(i).startsWith("From "))));
        const qsizetype needed = (escapes ? 3 : 1) + (isLast ? 0 : 1);
        if (out.size() - lineStart + needed > Longest) {
            out += "=\r\n";
            lineStart = out.size();
            --i; // once more, at the start of a line
            continue;
        }
        if (escapes)
            appendEscaped(out, c);
        else
            out += c;
    }
    return out;
}

qint64 quotedPrintableSize(const QByteArray &octets)
{
    const auto escaped = std::count_if(octets.cbegin(), octets.cend(), [](char c) {
        return (c < ' ' && c != '\n' && c != '\t') || c > '~' || c == '=';
    });
    return octets.size() + qint64(escaped) * 2;
}

} // namespace

EncodedBody encodedText(const QString &text, bool staysAsWritten)
{
    const QByteArray octets = plainOctets(text);
    if (isUntouchable(octets, staysAsWritten))
        return {"7bit", withCrlf(octets)};
    if (quotedPrintableSize(octets) <= base64Size(octets.size()) * 5 / 4)
        return {"quoted-printable", quotedPrintable(octets)};
    EncodedBody body{"base64", {}};
    const QByteArray canonical = withCrlf(octets);
    body.octets.reserve(base64Size(canonical.size()));
    appendBase64(body.octets, canonical);
    return body;
}

void appendBase64(QByteArray &out, QByteArrayView octets)
{
    for (qsizetype at = 0; at < octets.size(); at += Base64Piece) {
        const qsizetype size = std::min(Base64Piece, octets.size() - at);
        out += QByteArray::fromRawData(octets.data() + at, size).toBase64();
        out += "\r\n";
    }
}

NestedMessage nestedMessage(const QByteArray &message)
{
    NestedMessage out{{}, true, false, false};
    out.octets.reserve(message.size() + message.size() / 32);
    qsizetype lineStart = 0;
    for (qsizetype i = 0; i < message.size(); ++i) {
        const char c = message[i];
        if (c == '\r' && i + 1 < message.size() && message[i + 1] == '\n')
            continue;
        if (c == '\n') {
            out.fits = out.fits && out.octets.size() - lineStart <= LongestLine;
            out.isFragile = out.isFragile || isTouched(QByteArrayView(out.octets).sliced(lineStart));
            out.octets += "\r\n";
            lineStart = out.octets.size();
            continue;
        }
        out.fits = out.fits && c != '\0' && c != '\r';
        out.isEightBit = out.isEightBit || uchar(c) >= 0x80;
        out.octets += c;
    }
    out.fits = out.fits && out.octets.size() - lineStart <= LongestLine;
    out.isFragile = out.isFragile || isTouched(QByteArrayView(out.octets).sliced(lineStart));
    if (!out.octets.endsWith("\r\n"))
        out.octets += "\r\n";
    return out;
}

} // namespace kw
