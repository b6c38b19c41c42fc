#include "ui/compose/richpieces.h"

#include <QSet>
#include <QStringList>

#include <optional>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr int DeepestQuote = 30; // what is nested deeper is not taken apart
constexpr qsizetype LongElement = 2000; // characters

struct Tag {
    qsizetype start = 0;
    qsizetype end = 0; // behind its ">"
    QStringView text; // within < and >

    bool closes() const { return text.startsWith(u'/'); }
    QString name() const
    {
        const QStringView plain = closes() ? text.sliced(1) : text;
        const qsizetype blank = plain.indexOf(u' ');
        return (blank < 0 ? plain : plain.first(blank)).toString();
    }
    bool isVoid() const
    {
        static const QSet<QString> names{u"br"_s, u"hr"_s, u"img"_s, u"col"_s, u"wbr"_s};
        return names.contains(name());
    }
    bool isBlock() const
    {
        static const QSet<QString> names{
            u"address"_s, u"article"_s, u"aside"_s,  u"blockquote"_s, u"center"_s, u"details"_s, u"div"_s,
            u"dl"_s,      u"figure"_s,  u"footer"_s, u"h1"_s,         u"h2"_s,     u"h3"_s,      u"h4"_s,
            u"h5"_s,      u"h6"_s,      u"header"_s, u"hr"_s,         u"main"_s,   u"nav"_s,     u"ol"_s,
            u"p"_s,       u"section"_s, u"pre"_s,    u"table"_s,      u"ul"_s};
        return names.contains(name());
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

struct Element {
    QStringView inner;
    qsizetype end = 0; // behind its closing tag
};

Element elementAt(QStringView html, const Tag &open)
{
    if (open.isVoid())
        return {{}, open.end};
    const QString name = open.name();
    int depth = 1;
    qsizetype at = open.end;
    while (const auto tag = nextTag(html, at)) {
        at = tag->end;
        if (tag->name() == name)
            depth += tag->closes() ? -1 : 1;
        if (depth == 0)
            return {html.sliced(open.end, tag->start - open.end), at};
    }
    return {html.sliced(open.end), html.size()};
}

class Parting
{
public:
    void part(QStringView html, int level, int depth)
    {
        qsizetype at = 0;
        qsizetype line = 0; // where the line of bare words began
        while (const auto tag = nextTag(html, at)) {
            if (tag->closes()) {
                at = tag->end;
            } else if (tag->isBlock()) {
                addLine(html.sliced(line, tag->start - line), level);
                const Element element = elementAt(html, *tag);
                addElement(html.sliced(tag->start, element.end - tag->start), *tag, element, level, depth);
                at = line = element.end;
            } else {
                at = elementAt(html, *tag).end;
                if (tag->name() == "br"_L1) {
                    addLine(html.sliced(line, at - line), level);
                    line = at;
                }
            }
        }
        addLine(html.sliced(line), level);
    }

    QList<RichPiece> pieces;

private:
    void addLine(QStringView html, int level)
    {
        if (!html.trimmed().isEmpty())
            pieces.append({html.trimmed().toString(), level, false});
    }

    void addElement(QStringView whole, const Tag &tag, const Element &element, int level, int depth)
    {
        const QString name = tag.name();
        const bool canBeParted = depth < DeepestQuote;
        if (level == 0 && tag.text.contains(u" kwsignature=\""))
            pieces.append({whole.toString(), level, true});
        else if (name == "blockquote"_L1 && canBeParted)
            part(element.inner, level + 1, depth + 1);
        else if (name == "div"_L1 && canBeParted && isOnlyAround(tag, element.inner))
            part(element.inner, level, depth + 1);
        else
            pieces.append({whole.toString(), level, false});
    }

    // A block around others that says nothing itself, or that hides a quote.
    static bool isOnlyAround(const Tag &tag, QStringView inner)
    {
        if (inner.contains(u"<blockquote") || inner.contains(u" kwsignature=\""))
            return true;
        const bool bare = tag.text == u"div" || tag.text == u"div dir=\"ltr\"";
        return bare && (inner.contains(u"<div") || inner.contains(u"<p") || inner.size() > LongElement);
    }
};

} // namespace

QString withFlatTables(const QString &sanitized, int deepest)
{
    static const QSet<QString> parts{u"table"_s, u"tbody"_s, u"thead"_s, u"tfoot"_s,   u"tr"_s,
                                     u"td"_s,    u"th"_s,    u"col"_s,   u"caption"_s, u"colgroup"_s};
    QString out;
    qsizetype kept = 0;
    qsizetype at = 0;
    int depth = 0;
    while (const auto tag = nextTag(sanitized, at)) {
        at = tag->end;
        const QString name = tag->name();
        if (!parts.contains(name))
            continue;
        const bool isTable = name == "table"_L1;
        depth += isTable && !tag->closes() ? 1 : 0;
        if (depth > deepest) {
            out += QStringView(sanitized).sliced(kept, tag->start - kept);
            if (!tag->isVoid())
                out += tag->closes() ? "</div>"_L1 : "<div>"_L1;
            kept = tag->end;
        }
        depth -= isTable && tag->closes() ? 1 : 0;
    }
    if (kept == 0)
        return sanitized;
    out += QStringView(sanitized).sliced(kept);
    return out;
}

QList<RichPiece> richPieces(const QString &sanitized)
{
    Parting parting;
    parting.part(sanitized, 0, 0);
    return parting.pieces;
}

} // namespace kw
