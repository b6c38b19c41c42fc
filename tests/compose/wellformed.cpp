#include "compose/wellformed.h"

#include "core/mime/headerfields.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

bool isAscii(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return uchar(c) < 0x80; });
}

void lookAtHeader(const QByteArray &header, QStringList &harm)
{
    static const QRegularExpression word(u"=\\?[^?\\s]+\\?[QBqb]\\?[^?\\s]*\\?="_s);
    if (!isAscii(header))
        harm.append(u"8-bit header"_s);
    HeaderFieldReader fields(header);
    while (fields.next()) {
        if (fields.is("bcc") || fields.is("resent-bcc"))
            harm.append(u"Bcc"_s);
    }
    for (const QByteArray &line : header.split('\n')) {
        const auto match = word.match(QString::fromLatin1(line));
        if (match.hasMatch() && match.capturedLength() > 75)
            harm.append("encoded word too long: "_L1 + match.captured());
        if (match.hasMatch() && line.size() > 77)
            harm.append("line with an encoded word too long: "_L1 + QString::fromLatin1(line));
        if (!line.isEmpty() && line.trimmed().isEmpty() && line != "\r")
            harm.append(u"a line of blanks in the header"_s);
    }
}

} // namespace

QStringList harmInMessage(const QByteArray &message)
{
    QStringList harm;
    qsizetype lineStart = 0;
    for (qsizetype i = 0; i < message.size(); ++i) {
        const char c = message[i];
        if (c == '\0')
            harm.append(u"NUL"_s);
        if (c == '\r' && (i + 1 == message.size() || message[i + 1] != '\n'))
            harm.append(u"bare CR"_s);
        if (c != '\n')
            continue;
        if (i == 0 || message[i - 1] != '\r')
            harm.append(u"bare LF"_s);
        if (i - 1 - lineStart > 998)
            harm.append(u"a line of %1 octets"_s.arg(i - 1 - lineStart));
        lineStart = i + 1;
    }
    if (!message.endsWith("\r\n"))
        harm.append(u"the last line is not ended"_s);
    const qsizetype end = message.indexOf("\r\n\r\n");
    if (end < 0)
        return harm << u"no end of the header"_s;
    const QByteArray header = message.first(end + 2);
    lookAtHeader(header, harm);
    if (!isAscii(QByteArrayView(message).sliced(end))
        && fieldOf(message, "content-transfer-encoding").toLower() != "8bit")
        harm.append(u"8-bit octets that nothing declares"_s);
    return harm;
}

QByteArray fieldOf(const QByteArray &message, QByteArrayView lowerCaseName)
{
    HeaderFieldReader fields(message);
    while (fields.next()) {
        if (fields.is(lowerCaseName))
            return fields.value();
    }
    return {};
}

} // namespace kw
