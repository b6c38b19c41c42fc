#include "core/mime/charset.h"

#include <QStringDecoder>

#include <array>

namespace kw {

namespace {

// 0x80–0x9f of Windows-1252; the rest equals Latin 1.
constexpr std::array<char16_t, 32> Windows1252{
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

QString fromWindows1252(QByteArrayView bytes)
{
    QString out(bytes.size(), Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto byte = quint8(bytes[i]);
        out[i] = byte >= 0x80 && byte < 0xa0 ? QChar(Windows1252[byte - 0x80]) : QChar(char16_t(byte));
    }
    return out;
}

bool isAscii(QByteArrayView bytes)
{
    return std::none_of(bytes.begin(), bytes.end(), [](char c) { return quint8(c) >= 0x80; });
}

// RFC 2152. Qt and ICU builds differ on it, and old mail still has it.
QString fromUtf7(QByteArrayView bytes)
{
    QString out;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (bytes[i] != '+') {
            out += QChar(char16_t(quint8(bytes[i])));
            continue;
        }
        qsizetype end = i + 1;
        while (end < bytes.size() && (isalnum(quint8(bytes[end])) || bytes[end] == '+' || bytes[end] == '/'))
            ++end;
        if (end == i + 1) {
            out += QLatin1Char('+');
        } else {
            const QByteArray units = QByteArray::fromBase64(bytes.sliced(i + 1, end - i - 1).toByteArray());
            for (qsizetype u = 0; u + 1 < units.size(); u += 2)
                out += QChar(char16_t(quint8(units[u]) << 8 | quint8(units[u + 1])));
        }
        i = end < bytes.size() && bytes[end] == '-' ? end : end - 1;
    }
    return out;
}

} // namespace

QString decodeUnlabelled(QByteArrayView bytes)
{
    if (isAscii(bytes))
        return QString::fromLatin1(bytes);
    if (bytes.isValidUtf8())
        return QString::fromUtf8(bytes);
    return fromWindows1252(bytes);
}

QString decodeCharset(QByteArrayView bytes, QByteArrayView charset)
{
    const QByteArray name = charset.trimmed().toByteArray().toLower();
    if (name.isEmpty() || name == "us-ascii" || name == "ascii" || name == "utf-8" || name == "utf8"
        || name == "unknown-8bit")
        return decodeUnlabelled(bytes);
    if (name == "iso-8859-1" || name == "latin1" || name == "windows-1252" || name == "cp1252")
        return isAscii(bytes) ? QString::fromLatin1(bytes) : fromWindows1252(bytes);
    if (name == "utf-7" || name == "unicode-1-1-utf-7")
        return fromUtf7(bytes);
    // GB2312 and GBK in the wild contain the characters of their successor.
    const QByteArray usual = name == "gb2312" || name == "gbk" || name == "x-gbk" ? QByteArray("gb18030")
        : name == "ks_c_5601-1987" || name == "ks_c_5601"                         ? QByteArray("cp949")
                                                                                  : name;
    QStringDecoder decoder(usual.constData(), QStringConverter::Flag::Stateless);
    if (decoder.isValid())
        return decoder.decode(bytes);
    return decodeUnlabelled(bytes);
}

QString withoutTricks(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if (u == u'\t' || u == u'\n' || u == u'\r')
            out += u' ';
        else if (u < 0x20 || (u >= 0x7f && u < 0xa0) || (u >= 0x202a && u <= 0x202e)
                 || (u >= 0x2066 && u <= 0x2069) || u == 0xfeff)
            continue;
        else
            out += c;
    }
    return out;
}

} // namespace kw
