#include "core/mime/htmlrules.h"

#include <QSet>
#include <QStringList>

namespace kw {

using namespace Qt::StringLiterals;

TagRule ruleFor(const QByteArray &tag)
{
    static const QSet<QByteArray> kept{
        "a",          "abbr",    "address", "article", "aside",  "b",    "bdi",     "bdo",        "big",
        "blockquote", "br",      "caption", "center",  "cite",   "code", "col",     "colgroup",   "dd",
        "del",        "details", "dfn",     "div",     "dl",     "dt",   "em",      "figcaption", "figure",
        "font",       "footer",  "h1",      "h2",      "h3",     "h4",   "h5",      "h6",         "header",
        "hr",         "i",       "img",     "ins",     "kbd",    "li",   "main",    "mark",       "nav",
        "ol",         "p",       "pre",     "q",       "rp",     "rt",   "ruby",    "s",          "samp",
        "section",    "small",   "span",    "strike",  "strong", "sub",  "summary", "sup",        "table",
        "tbody",      "td",      "tfoot",   "th",      "thead",  "time", "tr",      "tt",         "u",
        "ul",         "var",     "wbr"};
    static const QSet<QByteArray> dropped{
        "script", "style",  "title",  "noscript", "iframe", "frame",     "frameset", "noframes", "object",
        "embed",  "applet", "audio",  "video",    "canvas", "svg",       "math",     "template", "textarea",
        "select", "option", "button", "input",    "link",   "meta",      "base",     "source",   "track",
        "param",  "portal", "dialog", "datalist", "xmp",    "plaintext", "noembed"};
    if (kept.contains(tag))
        return TagRule::Keep;
    return tag.isEmpty() || dropped.contains(tag) ? TagRule::DropWithContent : TagRule::DropTag;
}

bool isVoidTag(const QByteArray &tag)
{
    static const QSet<QByteArray> tags{"area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                       "input", "link", "meta", "param", "source", "track", "wbr"};
    return tags.contains(tag);
}

bool isBlockTag(const QByteArray &tag)
{
    static const QSet<QByteArray> tags{"address", "article", "aside",  "blockquote", "center", "dd", "div",
                                       "dl",      "dt",      "figure", "footer",     "h1",     "h2", "h3",
                                       "h4",      "h5",      "h6",     "header",     "hr",     "li", "main",
                                       "ol",      "p",       "pre",    "section",    "table",  "tr", "ul"};
    return tags.contains(tag);
}

QByteArray tagNameAt(QByteArrayView text)
{
    qsizetype end = 0;
    while (end < text.size() && end < 20 && isalnum(quint8(text[end])))
        ++end;
    return text.first(end).toByteArray().toLower();
}

bool isSafeAttribute(const QByteArray &name)
{
    static const QSet<QByteArray> names{
        "abbr",        "align",    "alt",     "axis",   "bgcolor", "border",   "cellpadding",
        "cellspacing", "char",     "cite",    "clear",  "color",   "cols",     "colspan",
        "compact",     "datetime", "dir",     "face",   "frame",   "headers",  "height",
        "hspace",      "lang",     "noshade", "nowrap", "open",    "reversed", "role",
        "rowspan",     "rules",    "scope",   "size",   "span",    "start",    "summary",
        "title",       "type",     "valign",  "value",  "vspace",  "width"};
    return names.contains(name) && name != "cite";
}

bool isSafeLink(const QString &url)
{
    const QString plain = url.trimmed();
    // Browsers skip control characters inside a scheme; so nothing with any is a link.
    for (const QChar c : plain) {
        if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            return false;
    }
    return plain.startsWith("http://"_L1, Qt::CaseInsensitive)
        || plain.startsWith("https://"_L1, Qt::CaseInsensitive)
        || plain.startsWith("mailto:"_L1, Qt::CaseInsensitive);
}

bool isSafeImage(const QString &url)
{
    constexpr qsizetype MaxData = 1'400'000; // 1 MB in base64
    if (url.startsWith("cid:"_L1, Qt::CaseInsensitive))
        return true;
    if (url.size() > MaxData)
        return false;
    static const QStringList types{u"data:image/png;base64,"_s, u"data:image/jpeg;base64,"_s,
                                   u"data:image/gif;base64,"_s, u"data:image/webp;base64,"_s};
    return std::any_of(types.begin(), types.end(),
                       [&url](const QString &type) { return url.startsWith(type, Qt::CaseInsensitive); });
}

bool loadsRemotely(QByteArrayView name, const QString &value)
{
    const QByteArray key = name.toByteArray().toLower();
    if (key == "style")
        return value.contains("url("_L1, Qt::CaseInsensitive)
            || value.contains("image-set"_L1, Qt::CaseInsensitive);
    if (key != "src" && key != "background" && key != "srcset" && key != "poster" && key != "data"
        && key != "lowsrc" && key != "dynsrc")
        return false;
    const QString url = value.trimmed();
    return !url.isEmpty() && !url.startsWith("cid:"_L1, Qt::CaseInsensitive)
        && !url.startsWith("data:"_L1, Qt::CaseInsensitive);
}

QString safeStyle(const QString &style)
{
    static const QSet<QString> properties{u"background-color"_s,
                                          u"background"_s,
                                          u"border"_s,
                                          u"border-bottom"_s,
                                          u"border-bottom-color"_s,
                                          u"border-bottom-width"_s,
                                          u"border-collapse"_s,
                                          u"border-color"_s,
                                          u"border-left"_s,
                                          u"border-left-color"_s,
                                          u"border-radius"_s,
                                          u"border-right"_s,
                                          u"border-spacing"_s,
                                          u"border-style"_s,
                                          u"border-top"_s,
                                          u"border-top-color"_s,
                                          u"border-width"_s,
                                          u"clear"_s,
                                          u"color"_s,
                                          u"direction"_s,
                                          u"display"_s,
                                          u"float"_s,
                                          u"font"_s,
                                          u"font-family"_s,
                                          u"font-size"_s,
                                          u"font-style"_s,
                                          u"font-variant"_s,
                                          u"font-weight"_s,
                                          u"height"_s,
                                          u"letter-spacing"_s,
                                          u"line-height"_s,
                                          u"list-style"_s,
                                          u"list-style-type"_s,
                                          u"margin"_s,
                                          u"margin-bottom"_s,
                                          u"margin-left"_s,
                                          u"margin-right"_s,
                                          u"margin-top"_s,
                                          u"max-height"_s,
                                          u"max-width"_s,
                                          u"min-height"_s,
                                          u"min-width"_s,
                                          u"padding"_s,
                                          u"padding-bottom"_s,
                                          u"padding-left"_s,
                                          u"padding-right"_s,
                                          u"padding-top"_s,
                                          u"table-layout"_s,
                                          u"text-align"_s,
                                          u"text-decoration"_s,
                                          u"text-indent"_s,
                                          u"text-transform"_s,
                                          u"unicode-bidi"_s,
                                          u"vertical-align"_s,
                                          u"white-space"_s,
                                          u"width"_s,
                                          u"word-break"_s,
                                          u"word-spacing"_s,
                                          u"word-wrap"_s,
                                          u"overflow-wrap"_s};
    // Escapes and comments hide words from any check, so a value with one is not looked at further.
    static const QStringList forbidden{u"\\"_s,         u"/*"_s,       u"("_s,
                                       u"@"_s,          u"<"_s,        u"expression"_s,
                                       u"javascript"_s, u"behavior"_s, u"-moz-binding"_s};
    static const QStringList functions{u"rgb("_s, u"rgba("_s, u"hsl("_s, u"hsla("_s};
    QStringList out;
    for (const QString &declaration : style.left(8000).split(u';')) {
        const qsizetype colon = declaration.indexOf(u':');
        if (colon <= 0)
            continue;
        const QString property = declaration.first(colon).trimmed().toLower();
        const QString value = declaration.sliced(colon + 1).simplified();
        if (!properties.contains(property) || value.isEmpty())
            continue;
        QString checked = value.toLower();
        for (const QString &function : functions)
            checked.replace(function, u" "_s);
        const bool bad = std::any_of(forbidden.begin(), forbidden.end(),
                                     [&checked](const QString &word) { return checked.contains(word); });
        // A negative margin or indent could pull the text over the message's header.
        const bool pulls = property.startsWith("margin"_L1) && value.contains(u'-');
        if (!bad && !pulls)
            out.append(property + ": "_L1 + value);
    }
    return out.join("; "_L1);
}

} // namespace kw
