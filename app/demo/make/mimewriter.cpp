#include "app/demo/make/mimewriter.h"

#include <QCryptographicHash>
#include <QStringConverter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw::demo {

namespace {

constexpr int LineLimit = 76; // RFC 2045 6.7, RFC 2047 2
constexpr int WordBytes
    = 42; // of text in one encoded word: 56 characters of base64 and the frame stay below 75

bool isAscii(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return uchar(c) < 0x80; });
}

QByteArray encodedWords(const QString &text)
{
    QByteArray out;
    QByteArray chunk;
    const auto flush = [&] {
        if (!chunk.isEmpty())
            out += (out.isEmpty() ? "=?UTF-8?B?" : " =?UTF-8?B?") + chunk.toBase64() + "?=";
        chunk.clear();
    };
    const auto points = text.toUcs4();
    for (const uint point : points) {
        const QByteArray utf8 = QString::fromUcs4(reinterpret_cast<const char32_t *>(&point), 1).toUtf8();
        if (chunk.size() + utf8.size() > WordBytes)
            flush();
        chunk += utf8;
    }
    flush();
    return out;
}

// Breaks before a space where the line would pass the limit; a single word may be longer.
QByteArray folded(const QByteArray &line)
{
    QByteArray out;
    qsizetype column = 0;
    for (const QByteArray &word : line.split(' ')) {
        if (column > 0 && column + 1 + word.size() > LineLimit) {
            out += "\r\n";
            column = 0;
        }
        if (!out.isEmpty()) {
            out += ' ';
            ++column;
        }
        out += word;
        column += word.size();
    }
    return out;
}

QByteArray quotedPrintable(const QByteArray &text)
{
    QByteArray out;
    for (const QByteArray &line : text.split('\n')) {
        QByteArray current;
        for (qsizetype i = 0; i < line.size(); ++i) {
            const char c = line.at(i);
            const bool last = i + 1 == line.size();
            const bool plain = (c > 32 && c < 127 && c != '=') || (c == ' ' && !last);
            const QByteArray piece = plain ? QByteArray(1, c) : '=' + QByteArray(1, c).toHex().toUpper();
            if (current.size() + piece.size() >= LineLimit) {
                out += current + "=\r\n";
                current.clear();
            }
            current += piece;
        }
        out += current + "\r\n";
    }
    out.chop(2); // split() gives one more piece than there are line ends
    return out;
}

QByteArray base64Lines(const QByteArray &content)
{
    const QByteArray all = content.toBase64();
    QByteArray out;
    for (qsizetype i = 0; i < all.size(); i += LineLimit)
        out += all.mid(i, LineLimit) + "\r\n";
    return out;
}

QByteArray encodedContent(const Part &part)
{
    if (part.encoding == "base64")
        return base64Lines(part.content);
    if (part.encoding == "quoted-printable")
        return quotedPrintable(part.content);
    return QByteArray(part.content).replace('\n', "\r\n");
}

// RFC 2231 for what is not ASCII, a quoted string else.
QByteArray parameter(const QByteArray &name, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    if (!isAscii(utf8))
        return ";\r\n " + name + "*=UTF-8''" + utf8.toPercentEncoding();
    return ";\r\n " + name + "=\"" + utf8 + "\"";
}

bool fitsIn7bit(const QByteArray &content)
{
    if (!isAscii(content))
        return false;
    const auto lines = content.split('\n');
    return std::all_of(lines.begin(), lines.end(), [](const QByteArray &line) { return line.size() < 200; });
}

} // namespace

QByteArray headerField(const QByteArray &name, const QString &value)
{
    const QByteArray text = isAscii(value.toUtf8()) ? value.toUtf8() : encodedWords(value);
    return folded(name + ": " + text) + "\r\n";
}

