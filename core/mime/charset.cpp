#include "core/mime/charset.h"

#include "core/mime/charsetnames.h"

#include <KEncodingProber>

#include <QSet>
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

// How many octets at the end are the beginning of a UTF-8 character that was cut.
qsizetype cutUtf8(QByteArrayView bytes)
{
    constexpr qsizetype LongestRest = 3;
    for (qsizetype size = 1; size <= std::min(LongestRest, bytes.size()); ++size) {
        const auto lead = quint8(bytes[bytes.size() - size]);
        if (lead < 0x80)
            return 0;
        if (lead >= 0xC0) // the first octet tells how many follow
            return size < (lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2) ? size : 0;
    }
    return 0;
}

bool isUtf8WithCutEnd(QByteArrayView bytes)
{
    const QByteArrayView whole = bytes.chopped(cutUtf8(bytes));
    return whole.size() < bytes.size() && !isAscii(whole) && whole.isValidUtf8();
}

// Joined encoded words leave "back to ASCII" right before the next escape; ICU takes such an empty run for an
// attack and shows U+FFFD.
QString fromIso2022(QByteArrayView bytes, const QByteArray &name)
{
    QByteArray clean = bytes.toByteArray();
    clean.replace("\x1b(B\x1b", "\x1b").replace("\x1b(J\x1b", "\x1b");
    QStringDecoder decoder(name.constData(), QStringConverter::Flag::Stateless);
    return decoder.isValid() ? QString(decoder.decode(clean)) : QString::fromLatin1(bytes);
}

// East Asian text that nobody labelled is told by the statistics of its octets; anything else reads as well
// in Windows-1252 as a guess would.
QString fromLikelyCharset(QByteArrayView bytes)
{
    constexpr qsizetype MostProbed = 4096;
    constexpr qsizetype FewestBeyondAscii = 40;
    constexpr float Sure = 0.95F;
    const auto beyondAscii
        = std::count_if(bytes.begin(), bytes.end(), [](char c) { return quint8(c) >= 0x80; });
    if (beyondAscii < FewestBeyondAscii)
        return {};
    KEncodingProber prober;
    prober.feed(bytes.first(std::min(bytes.size(), MostProbed)));
    static const QSet<QByteArray> eastAsian{"shift_jis", "euc-jp", "euc-kr", "gb2312", "gb18030", "big5"};
    const QByteArray name = prober.encoding().toLower();
    if (prober.confidence() < Sure || !eastAsian.contains(name))
        return {};
    QStringDecoder decoder(name.startsWith("gb") ? "gb18030" : name.constData(),
                           QStringConverter::Flag::Stateless);
    const QString text = decoder.isValid() ? QString(decoder.decode(bytes)) : QString();
    return text.count(QChar::ReplacementCharacter) * 50 < beyondAscii ? text : QString();
}

} // namespace

QString decodeUnlabelled(QByteArrayView bytes)
{
    if (isAscii(bytes))
        return bytes.contains("\x1b$") ? fromIso2022(bytes, "iso-2022-jp") : QString::fromLatin1(bytes);
    QString utf8 = QString::fromUtf8(bytes);
    if (bytes.isValidUtf8() || isUtf8WithCutEnd(bytes))
        return utf8;
    const auto broken = utf8.count(QChar::ReplacementCharacter);
    const auto beyondAscii
        = std::count_if(utf8.cbegin(), utf8.cend(), [](QChar c) { return c.unicode() >= 0x80; });
    if (broken * 4 < beyondAscii)
        return utf8;
    const QString likely = fromLikelyCharset(bytes);
    return likely.isEmpty() ? fromWindows1252(bytes) : likely;
}

QString decodeCharset(QByteArrayView bytes, QByteArrayView charset)
{
    const QByteArray name = usualCharset(charset.trimmed().toByteArray().toLower());
    if (name.isEmpty() || name == "utf-8")
        return decodeUnlabelled(bytes);
    if (name == "windows-1252") {
        if (isAscii(bytes) || bytes.isValidUtf8())
            return decodeUnlabelled(bytes);
        return fromWindows1252(bytes);
    }
    if (name == "utf-7")
        return fromUtf7(bytes);
    if (name.startsWith("iso-2022-"))
        return fromIso2022(bytes, name);
    if (name == "iso-8859-16")
        return fromIso8859_16(bytes);
    // Wrongly so called: units of two or four octets have zeros, or octets that are no UTF-8.
    if ((name.startsWith("utf-16") || name.startsWith("utf-32")) && !bytes.contains('\0')
        && bytes.isValidUtf8())
        return decodeUnlabelled(bytes);
    QStringDecoder decoder(name.constData(), QStringConverter::Flag::Stateless);
    return decoder.isValid() ? QString(decoder.decode(bytes)) : decodeUnlabelled(bytes);
}

QByteArray withWholeCharacters(const QByteArray &folded)
{
    QByteArray out;
    qsizetype kept = 0;
    for (qsizetype at = 0; (at = folded.indexOf('\n', at)) >= 0; ++at) {
        const qsizetype from = at > 0 && folded[at - 1] == '\r' ? at - 1 : at;
        const bool isFold = at + 2 < folded.size() && (folded[at + 1] == ' ' || folded[at + 1] == '\t');
        if (!isFold || from < 1 || quint8(folded[from - 1]) < 0x80 || (quint8(folded[at + 2]) & 0xC0) != 0x80)
            continue;
        out += QByteArrayView(folded).sliced(kept, from - kept);
        kept = at + 2;
    }
    return kept == 0 ? folded : out + folded.sliced(kept);
}

QString withoutTricks(const QString &text)
{
    const auto isBreak = [](char16_t u) { return u == u'\t' || u == u'\n' || u == u'\r'; };
    const auto isTrick = [](char16_t u) {
        return u < 0x20 || (u >= 0x7f && u < 0xa0) || (u >= 0x202a && u <= 0x202e)
            || (u >= 0x2066 && u <= 0x2069) || u == 0xfeff;
    };
    const auto *units = reinterpret_cast<const char16_t *>(text.utf16());
    if (std::none_of(units, units + text.size(), isTrick))
        return text;
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        if (isBreak(c.unicode()))
            out += u' ';
        else if (!isTrick(c.unicode()))
            out += c;
    }
    return out;
}

} // namespace kw
