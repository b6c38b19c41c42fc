#include "core/imap/stream/mailboxname.h"

#include <algorithm>

namespace kw {

namespace {

bool isDirect(QChar c)
{
    return c.unicode() >= 0x20 && c.unicode() <= 0x7e;
}

QByteArray shifted(QStringView run)
{
    QByteArray utf16;
    for (const QChar c : run) {
        utf16 += char(c.unicode() >> 8);
        utf16 += char(c.unicode() & 0xff);
    }
    QByteArray encoded = utf16.toBase64(QByteArray::OmitTrailingEquals);
    encoded.replace('/', ',');
    return '&' + encoded + '-';
}

} // namespace

QByteArray quotedMailbox(const QString &path)
{
    QByteArray name;
    for (qsizetype at = 0; at < path.size();) {
        if (path[at] == QLatin1Char('&')) {
            name += "&-";
            ++at;
        } else if (isDirect(path[at])) {
            name += char(path[at].unicode());
            ++at;
        } else {
            const auto *end = std::find_if(path.begin() + at, path.end(), isDirect);
            const qsizetype length = end - (path.begin() + at);
            name += shifted(QStringView(path).sliced(at, length));
            at += length;
        }
    }
    return quotedString(name);
}

QByteArray quotedString(const QByteArray &text)
{
    QByteArray out = "\"";
    for (const char c : text) {
        if (c == '\r' || c == '\n' || c == '\0' || quint8(c) > 0x7f)
            return {};
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + '"';
}

} // namespace kw
