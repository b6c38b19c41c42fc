#include "core/mime/html/htmlrules.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>
#include <QUrl>

namespace kw {

using namespace Qt::StringLiterals;

TagRule ruleFor(const QByteArray &tag)
{
    static const QSet<QByteArray> kept{
        "a",       "abbr",    "address", "article", "aside", "b",       "bdi",        "big",    "blockquote",
        "br",      "caption", "center",  "cite",    "code",  "col",     "colgroup",   "dd",     "del",
        "details", "dfn",     "div",     "dl",      "dt",    "em",      "figcaption", "figure", "font",
        "footer",  "h1",      "h2",      "h3",      "h4",    "h5",      "h6",         "header", "hr",
        "i",       "img",     "ins",     "kbd",     "li",    "main",    "mark",       "nav",    "ol",
        "p",       "pre",     "q",       "rp",      "rt",    "ruby",    "s",          "samp",   "section",
        "small",   "span",    "strike",  "strong",  "sub",   "summary", "sup",        "table",  "tbody",
        "td",      "tfoot",   "th",      "thead",   "time",  "tr",      "tt",         "u",      "ul",
        "var",     "wbr"};
    // All others lose their tag and keep their words: forms, buttons, <noscript>, and what <object> or
    // <video> say where they cannot be shown. These here have no words for a reader.
    static const QSet<QByteArray> dropped{"script",   "style",    "title",  "iframe",  "frameset",
                                          "noframes", "svg",      "math",   "select",  "option",
                                          "portal",   "datalist", "dialog", "noembed", "template"};
    if (kept.contains(tag))
        return TagRule::Keep;
    return dropped.contains(tag) ? TagRule::DropWithContent : TagRule::DropTag;
}

bool isVoidTag(const QByteArray &tag)
{
    static const QSet<QByteArray> tags{"area",  "base", "br",   "col",   "embed",  "frame", "hr", "img",
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

bool isEmptyAttribute(const QByteArray &name)
{
    return name == "nowrap" || name == "noshade" || name == "reversed" || name == "compact" || name == "open";
}

QString safeLink(const QString &url)
{
    QString plain;
    for (const QChar c : url) {
        if (c != u'\t' && c != u'\n' && c != u'\r')
            plain += c;
    }
    const auto isEdge = [](QChar c) { return c.unicode() <= 0x20; };
    const auto first = std::find_if_not(plain.cbegin(), plain.cend(), isEdge);
    plain.remove(0, first - plain.cbegin());
    while (!plain.isEmpty() && isEdge(plain.back()))
        plain.chop(1);
    // Other control characters within have no place in an address; no program agrees on what they mean.
    if (std::any_of(plain.cbegin(), plain.cend(),
                    [](QChar c) { return c.category() == QChar::Other_Control; }))
        return {};
    static const QStringList schemes{u"http://"_s, u"https://"_s, u"mailto:"_s};
    const bool known = std::any_of(schemes.begin(), schemes.end(), [&plain](const QString &scheme) {
        return plain.startsWith(scheme, Qt::CaseInsensitive);
    });
    return known ? plain : QString();
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
    for (const QString &type : types) {
        if (!url.startsWith(type, Qt::CaseInsensitive))
            continue;
        return std::all_of(url.cbegin() + type.size(), url.cend(), [](QChar c) {
            return c.unicode() < 0x80
                && (c.isLetterOrNumber() || c.isSpace() || QStringView(u"+/=").contains(c));
        });
    }
    return false;
}

bool isColour(const QString &value)
{
    return !value.isEmpty() && value.size() <= 30 && std::all_of(value.cbegin(), value.cend(), [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'#');
    });
}

int remoteLoadsOfCss(QStringView css)
{
    int found = 0;
    for (const QStringView word :
         {QStringView(u"url("), QStringView(u"@import"), QStringView(u"image-set(")}) {
        for (qsizetype at = 0; (at = css.indexOf(word, at, Qt::CaseInsensitive)) >= 0; at += word.size()) {
            QStringView target
                = css.sliced(at + word.size()).first(std::min<qsizetype>(12, css.size() - at - word.size()));
            while (!target.isEmpty()
                   && (target.front().isSpace() || target.front() == u'"' || target.front() == u'\''))
                target = target.sliced(1);
            if (!target.startsWith(u"data:", Qt::CaseInsensitive)
                && !target.startsWith(u"cid:", Qt::CaseInsensitive)
                && !(word.front() == u'@' && target.startsWith(u"url(", Qt::CaseInsensitive)))
                ++found;
        }
    }
    return found;
}

int remoteLoads(const QByteArray &name, const QString &value)
{
    if (name == "style")
        return remoteLoadsOfCss(value);
    static const QSet<QByteArray> loading{"src",  "background", "srcset", "poster",
                                          "data", "lowsrc",     "dynsrc"};
    if (!loading.contains(name))
        return 0;
    const QString url = value.trimmed();
    return url.isEmpty() || url.startsWith("cid:"_L1, Qt::CaseInsensitive)
            || url.startsWith("data:"_L1, Qt::CaseInsensitive)
        ? 0
        : 1;
}

QString remotePicture(const QString &url)
{
    constexpr qsizetype LongestUrl = 8000;
    QString plain = url.trimmed();
    if (plain.startsWith("//"_L1))
        plain.prepend("https:"_L1);
    const bool web = plain.startsWith("http://"_L1, Qt::CaseInsensitive)
        || plain.startsWith("https://"_L1, Qt::CaseInsensitive);
    if (!web || plain.size() > LongestUrl)
        return {};
    const QUrl parsed(plain.remove(u'\n').remove(u'\r').remove(u'\t'), QUrl::TolerantMode);
    return parsed.isValid() && !parsed.host().isEmpty() && parsed.userInfo().isEmpty()
        ? QString::fromLatin1(parsed.toEncoded(QUrl::RemoveFragment))
        : QString();
}

QString backgroundOf(const QString &style)
{
    static const QRegularExpression picture(
        u"(?:^|;)\\s*background(?:-image)?\\s*:[^;()]*url\\(\\s*([\"']?)([^\"'()\\\\\\s]+)\\1\\s*\\)"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString found;
    auto all = picture.globalMatch(style.left(8000));
    while (all.hasNext())
        found = all.next().captured(2);
    return remotePicture(found);
}

namespace {

// "#fff url(x) no-repeat" without the picture: the colour stays.
QString withoutPicture(const QString &background)
{
    static const QRegularExpression url(u"url\\([^()]*\\)"_s, QRegularExpression::CaseInsensitiveOption);
    return QString(background).remove(url).simplified();
}

} // namespace

QString safeStyle(const QString &style)
{
    static const QSet<QString> properties{u"background"_s,      u"background-color"_s,
                                          u"border-collapse"_s, u"border-spacing"_s,
                                          u"clear"_s,           u"color"_s,
                                          u"direction"_s,       u"display"_s,
                                          u"float"_s,           u"font"_s,
                                          u"font-family"_s,     u"font-size"_s,
                                          u"font-style"_s,      u"font-variant"_s,
                                          u"font-weight"_s,     u"height"_s,
                                          u"letter-spacing"_s,  u"line-height"_s,
                                          u"list-style"_s,      u"list-style-type"_s,
                                          u"max-height"_s,      u"max-width"_s,
                                          u"min-height"_s,      u"min-width"_s,
                                          u"overflow-wrap"_s,   u"table-layout"_s,
                                          u"text-align"_s,      u"text-decoration"_s,
                                          u"text-indent"_s,     u"text-transform"_s,
                                          u"vertical-align"_s,  u"white-space"_s,
                                          u"width"_s,           u"word-break"_s,
                                          u"word-spacing"_s,    u"word-wrap"_s};
    static const QStringList families{u"border"_s, u"margin"_s,
                                      u"padding"_s}; // "border", "border-left-color", …
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
        QString value = declaration.sliced(colon + 1).simplified();
        if (property == "background"_L1)
            value = withoutPicture(value);
        const bool inFamily
            = std::any_of(families.begin(), families.end(), [&property](const QString &family) {
                  return property == family || property.startsWith(family + u'-');
              });
        if ((!inFamily && !properties.contains(property)) || value.isEmpty() || value.size() > 500
            || value.count(u'"') % 2 != 0 || value.count(u'\'') % 2 != 0)
            continue;
        if (std::any_of(value.cbegin(), value.cend(),
                        [](QChar c) { return c.category() == QChar::Other_Control; }))
            continue;
        QString checked = value.toLower();
        for (const QString &function : functions)
            checked.replace(function, u" "_s);
        const bool bad = std::any_of(forbidden.begin(), forbidden.end(),
                                     [&checked](const QString &word) { return checked.contains(word); });
        // A negative margin or indent could pull the text over the message's header.
        const bool pulls
            = (property.startsWith("margin"_L1) || property == "text-indent"_L1) && value.contains(u'-');
        if (!bad && !pulls)
            out.append(property + ": "_L1 + value);
    }
    return out.join("; "_L1);
}

} // namespace kw
