#include "core/compose/quoting.h"

#include <QRegularExpression>
#include <QStringList>

#include <optional>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

struct Tag {
    qsizetype start = 0;
    qsizetype end = 0; // behind its ">"
    QStringView text; // within < and >

    bool closes() const { return text.startsWith(u'/'); }
    QStringView name() const
    {
        const QStringView plain = closes() ? text.sliced(1) : text;
        const qsizetype blank = plain.indexOf(u' ');
        return blank < 0 ? plain : plain.first(blank);
    }
};

std::optional<Tag> nextTag(QStringView html, qsizetype from)
{
    const qsizetype start = html.indexOf(u'<', from);
    const qsizetype end = start < 0 ? -1 : html.indexOf(u'>', start);
    if (end < 0)
        return {};
    return Tag{start, end + 1, html.sliced(start + 1, end - start - 1)};
}

// Behind the end of the element that `open` begins.
qsizetype endOf(QStringView html, const Tag &open)
{
    if (open.name() == u"img" || open.name() == u"br" || open.name() == u"hr")
        return open.end;
    int depth = 1;
    qsizetype at = open.end;
    while (const auto tag = nextTag(html, at)) {
        at = tag->end;
        if (tag->name() == open.name())
            depth += tag->closes() ? -1 : 1;
        if (depth == 0)
            return at;
    }
    return html.size();
}

QString attribute(QStringView tag, QStringView name)
{
    const QString before = u' ' + name.toString() + "=\""_L1;
    const qsizetype start = tag.indexOf(before);
    if (start < 0)
        return {};
    const QStringView value = tag.sliced(start + before.size());
    return value.first(value.indexOf(u'"')).toString();
}

} // namespace

QString withoutSignature(const QString &text)
{
    constexpr qsizetype MostLines = 12; // of a signature below a "--" that lost its blank
    const QStringList lines = text.split(u'\n');
    qsizetype end = lines.indexOf(u"-- "_s);
    if (end < 0) {
        end = lines.lastIndexOf(u"--"_s);
        if (end >= 0 && lines.size() - end > MostLines)
            end = -1;
    }
    QString out = end < 0 ? text : lines.first(end).join(u'\n');
    while (out.endsWith(u'\n') || out.endsWith(u' '))
        out.chop(1);
    return out;
}

QString quotedText(const QString &text)
{
    QString out;
    out.reserve(text.size() + text.size() / 16);
    for (const QStringView line : QStringView(text).tokenize(u'\n')) {
        out += line.isEmpty() || line.startsWith(u'>') ? u">"_s : u"> "_s;
        out += line;
        out += u'\n';
    }
    return out;
}

QString textAsHtml(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines) {
        line = line.toHtmlEscaped();
        line.replace("  "_L1, " \u00A0"_L1);
    }
    return lines.join("<br>\n"_L1);
}

QString withoutSignatures(const QString &html)
{
    QString out;
    qsizetype kept = 0;
    qsizetype at = 0;
    while (const auto tag = nextTag(html, at)) {
        at = tag->end;
        if (!tag->text.contains(u" kwsignature=\""))
            continue;
        out += QStringView(html).sliced(kept, tag->start - kept);
        at = kept = endOf(html, *tag);
    }
    out += QStringView(html).sliced(kept);
    return out;
}

QString withoutMarks(const QString &html, const QList<RemoteContent> &remote, NetworkPictures pictures)
{
    static const QRegularExpression marks(u" kw(?:back|signature)=\"\\d+\""_s);
    static const QRegularExpression place(u" kwremote=\"\\d+\""_s);
    QString out;
    qsizetype kept = 0;
    qsizetype at = 0;
    while (const auto tag = nextTag(html, at)) {
        at = tag->end;
        if (!tag->text.contains(u" kw"))
            continue;
        out += QStringView(html).sliced(kept, tag->start - kept);
        kept = tag->end;
        const QString number = attribute(tag->text, u"kwremote");
        const RemoteContent picture = remote.value(number.isEmpty() ? -1 : number.toInt());
        QString written = u'<' + tag->text.toString().remove(marks) + u'>';
        if (number.isEmpty())
            out += written;
        else if (pictures == NetworkPictures::Named && picture.kind == RemoteContent::Kind::Picture
                 && !picture.url.isEmpty())
            out += written.replace(place, " src=\""_L1 + picture.url.toHtmlEscaped() + u'"');
        else
            out += attribute(tag->text, u"alt");
    }
    out += QStringView(html).sliced(kept);
    return out;
}

QString quotedHtml(const QString &html)
{
    return "<blockquote type=\"cite\">"_L1 + html + "</blockquote>"_L1;
}

} // namespace kw
