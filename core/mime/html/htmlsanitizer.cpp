#include "core/mime/html/htmlsanitizer.h"

#include "core/mime/html/htmlrules.h"
#include "core/mime/html/htmltree.h"

#include <gumbo.h>

#include <QStringList>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

// Browsers flatten what is nested deeper than 512 levels; so do we, with room for the page around.
constexpr int MaxDepth = 400;

QByteArray nameOf(const GumboNode &node)
{
    const GumboElement &element = node.v.element;
    if (element.tag_namespace != GUMBO_NAMESPACE_HTML || element.tag == GUMBO_TAG_UNKNOWN)
        return {};
    return gumbo_normalized_tagname(element.tag);
}

QString valueOf(const GumboElement &element, const char *name)
{
    const GumboAttribute *attribute = gumbo_get_attribute(&element.attributes, name);
    return attribute ? QString::fromUtf8(attribute->value) : QString();
}

class Sanitizer : public HtmlVisitor
{
public:
    void enter(const GumboNode &node, int depth) override
    {
        if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE)
            enterElement(node, depth);
        else if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE
                 || node.type == GUMBO_NODE_CDATA)
            text(node.v.text.text);
    }

    void leave(const GumboNode &node, int depth) override
    {
        if (m_dropped) {
            if (m_dropped == &node)
                m_dropped = nullptr;
            return;
        }
        const QByteArray name = nameOf(node);
        if (m_body == &node)
            m_out += "</div>"_L1;
        else if (ruleFor(name) == TagRule::Keep && depth <= MaxDepth && !isVoidTag(name))
            m_out += "</"_L1 + QLatin1StringView(name) + u'>';
    }

    SanitizedHtml result() const { return {m_out, m_remote, m_cut}; }

private:
    static bool isForeign(const GumboElement &element)
    {
        return element.tag_namespace != GUMBO_NAMESPACE_HTML;
    }

    void enterElement(const GumboNode &node, int depth)
    {
        const GumboElement &element = node.v.element;
        const QByteArray name = nameOf(node);
        if (!m_dropped && name == "img") {
            image(element);
            return;
        }
        countRemote(element);
        if (m_dropped)
            return;
        if (isForeign(element) || node.type == GUMBO_NODE_TEMPLATE
            || ruleFor(name) == TagRule::DropWithContent) {
            m_dropped = &node;
            m_droppedStyle = name == "style";
            return;
        }
        if (name == "body")
            openBody(node);
        else if (ruleFor(name) == TagRule::Keep && depth > MaxDepth)
            m_cut = true;
        else if (ruleFor(name) == TagRule::Keep)
            m_out += u'<' + QLatin1StringView(name) + attributes(name, element) + u'>';
    }

    // A body's colours are what the text inside relies on, so they go on as a block around it.
    void openBody(const GumboNode &node)
    {
        const QString style = bodyStyle(node.v.element);
        if (style.isEmpty())
            return;
        m_body = &node;
        m_out += "<div"_L1 + style + u'>';
    }

    void text(const char *utf8)
    {
        if (!m_dropped)
            m_out += QString::fromUtf8(utf8).toHtmlEscaped();
        else if (m_droppedStyle)
            m_remote += remoteLoadsOfCss(QString::fromUtf8(utf8));
    }

    void countRemote(const GumboElement &element)
    {
        for (unsigned i = 0; i < element.attributes.length; ++i) {
            const auto *attribute = static_cast<const GumboAttribute *>(element.attributes.data[i]);
            m_remote += remoteLoads(attribute->name, QString::fromUtf8(attribute->value));
        }
    }

    static QString written(QByteArrayView key, const QString &value)
    {
        return u' ' + QLatin1StringView(key) + "=\""_L1 + value.toHtmlEscaped() + u'"';
    }

    static QString bodyStyle(const GumboElement &element)
    {
        QStringList style;
        if (const QString colour = valueOf(element, "bgcolor"); isColour(colour))
            style.append("background-color: "_L1 + colour);
        if (const QString colour = valueOf(element, "text"); isColour(colour))
            style.append("color: "_L1 + colour);
        if (const QString own = safeStyle(valueOf(element, "style")); !own.isEmpty())
            style.append(own);
        const QString dir = valueOf(element, "dir");
        return (style.isEmpty() ? QString() : written("style", style.join("; "_L1)))
            + (dir.isEmpty() ? QString() : written("dir", dir));
    }

    static QString attributes(const QByteArray &name, const GumboElement &element)
    {
        QString out;
        for (unsigned i = 0; i < element.attributes.length; ++i) {
            const auto *attribute = static_cast<const GumboAttribute *>(element.attributes.data[i]);
            const QByteArray key = QByteArray(attribute->name).toLower();
            QString value = QString::fromUtf8(attribute->value);
            if (key == "style")
                value = safeStyle(value);
            else if (key == "href" && name == "a")
                value = safeLink(value);
            else if (!isSafeAttribute(key))
                continue;
            if (!value.isEmpty() || isEmptyAttribute(key))
                out += written(key, value);
        }
        return out;
    }

    void image(const GumboElement &element)
    {
        const QString url = valueOf(element, "src").trimmed();
        m_remote
            += remoteLoads("src", url) > 0 || remoteLoads("srcset", valueOf(element, "srcset")) > 0 ? 1 : 0;
        m_remote += remoteLoads("style", valueOf(element, "style"));
        if (!isSafeImage(url)) {
            m_out += valueOf(element, "alt").toHtmlEscaped();
            return;
        }
        m_out += "<img"_L1 + written("src", url);
        for (const char *key : {"alt", "title", "width", "height", "border", "align", "hspace", "vspace"}) {
            if (const QString value = valueOf(element, key); !value.isEmpty())
                m_out += written(key, value);
        }
        if (const QString style = safeStyle(valueOf(element, "style")); !style.isEmpty())
            m_out += written("style", style);
        m_out += u'>';
    }

    QString m_out;
    const GumboNode *m_dropped = nullptr; // nothing inside it is written
    const GumboNode *m_body = nullptr; // while it is written as a <div>
    bool m_droppedStyle = false;
    int m_remote = 0;
    bool m_cut = false;
};

} // namespace

SanitizedHtml sanitizeHtml(const HtmlTree &tree)
{
    Sanitizer sanitizer;
    walk(tree.root(), sanitizer);
    SanitizedHtml result = sanitizer.result();
    result.cut = result.cut || tree.isCut();
    return result;
}

SanitizedHtml sanitizeHtml(const QString &html)
{
    return sanitizeHtml(HtmlTree(html));
}

} // namespace kw
