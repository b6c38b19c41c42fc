#include "core/compose/flowedtext.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qsizetype Width = 72; // characters; RFC 3676 4.2 wants at most 78

// Where the first line of `text` ends, with the blanks that follow its last word.
qsizetype lineEnd(QStringView text, qsizetype width)
{
    if (text.size() <= width)
        return text.size();
    qsizetype end = text.lastIndexOf(u' ', width);
    // "-- " alone would end the message; a line of blanks would lose them.
    if (end <= 0 || text.first(end).trimmed().isEmpty() || text.first(end) == u"--")
        end = text.indexOf(u' ', width);
    if (end < 0)
        return text.size();
    while (end < text.size() && text[end] == u' ')
        ++end;
    return end;
}

bool needsStuffing(QStringView line)
{
    return line.startsWith(u' ') || line.startsWith(u'>') || line.startsWith(u"From ");
}

void appendLine(QString &out, qsizetype depth, QStringView line)
{
    out += QString(depth, u'>');
    if (depth > 0 ? !line.isEmpty() : needsStuffing(line))
        out += u' ';
    out += line;
    out += u'\n';
}

} // namespace

QString flowedText(const QString &text)
{
    QString normal = text;
    normal.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    QString out;
    out.reserve(normal.size() + normal.size() / 16);
    for (QStringView line : QStringView(normal).tokenize(u'\n')) {
        qsizetype depth = 0;
        while (depth < line.size() && line[depth] == u'>')
            ++depth;
        line = line.sliced(depth);
        if (depth > 0 && line.startsWith(u' '))
            line = line.sliced(1);
        if (line != u"-- ") {
            while (line.endsWith(u' '))
                line.chop(1);
        }
        do {
            const qsizetype end
                = line == u"-- " ? line.size() : lineEnd(line, Width - std::min<qsizetype>(depth, 20));
            appendLine(out, depth, line.first(end));
            line = line.sliced(end);
        } while (!line.isEmpty());
    }
    if (out.endsWith(u'\n') && normal.endsWith(u'\n'))
        out.chop(1); // tokenize() saw an empty line behind the last
    return out;
}

} // namespace kw
