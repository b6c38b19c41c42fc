#include "core/parts/rtf.h"

#include <QStringDecoder>
#include <QtEndian>

#include <algorithm>
#include <optional>
#include <vector>

namespace kw {

namespace {

constexpr qsizetype MostOctets = qsizetype(16) << 20;
constexpr qsizetype HeaderSize = 16;
constexpr quint32 Packed = 0x75465A4C; // "LZFu"
constexpr quint32 Plain = 0x414C454D; // "MELA"
constexpr quint32 WindowSize = 4096;
// What the window holds at first (MS-OXRTFCP 2.1.3.1.1); the words' order is part of the format.
constexpr QByteArrayView Beginning
    = "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
      "\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
      "\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

class Unpacker
{
public:
    Unpacker()
        : m_window(WindowSize, ' ')
    {
        m_window.replace(0, Beginning.size(), Beginning.toByteArray());
    }

    QByteArray run(QByteArrayView in)
    {
        while (!in.isEmpty()) {
            const quint8 control = quint8(in.front());
            in = in.sliced(1);
            for (int bit = 0; bit < 8; ++bit) {
                const bool isReference = (control >> bit & 1) != 0;
                const qsizetype size = isReference ? 2 : 1;
                if (in.size() < size)
                    return m_out; // cut: what there is
                if (!isReference) {
                    put(in.front());
                } else if (!repeat(qFromBigEndian<quint16>(in.data()))) {
                    return m_out;
                }
                in = in.sliced(size);
                if (m_out.size() > MostOctets)
                    return {};
            }
        }
        return m_out;
    }

private:
    void put(char octet)
    {
        m_out += octet;
        m_window[m_at] = octet;
        m_at = (m_at + 1) % WindowSize;
    }

    // False: the end.
    bool repeat(quint16 reference)
    {
        constexpr int LengthBits = 4;
        quint32 from = reference >> LengthBits;
        const int length = (reference & 0xF) + 2;
        if (from == m_at)
            return false;
        for (int i = 0; i < length; ++i, from = (from + 1) % WindowSize)
            put(m_window[from]);
        return true;
    }

    QByteArray m_window;
    quint32 m_at = quint32(Beginning.size());
    QByteArray m_out;
};

// What is said about the text, not in it.
bool isAside(QByteArrayView word)
{
    static const QByteArrayView words[]{"fonttbl", "colortbl", "stylesheet", "info",      "pict",
                                        "object",  "header",   "footer",     "headerl",   "headerr",
                                        "footerl", "footerr",  "themedata",  "datastore", "listtable",
                                        "fldinst", "xmlnstbl"};
    for (const QByteArrayView each : words) {
        if (word == each)
            return true;
    }
    return false;
}

class RtfReader
{
public:
    QString run(QByteArrayView rtf)
    {
        m_rest = rtf;
        while (!m_rest.isEmpty()) {
            const char c = m_rest.front();
            m_rest = m_rest.sliced(1);
            if (c == '{') {
                if (m_groups.size() < MostGroups)
                    m_groups.push_back(m_group);
                else
                    ++m_deeper;
            } else if (c == '}') {
                close();
            } else if (c == '\\') {
                control();
            } else if (c != '\r' && c != '\n') {
                octet(c);
            }
        }
        flush();
        return m_text;
    }

private:
    static constexpr size_t MostGroups = 1000;
    struct Group {
        bool isAside = false;
        int fallback = 1; // characters after \u that stand for it
    };

    void close()
    {
        if (m_deeper > 0) {
            --m_deeper;
        } else if (!m_groups.empty()) {
            m_group = m_groups.back();
            m_groups.pop_back();
        }
    }

