#include "core/compose/calendarlines.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

bool isControl(char c)
{
    return (uchar(c) < 0x20 && c != '\t') || c == '\x7f';
}

QByteArray withoutControls(QByteArrayView octets)
{
    QByteArray out;
    out.reserve(octets.size());
    std::copy_if(octets.begin(), octets.end(), std::back_inserter(out), [](char c) { return !isControl(c); });
    // What Unicode has for line ends, in UTF-8; some programs take them for that.
    return out.replace("\xc2\x85", "").replace("\xe2\x80\xa8", "").replace("\xe2\x80\xa9", "");
}

bool isName(QByteArrayView name)
{
    constexpr qsizetype Longest = 100;
    return !name.isEmpty() && name.size() < Longest
        && std::all_of(
            name.begin(), name.end(),
            [](char c) {
                return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
            });
}

// Where the first of `ends` stands outside quotes; the size where none does.
qsizetype outsideQuotes(QByteArrayView line, qsizetype at, QByteArrayView ends)
{
    bool isQuoted = false;
    for (; at < line.size(); ++at) {
        if (line[at] == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && ends.contains(line[at]))
            break;
    }
    return at;
}

std::optional<CalendarLine> lineOf(QByteArrayView octets)
{
    constexpr qsizetype MostParameters = 50;
    const QByteArray line = withoutControls(octets);
    qsizetype at = outsideQuotes(line, 0, ";:");
    if (at >= line.size() || !isName(QByteArrayView(line).first(at)))
        return {};
    CalendarLine out{line.first(at).toUpper(), {}, {}};
    while (at < line.size() && line[at] == ';') {
        const qsizetype end = outsideQuotes(line, at + 1, ";:");
        const QByteArray parameter = line.sliced(at + 1, end - at - 1);
        const qsizetype equals = parameter.indexOf('=');
        if (equals > 0 && isName(QByteArrayView(parameter).first(equals))
            && out.parameters.size() < MostParameters)
            out.parameters.append(
                {parameter.first(equals).toUpper(), parameter.sliced(equals + 1).replace('"', "")});
        at = end;
    }
    if (at >= line.size())
        return {};
    out.value = line.sliced(at + 1).trimmed();
    return out;
}

QByteArray folded(const QByteArray &line)
{
    constexpr qsizetype Longest = 75; // octets without the line break
    QByteArray out;
    out.reserve(line.size() + line.size() / 24 + 2);
    qsizetype column = 0;
    for (qsizetype at = 0; at < line.size();) {
        qsizetype end = at + 1;
        while (end < line.size() && (uchar(line[end]) & 0xC0) == 0x80 && end - at < 4)
            ++end;
        if (column + end - at > Longest) {
            out += "\r\n ";
            column = 1;
        }
        out += QByteArrayView(line).sliced(at, end - at);
        column += end - at;
        at = end;
    }
    return out + "\r\n";
}

} // namespace

QByteArray CalendarLine::parameter(QByteArrayView upperCaseName) const
{
    for (const Parameter &one : parameters) {
        if (one.name == upperCaseName)
            return one.value;
    }
    return {};
}

QList<CalendarLine> calendarLines(const QByteArray &text, qsizetype most)
{
    QList<CalendarLine> out;
    QByteArray line;
    const auto take = [&out, &line] {
        if (auto read = lineOf(line))
            out.append(*std::move(read));
        line.clear();
    };
    for (qsizetype at = 0; at < text.size() && out.size() < most;) {
        const qsizetype found = text.indexOf('\n', at);
        const qsizetype end = found < 0 ? text.size() : found;
        QByteArrayView octets = QByteArrayView(text).sliced(at, end - at);
        if (octets.endsWith('\r'))
            octets.chop(1);
        const bool isFold = octets.startsWith(' ') || octets.startsWith('\t');
        if (!isFold)
            take();
        line += isFold ? octets.sliced(1) : octets;
        at = end + 1;
    }
    if (out.size() < most)
        take();
    return out;
}

QByteArray written(const CalendarLine &line)
{
    QByteArray out = line.name;
    for (const CalendarLine::Parameter &one : line.parameters) {
        const QByteArray value = withoutControls(one.value).replace('"', "");
        const bool needsQuotes = value.contains(';') || value.contains(':') || value.contains(',');
        out += ';' + one.name + '=' + (needsQuotes ? '"' + value + '"' : value);
    }
    return folded(out + ':' + withoutControls(line.value));
}

QByteArray calendarText(const QString &text)
{
    QString out = text;
    out.replace(u'\\', "\\\\"_L1).replace(u';', "\\;"_L1).replace(u',', "\\,"_L1);
    out.replace("\r\n"_L1, "\\n"_L1).replace(u'\n', "\\n"_L1).replace(u'\r', "\\n"_L1);
    return withoutControls(out.toUtf8());
}

QString fromCalendarText(QByteArrayView escaped)
{
    QByteArray out;
    out.reserve(escaped.size());
    for (qsizetype at = 0; at < escaped.size(); ++at) {
        if (escaped[at] != '\\' || at + 1 >= escaped.size()) {
            out += escaped[at];
            continue;
        }
        const char next = escaped[++at];
        out += next == 'n' || next == 'N' ? '\n' : next;
    }
    return QString::fromUtf8(out);
}

QString calendarAddress(QByteArrayView value)
{
    const QByteArray url = value.toByteArray().trimmed();
    constexpr QByteArrayView Scheme = "mailto:";
    if (url.first(std::min(url.size(), Scheme.size())).compare(Scheme, Qt::CaseInsensitive) != 0)
        return {};
    const QByteArray path = url.sliced(Scheme.size()).split('?').first();
    return QUrl::fromPercentEncoding(path).trimmed();
}

} // namespace kw
