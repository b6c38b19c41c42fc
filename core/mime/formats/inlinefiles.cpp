#include "core/mime/formats/inlinefiles.h"

#include <array>
#include <optional>

namespace kw {

namespace {

constexpr int MaxFiles = 200;

// One line after the other, without line breaks.
class Lines
{
public:
    explicit Lines(QByteArrayView octets)
        : m_octets(octets)
    {
    }
    bool next()
    {
        if (m_at >= m_octets.size())
            return false;
        m_start = m_at;
        const qsizetype end = m_octets.indexOf('\n', m_at);
        m_at = end < 0 ? m_octets.size() : end + 1;
        line = m_octets.sliced(m_start, (end < 0 ? m_octets.size() : end) - m_start);
        if (line.endsWith('\r'))
            line.chop(1);
        return true;
    }
    qsizetype start() const { return m_start; } // of the line
    qsizetype end() const { return m_at; } // behind its break
    void goTo(qsizetype at) { m_at = at; }

    QByteArrayView line;

private:
    const QByteArrayView m_octets;
    qsizetype m_at = 0;
    qsizetype m_start = 0;
};

// "begin 644 name": the name, or nothing.
std::optional<QByteArray> uuHead(QByteArrayView line)
{
    constexpr QByteArrayView word("begin ");
    if (!line.startsWith(word))
        return {};
    qsizetype at = word.size();
    const qsizetype mode = at;
    while (at < line.size() && line[at] >= '0' && line[at] <= '7')
        ++at;
    if (at - mode < 3 || at - mode > 4 || at >= line.size() || line[at] != ' ')
        return {};
    const QByteArray name = line.sliced(at).toByteArray().trimmed();
    return name.isEmpty() ? std::optional<QByteArray>() : name;
}

// How many octets a line of uuencode says that it has; -1: it is none. `isShort`: characters are missing, as
// where a server took off the blanks at its end, which are zeros. Some programs leave out a few characters at
// the end in any case, others add a check character.
int uuOctets(QByteArrayView line, bool *isShort)
{
    constexpr int MostOctets = 45;
    const int octets = line.isEmpty() ? 0 : (line[0] - ' ') & 0x3f;
    const qsizetype wanted = 1 + (octets + 2) / 3 * 4;
    *isShort = line.size() < std::max<qsizetype>(1, wanted - 4);
    const bool isLine = octets <= MostOctets && line.size() <= wanted + 2
        && std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c <= '`'; });
    return isLine ? octets : -1;
}

void appendUu(QByteArrayView line, int octets, QByteArray &out)
{
    const auto bits = [line](qsizetype at) { return at < line.size() ? (line[at] - ' ') & 0x3f : 0; };
    for (qsizetype at = 1; octets > 0; at += 4, octets -= 3) {
        const int three = bits(at) << 18 | bits(at + 1) << 12 | bits(at + 2) << 6 | bits(at + 3);
        for (int i = 0; i < std::min(octets, 3); ++i)
            out += char(three >> (16 - 8 * i) & 0xff);
    }
}

// Behind the head; leaves the lines behind the end of the file. Nothing where the first line is no data.
// Short lines are only believed where the file has an end, for nearly every line of capitals looks like one.
std::optional<FoundFile> readUu(Lines &lines, const QByteArray &name)
{
    FoundFile file{name, {}, {}, true, {}};
    qsizetype behind = lines.end();
    qsizetype sure = -1; // octets before the first short line
    qsizetype behindSure = behind;
    while (file.damaged && lines.next()) {
        bool isShort = false;
        const int octets = uuOctets(lines.line, &isShort);
        file.damaged = !(lines.line.startsWith("end") && lines.line.trimmed() == "end");
        if (file.damaged && octets < 0)
            break;
        if (isShort && file.damaged && sure < 0) {
            sure = file.octets.size();
            behindSure = behind;
        }
        if (file.damaged)
            appendUu(lines.line, octets, file.octets);
        behind = lines.end();
    }
    if (file.damaged && sure >= 0) {
        file.octets.truncate(sure);
        behind = behindSure;
    }
    lines.goTo(behind);
    return file.octets.isEmpty() ? std::optional<FoundFile>() : file;
}

// The value of "key=value" in a line of yEnc; "name" is the last and may have blanks.
QByteArray yValue(QByteArrayView line, QByteArrayView key)
{
    const QByteArray pattern = ' ' + key.toByteArray() + '=';
    const qsizetype at = line.indexOf(pattern);
    if (at < 0)
        return {};
    const QByteArrayView rest = line.sliced(at + pattern.size());
    const qsizetype end = key == "name" ? -1 : rest.indexOf(' ');
    return (end < 0 ? rest : rest.first(end)).toByteArray().trimmed();
}

quint32 crc32(QByteArrayView octets)
{
    static const auto table = [] {
        std::array<quint32, 256> made{};
        for (quint32 i = 0; i < made.size(); ++i) {
            quint32 value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = (value >> 1) ^ (value & 1 ? 0xEDB88320U : 0);
            made[i] = value;
        }
        return made;
    }();
    quint32 sum = 0xFFFFFFFFU;
    for (const char c : octets)
        sum = (sum >> 8) ^ table[(sum ^ quint8(c)) & 0xff];
    return ~sum;
}

// `inPieces`: the file is in several messages, and "crc32" is of all of it.
bool isDamaged(QByteArrayView octets, QByteArrayView end, bool inPieces)
{
    bool known = false;
    const qint64 size = yValue(end, "size").toLongLong(&known);
    if (known && size != octets.size())
        return true;
    const quint32 sum = yValue(end, inPieces ? "pcrc32" : "crc32").toUInt(&known, 16);
    return known && sum != crc32(octets);
}

FoundFile readYenc(Lines &lines, QByteArrayView head)
{
    FoundFile file{yValue(head, "name"), {}, {}, true, {}};
    while (lines.next()) {
        if (lines.line.startsWith("=yend")) {
            file.damaged = isDamaged(file.octets, lines.line, !yValue(head, "part").isEmpty());
            break;
        }
        if (lines.line.startsWith("=ypart"))
            continue;
        for (qsizetype i = 0; i < lines.line.size(); ++i) {
            const bool escaped = lines.line[i] == '=' && i + 1 < lines.line.size();
            const int octet = quint8(lines.line[escaped ? ++i : i]) - (escaped ? 64 : 0) - 42;
            file.octets += char(octet & 0xff);
        }
    }
    return file;
}

bool isYencHead(QByteArrayView line)
{
    return line.startsWith("=ybegin ") && !yValue(line, "line").isEmpty() && !yValue(line, "size").isEmpty()
        && !yValue(line, "name").isEmpty();
}

} // namespace

TextWithFiles takeInlineFiles(const QByteArray &octets)
{
    TextWithFiles out;
    if (!octets.contains("begin "))
        return {octets, {}};
    Lines lines(octets);
    qsizetype kept = 0; // up to here everything is either text that was written down, or a file
    while (out.files.size() < MaxFiles && lines.next()) {
        const qsizetype start = lines.start();
        const qsizetype behind = lines.end();
        std::optional<FoundFile> file;
        if (const auto name = uuHead(lines.line))
            file = readUu(lines, *name);
        else if (isYencHead(lines.line))
            file = readYenc(lines, lines.line.toByteArray());
        if (!file) {
            lines.goTo(behind);
            continue;
        }
        out.files.append(*file);
        out.text += octets.sliced(kept, start - kept);
        kept = lines.end();
    }
    out.text += octets.sliced(kept);
    return out;
}

} // namespace kw
