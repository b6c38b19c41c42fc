#include "htmljudge.h"

#include <QByteArray>
#include <QSet>

#include <gumbo.h>

#include <memory>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

QString harmInAttribute(const GumboElement &element, const GumboAttribute &attribute)
{
    static const QSet<QByteArray> known{
        "abbr",   "align",  "alt",      "axis",   "bgcolor", "border",  "cellpadding", "cellspacing",
        "char",   "clear",  "color",    "cols",   "colspan", "compact", "datetime",    "dir",
        "face",   "frame",  "headers",  "height", "href",    "hspace",  "lang",        "noshade",
        "nowrap", "open",   "reversed", "role",   "rowspan", "rules",   "scope",       "size",
        "span",   "src",    "start",    "style",  "summary", "title",   "type",        "valign",
        "value",  "vspace", "width"};
    const QByteArray name(attribute.name);
    const QString value = QString::fromUtf8(attribute.value);
    if (name == "kwremote" || name == "kwback"
        || name == "kwsignature") { // places: a number and nothing else
        bool isNumber = false;
        value.toUInt(&isNumber);
        return isNumber ? QString() : u"place "_s + value;
    }
    if (!known.contains(name))
        return u"attribute "_s + QString::fromUtf8(name);
    if (name == "src"
        && (element.tag != GUMBO_TAG_IMG
            || !(value.startsWith("cid:"_L1) || value.startsWith("data:image/"_L1))))
        return u"src "_s + value;
    if (name == "href"
        && (element.tag != GUMBO_TAG_A
            || !(value.startsWith("http://"_L1, Qt::CaseInsensitive)
                 || value.startsWith("https://"_L1, Qt::CaseInsensitive)
                 || value.startsWith("mailto:"_L1, Qt::CaseInsensitive))))
        return u"href "_s + value;
    if (name == "style") {
        for (const char *bad : {"url", "expression", "import", "position", "\\", "/*", "behavior", "binding",
                                "image", "script"}) {
            if (value.contains(QLatin1StringView(bad), Qt::CaseInsensitive))
                return u"style "_s + value;
        }
    }
    return {};
}

QString harmInNode(const GumboNode *node)
{
    if (node->type == GUMBO_NODE_COMMENT)
        return u"a comment"_s;
    if (node->type != GUMBO_NODE_ELEMENT)
        return {};
    static const QSet<QByteArray> known{
        "html",    "head",       "body",   "a",          "abbr",    "address", "article", "aside",  "b",
        "bdi",     "bdo",        "big",    "blockquote", "br",      "caption", "center",  "cite",   "code",
        "col",     "colgroup",   "dd",     "del",        "details", "dfn",     "div",     "dl",     "dt",
        "em",      "figcaption", "figure", "font",       "footer",  "h1",      "h2",      "h3",     "h4",
        "h5",      "h6",         "header", "hr",         "i",       "img",     "ins",     "kbd",    "li",
        "main",    "mark",       "nav",    "ol",         "p",       "pre",     "q",       "rp",     "rt",
        "ruby",    "s",          "samp",   "section",    "small",   "span",    "strike",  "strong", "sub",
        "summary", "sup",        "table",  "tbody",      "td",      "tfoot",   "th",      "thead",  "time",
        "tr",      "tt",         "u",      "ul",         "var",     "wbr"};
    const GumboElement &element = node->v.element;
    const QByteArray tag(gumbo_normalized_tagname(element.tag));
    if (element.tag_namespace != GUMBO_NAMESPACE_HTML || !known.contains(tag))
        return u"element "_s + QString::fromUtf8(tag);
    for (unsigned i = 0; i < element.attributes.length; ++i) {
        const QString harm
            = harmInAttribute(element, *static_cast<const GumboAttribute *>(element.attributes.data[i]));
        if (!harm.isEmpty())
            return harm;
    }
    for (unsigned i = 0; i < element.children.length; ++i) {
        const QString harm = harmInNode(static_cast<const GumboNode *>(element.children.data[i]));
        if (!harm.isEmpty())
            return harm;
    }
    return {};
}

} // namespace

QString harmIn(const QString &html)
{
    const QByteArray page = "<!doctype html><body>" + html.toUtf8();
    const auto destroy = [](GumboOutput *output) { gumbo_destroy_output(&kGumboDefaultOptions, output); };
    const std::unique_ptr<GumboOutput, decltype(destroy)> output(
        gumbo_parse_with_options(&kGumboDefaultOptions, page.constData(), size_t(page.size())), destroy);
    return harmInNode(output->root);
}

} // namespace kw
