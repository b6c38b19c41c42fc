#include "core/mime/charsetnames.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace kw {

namespace {

using Name = std::pair<QByteArrayView, QByteArrayView>;
constexpr std::array<Name, 56> Names{{{"us-ascii", ""},
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
                                      {"big5_tw", "big5"}}};

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

} // namespace

QByteArray usualCharset(QByteArray name)
{
    static const QHash<QByteArray, QByteArray> known = [] {
        QHash<QByteArray, QByteArray> out;
        for (const auto &[sent, meant] : Names)
            out.insert(sent.toByteArray(), meant.toByteArray());
        return out;
    }();
    if (const QByteArrayView part = isoPart(name); !part.isEmpty())
        name = "iso-8859-" + part.toByteArray();
    return known.value(name, name);
}

QString fromIso8859_16(QByteArrayView bytes)
{
    // Where it differs from Latin 1.
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

} // namespace kw