QByteArray addressText(const QString &name, const QString &email)
{
    if (name.isEmpty())
        return email.toUtf8();
    const QByteArray utf8 = name.toUtf8();
    if (!isAscii(utf8))
        return encodedWords(name) + " <" + email.toUtf8() + ">";
    const bool atoms = std::all_of(utf8.begin(), utf8.end(), [](char c) {
        return std::isalnum(uchar(c)) || c == ' ' || c == '-' || c == '\'';
    });
    return (atoms ? utf8 : "\"" + utf8 + "\"") + " <" + email.toUtf8() + ">";
}

QByteArray addressField(const QByteArray &name, const QList<QByteArray> &addresses)
{
    QByteArray out = name + ":";
    for (qsizetype i = 0; i < addresses.size(); ++i)
        out += (i == 0 ? " " : ",\r\n ") + addresses.at(i);
    return out + "\r\n";
}

Part multipart(const QByteArray &subtype, const QList<Part> &children)
{
    Part part;
    part.type = "multipart/" + subtype;
    part.children = children;
    return part;
}

Part textPart(const QByteArray &subtype, const QString &text, const QString &charset, const QString &encoding)
{
    Part part;
    part.type = "text/" + subtype;
    QStringEncoder encoder(charset.isEmpty() ? "UTF-8" : charset.toLatin1().constData());
    const bool known = encoder.isValid();
    part.content = known ? QByteArray(encoder.encode(text)) : text.toUtf8();
    part.parameters = {{"charset", known && !charset.isEmpty() ? charset : u"utf-8"_s}};
    part.encoding = encoding.toLatin1();
    if (part.encoding.isEmpty())
        part.encoding = fitsIn7bit(part.content) ? "7bit" : "quoted-printable";
    return part;
}

Part flowedPart(const QString &text)
{
    QString out;
    for (const QString &line : text.split(u'\n')) {
        if (line == "-- "_L1 || line.startsWith(u'>')) {
            out += line + u'\n';
            continue;
        }
        QString current;
        for (const QString &word : line.split(u' ', Qt::SkipEmptyParts)) {
            if (!current.isEmpty() && current.size() + word.size() > 70) {
                out += current + u'\n'; // ends in the space that makes the line end soft
                current.clear();
            }
            if (current.isEmpty() && (word.startsWith(u'>') || word.startsWith("From"_L1)))
                current = u' ';
            current += word + u' ';
        }
        out += current.trimmed().isEmpty() ? u"\n"_s : current.chopped(1) + u'\n';
    }
    Part part = textPart("plain", out.chopped(1));
    part.parameters.append({"format", u"flowed"_s});
    return part;
}

QByteArray writePart(const Part &part, const QByteArray &salt)
{
    const QByteArray boundary
        = "=_" + QCryptographicHash::hash(salt + part.type, QCryptographicHash::Sha1).toHex().left(24);
    QByteArray out = "Content-Type: " + part.type;
    for (const auto &[name, value] : part.parameters)
        out += parameter(name, value);
    if (!part.children.isEmpty())
        out += parameter("boundary", QString::fromLatin1(boundary));
    if (!part.fileName.isEmpty())
        out += parameter("name", part.fileName);
    out += "\r\n";
    if (!part.encoding.isEmpty())
        out += "Content-Transfer-Encoding: " + part.encoding + "\r\n";
    if (!part.contentId.isEmpty())
        out += "Content-ID: <" + part.contentId + ">\r\n";
    if (!part.disposition.isEmpty()) {
        out += "Content-Disposition: " + part.disposition;
        out += (part.fileName.isEmpty() ? QByteArray() : parameter("filename", part.fileName)) + "\r\n";
    }
    out += "\r\n" + encodedContent(part);
    for (qsizetype i = 0; i < part.children.size(); ++i)
        out += "--" + boundary + "\r\n" + writePart(part.children.at(i), salt + '.' + QByteArray::number(i))
            + "\r\n";
    if (!part.children.isEmpty())
        out += "--" + boundary + "--\r\n";
    return out;
}

} // namespace kw::demo