    void control()
    {
        if (m_rest.isEmpty())
            return;
        const char c = m_rest.front();
        if (!isLetter(c)) {
            m_rest = m_rest.sliced(1);
            symbol(c);
            return;
        }
        qsizetype end = 0;
        while (end < m_rest.size() && isLetter(m_rest[end]))
            ++end;
        const QByteArrayView word = m_rest.first(end);
        const qsizetype number = end;
        if (end < m_rest.size() && m_rest[end] == '-')
            ++end;
        while (end < m_rest.size() && m_rest[end] >= '0' && m_rest[end] <= '9')
            ++end;
        bool isNumber = false;
        const int value = m_rest.sliced(number, end - number).toInt(&isNumber);
        if (end < m_rest.size() && m_rest[end] == ' ')
            ++end;
        m_rest = m_rest.sliced(end);
        spoken(word, isNumber ? std::optional(value) : std::nullopt);
    }

    static bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

    void symbol(char c)
    {
        if (c == '\'' && m_rest.size() >= 2) {
            const QByteArray code = QByteArray::fromHex(m_rest.first(2).toByteArray());
            m_rest = m_rest.sliced(2);
            if (!code.isEmpty())
                octet(code.front());
        } else if (c == '*') {
            m_group.isAside = true;
        } else if (c == '~') {
            character(u'\u00a0');
        } else if (c == '\n' || c == '\r') {
            character(u'\n');
        } else if (c == '\\' || c == '{' || c == '}') {
            octet(c);
        }
    }

    void spoken(QByteArrayView word, std::optional<int> value)
    {
        if (word == "par" || word == "line" || word == "row") {
            character(u'\n');
        } else if (word == "tab" || word == "cell") {
            character(u'\t');
        } else if (word == "u" && value) {
            character(QChar(char16_t(*value)));
            m_skip = m_group.fallback;
        } else if (word == "uc" && value) {
            m_group.fallback = std::clamp(*value, 0, 16);
        } else if (word == "ansicpg" && value) {
            flush();
            m_codepage = *value;
        } else if (word == "bin" && value) {
            m_rest = m_rest.sliced(std::clamp<qsizetype>(*value, 0, m_rest.size()));
        } else if (isAside(word)) {
            m_group.isAside = true;
        }
    }

    void octet(char c)
    {
        if (m_skip > 0) {
            --m_skip;
            return;
        }
        if (!m_group.isAside)
            m_octets += c;
    }

    void character(QChar c)
    {
        if (m_group.isAside)
            return;
        flush();
        m_text += c;
    }

    void flush()
    {
        if (m_octets.isEmpty())
            return;
        const QByteArray name = "windows-" + QByteArray::number(m_codepage);
        QStringDecoder decoder(name.constData(), QStringConverter::Flag::Stateless);
        m_text += decoder.isValid() ? QString(decoder.decode(m_octets)) : QString::fromLatin1(m_octets);
        m_octets.clear();
    }

    QByteArrayView m_rest;
    std::vector<Group> m_groups;
    Group m_group;
    size_t m_deeper = 0; // groups beyond what is remembered
    QByteArray m_octets; // not decoded yet
    QString m_text;
    int m_skip = 0;
    int m_codepage = 1252;
};

} // namespace

QByteArray unpackedRtf(const QByteArray &packed)
{
    if (packed.size() < HeaderSize)
        return {};
    const auto size = qFromLittleEndian<quint32>(packed.constData());
    const auto rawSize = qFromLittleEndian<quint32>(packed.constData() + 4);
    const auto kind = qFromLittleEndian<quint32>(packed.constData() + 8);
    constexpr quint32 CountedHeader = 12; // the size does not count itself
    const qsizetype content = std::min<qsizetype>(packed.size() - HeaderSize,
                                                  size > CountedHeader ? qsizetype(size - CountedHeader) : 0);
    const QByteArrayView octets = QByteArrayView(packed).sliced(HeaderSize, content);
    if (kind == Plain)
        return octets.first(std::min<qsizetype>(octets.size(), rawSize)).toByteArray();
    if (kind != Packed)
        return {};
    QByteArray out = Unpacker().run(octets);
    out.truncate(std::min<qsizetype>(out.size(), rawSize));
    return out;
}

QString textOfRtf(const QByteArray &rtf)
{
    return rtf.startsWith("{\\rtf") ? RtfReader().run(rtf) : QString();
}

} // namespace kw
