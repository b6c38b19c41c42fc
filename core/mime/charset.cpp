#include "core/mime/charset.h"

#include <QHash>
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

// "iso_8859-9:1989", "iso8859-9", "iso88599" and the like: what follows "8859"; empty for all other names.
QByteArrayView isoPart(QByteArrayView name)
{
    const auto skip = [&name](QByteArrayView marks) {
        while (!name.isEmpty() && marks.contains(name.front()))
            name = name.sliced(1);
    };
    if (!name.startsWith("iso"))
        return {};
    name = name.sliced(3);
    skip("-_ ");
    if (!name.startsWith("8859"))
        return {};
    name = name.sliced(4);
    skip("-_ ");
    const qsizetype year = name.indexOf(':');
    return year < 0 ? name : name.first(year);
}

// A charset's name as the decoders know it; empty where the bytes themselves tell more than the name. In the
// wild many texts contain the characters of their label's successor (WHATWG Encoding 4.2).
QByteArray usualName(QByteArray name)
{
    if (const QByteArrayView part = isoPart(name); !part.isEmpty())
        name = "iso-8859-" + part.toByteArray();
    static const QHash<QByteArray, QByteArray> names{
        {"us-ascii", ""},
        {"ascii", ""},
        {"ansi_x3.4-1968", ""},
        {"ansi_x3.4-1986", ""},
        {"iso646-us", ""},
        {"iso-ir-6", ""},
        {"unknown-8bit", ""},
        {"x-unknown", ""},
        {"utf8", "utf-8"},
        {"unicode-1-1-utf-8", "utf-8"},
        {"iso-8859-1", "windows-1252"},
        {"latin1", "windows-1252"},
        {"latin-1", "windows-1252"},
        {"l1", "windows-1252"},
        {"csisolatin1", "windows-1252"},
        {"iso-ir-100", "windows-1252"},
        {"cp819", "windows-1252"},
        {"ibm819", "windows-1252"},
        {"cp1252", "windows-1252"},
        {"x-cp1252", "windows-1252"},
        {"unicode-1-1-utf-7", "utf-7"},
        {"win-1250", "windows-1250"},
        {"win-1251", "windows-1251"},
        {"win-1252", "windows-1252"},
        {"iso-8859-9", "windows-1254"},
        {"latin5", "windows-1254"},
        {"latin-5", "windows-1254"},
        {"l5", "windows-1254"},
        {"csisolatin5", "windows-1254"},
        {"iso-ir-148", "windows-1254"},
        {"iso-8859-11", "windows-874"},
        {"tis-620", "windows-874"},
        {"dos-874", "windows-874"},
        {"iso-8859-8-e", "iso-8859-8"},
        {"iso-8859-8-i", "iso-8859-8"},
        {"koi8-ru", "koi8-u"},
        {"gb2312", "gb18030"},
        {"gb_2312", "gb18030"},
        {"gb_2312-80", "gb18030"},
        {"csgb2312", "gb18030"},
        {"chinese", "gb18030"},
        {"gbk", "gb18030"},
        {"x-gbk", "gb18030"},
        // Windows' extension of EUC-KR; ICU's "cp949" is another one, of IBM.
        {"euc-kr", "windows-949"},
        {"cseuckr", "windows-949"},
        {"ks_c_5601-1987", "windows-949"},
        {"ks_c_5601-1989", "windows-949"},
        {"ks_c_5601", "windows-949"},
        {"ksc_5601", "windows-949"},
        {"ksc5601", "windows-949"},
        {"korean", "windows-949"},
        {"cp949", "windows-949"},
        {"ms949", "windows-949"},
        {"uhc", "windows-949"},
        // What Python's email package writes.
        {"eucgb2312_cn", "gb18030"},
        {"big5_tw", "big5"},
    };
    return names.value(name, name);
}

// ICU does not know it. Romanian; where it differs from Latin 1.
QString fromIso8859_16(QByteArrayView bytes)
{
    static constexpr std::array<std::pair<quint8, char16_t>, 40> Others{
        {{0xA1, 0x0104}, {0xA2, 0x0105}, {0xA3, 0x0141}, {0xA4, 0x20AC}, {0xA5, 0x201E}, {0xA6, 0x0160},
         {0xA8, 0x0161}, {0xAA, 0x0218}, {0xAC, 0x0179}, {0xAE, 0x017A}, {0xAF, 0x017B}, {0xB2, 0x010C},
         {0xB3, 0x0142}, {0xB4, 0x017D}, {0xB5, 0x201D}, {0xB8, 0x017E}, {0xB9, 0x010D}, {0xBA, 0x0219},
         {0xBC, 0x0152}, {0xBD, 0x0153}, {0xBE, 0x0178}, {0xBF, 0x017C}, {0xC3, 0x0102}, {0xC5, 0x0106},
         {0xD0, 0x0110}, {0xD1, 0x0143}, {0xD5, 0x0150}, {0xD7, 0x015A}, {0xD8, 0x0170}, {0xDD, 0x0118},
         {0xDE, 0x021A}, {0xE3, 0x0103}, {0xE5, 0x0107}, {0xF0, 0x0111}, {0xF1, 0x0144}, {0xF5, 0x0151},
         {0xF7, 0x015B}, {0xF8, 0x0171}, {0xFD, 0x0119}, {0xFE, 0x021B}}};
    QString out = QString::fromLatin1(bytes);
    for (QChar &c : out) {
        const auto *found = std::find_if(Others.begin(), Others.end(),
                                         [&c](const auto &pair) { return pair.first == c.unicode(); });
        if (found != Others.end())
            c = QChar(found->second);
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
    return broken * 4 < beyondAscii ? utf8 : fromWindows1252(bytes);
}

QString decodeCharset(QByteArrayView bytes, QByteArrayView charset)
{
    const QByteArray name = usualName(charset.trimmed().toByteArray().toLower());
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
