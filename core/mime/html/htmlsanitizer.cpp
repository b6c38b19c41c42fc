#include "core/mime/html/htmlsanitizer.h"

#include "core/mime/contentid.h"
#include "core/mime/html/htmlrules.h"
#include "core/mime/html/htmltree.h"
#include "core/mime/html/invisible.h"
#include "core/mime/html/stylerules.h"

#include <gumbo.h>

#include <QStringList>

#include <algorithm>

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

// What common mail programs put around the sender's signature, so that an answer can leave it out: classes
// and ids do not survive, but this does.
bool isSignature(const GumboElement &element)
{
    static const QSet<QString> classes{u"moz-signature"_s, u"gmail_signature"_s, u"gmail_signature_prefix"_s,
                                       u"protonmail_signature_block"_s};
    static const QSet<QString> ids{u"signature"_s, u"applemailsignature"_s, u"ms-outlook-mobile-signature"_s};
    if (ids.contains(valueOf(element, "id").trimmed().toLower()))
        return true;
    const QStringList own = valueOf(element, "class").left(1000).simplified().split(u' ');
    return std::any_of(own.cbegin(), own.cend(), [](const QString &name) { return classes.contains(name); });
}

// Finds the style sheets before anything is written.
class SheetCollector : public HtmlVisitor
{
public:
    explicit SheetCollector(StyleRules &rules)
        : m_rules(rules)
    {
    }
    void enter(const GumboNode &node, int) override
    {
        if (node.type == GUMBO_NODE_ELEMENT && node.v.element.tag == GUMBO_TAG_STYLE
            && node.v.element.tag_namespace == GUMBO_NAMESPACE_HTML)
            m_inside = &node;
        else if (m_inside && (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE))
            m_css += QString::fromUtf8(node.v.text.text);
    }
    void leave(const GumboNode &node, int) override
    {
        if (m_inside != &node)
            return;
        m_rules.add(m_css);
        m_css.clear();
        m_inside = nullptr;
    }

private:
    StyleRules &m_rules;
    QString m_css;
    const GumboNode *m_inside = nullptr;
};

class Sanitizer : public HtmlVisitor
{
public:
    Sanitizer(StyleRules &rules, qsizetype firstRemote, const QSet<QString> &locations)
        : m_rules(rules)
        , m_firstRemote(firstRemote)
        , m_locations(locations)
    {
    }

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
        if (name == "a")
            endLink();
        if (m_body == &node)
            m_out += "</div>"_L1;
        else if (ruleFor(name) == TagRule::Keep && depth <= MaxDepth && !isVoidTag(name))
            m_out += "</"_L1 + QLatin1StringView(name) + u'>';
    }

    SanitizedHtml result() const { return {m_out, m_found, m_links, m_carried, m_remote, m_cut}; }

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
            image(node);
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
            m_out += u'<' + QLatin1StringView(name) + attributes(name, node) + u'>';
    }

    // A body's colours are what the text inside relies on, so they go on as a block around it.
    void openBody(const GumboNode &node)
    {
        const QString style = bodyStyle(node);
        if (style.isEmpty())
            return;
        m_body = &node;
        m_out += "<div"_L1 + style + u'>';
    }

    void text(const char *utf8)
    {
        if (!m_dropped) {
            const QString text = QString::fromUtf8(utf8);
            m_out += text.toHtmlEscaped();
            if (!m_link.url.isEmpty() && m_link.text.size() < LongestLinkText)
                m_link.text += text;
        } else if (m_droppedStyle)
            m_remote += remoteLoadsOfCss(QString::fromUtf8(utf8));
    }

    // Only what reads like an address is kept.
    void endLink()
    {
        const QString text = m_link.text.trimmed();
        const bool isAddress = text.contains(u'.') && !text.contains(u' ') && !text.contains(u'\n');
        if (isAddress && !m_link.url.isEmpty() && m_links.size() < MostLinks)
            m_links.append({text, m_link.url});
        m_link = {};
    }

    void countRemote(const GumboElement &element)
    {
        if (element.tag == GUMBO_TAG_LINK
            && valueOf(element, "rel").contains("stylesheet"_L1, Qt::CaseInsensitive))
            m_remote += remoteLoads("src", valueOf(element, "href"));
        for (unsigned i = 0; i < element.attributes.length; ++i) {
            const auto *attribute = static_cast<const GumboAttribute *>(element.attributes.data[i]);
            m_remote += remoteLoads(attribute->name, QString::fromUtf8(attribute->value));
        }
    }

    static QString written(QByteArrayView key, const QString &value)
    {
        return u' ' + QLatin1StringView(key) + "=\""_L1 + value.toHtmlEscaped() + u'"';
    }

    // What the sheets and the element itself say of its looks.
    StyleRules::Style styleOf(const GumboNode &node)
    {
        const QString own = valueOf(node.v.element, "style");
        StyleRules::Style style;
        if (!m_rules.isEmpty())
            style = m_rules.styleFor(node);
        if (const QString safe = safeStyle(own); !safe.isEmpty())
            style.declarations += (style.declarations.isEmpty() ? QString() : u"; "_s) + safe;
        if (const QString picture = backgroundOf(own); !picture.isEmpty())
            style.background = picture;
        if (const QString picture = remotePicture(valueOf(node.v.element, "background")); !picture.isEmpty())
            style.background = picture;
        return style;
    }

    // The place of a picture on the network.
    QString place(const QString &url, RemoteContent::Kind kind)
    {
        m_found.append({url, kind});
        return QString::number(m_firstRemote + m_found.size() - 1);
    }

    // The background's place stands right before the style, so that it can become part of it.
    QString written(const StyleRules::Style &style)
    {
        if (!style.background.isEmpty() && m_found.size() < MostRemote)
            return written("kwback", place(style.background, RemoteContent::Kind::Background))
                + written("style", style.declarations);
        return style.declarations.isEmpty() ? QString() : written("style", style.declarations);
    }

    QString bodyStyle(const GumboNode &node)
    {
        const GumboElement &element = node.v.element;
        QStringList own;
        if (const QString colour = valueOf(element, "bgcolor"); isColour(colour))
            own.append("background-color: "_L1 + colour);
        if (const QString colour = valueOf(element, "text"); isColour(colour))
            own.append("color: "_L1 + colour);
        StyleRules::Style style = styleOf(node);
        if (!style.declarations.isEmpty())
            own.append(style.declarations);
        style.declarations = own.join("; "_L1);
        const QString dir = valueOf(element, "dir");
        return written(style) + (dir.isEmpty() ? QString() : written("dir", dir));
    }

    QString attributes(const QByteArray &name, const GumboNode &node)
    {
        const GumboElement &element = node.v.element;
        QString out;
        for (unsigned i = 0; i < element.attributes.length; ++i) {
            const auto *attribute = static_cast<const GumboAttribute *>(element.attributes.data[i]);
            const QByteArray key = QByteArray(attribute->name).toLower();
            QString value = QString::fromUtf8(attribute->value);
            if (key == "href" && name == "a") {
                value = safeLink(value);
                m_link = {{}, value};
            } else if (!isSafeAttribute(key))
                continue;
            if (!value.isEmpty() || isEmptyAttribute(key))
                out += written(key, value);
        }
        if (isSignature(element))
            out += written("kwsignature", u"1"_s);
        return out + written(styleOf(node));
    }

    // A picture of the message's own gets its address in one form of writing; others keep theirs.
    QString carried(const QString &url)
    {
        const QString id = m_locations.contains(url) ? url : contentIdOf(url);
        if (id.isEmpty())
            return url;
        m_carried.insert(id);
        return cidUrl(id);
    }

    void image(const GumboNode &node)
    {
        const GumboElement &element = node.v.element;
        const QString url = carried(valueOf(element, "src").trimmed());
        m_remote
            += remoteLoads("src", url) > 0 || remoteLoads("srcset", valueOf(element, "srcset")) > 0 ? 1 : 0;
        m_remote += remoteLoads("style", valueOf(element, "style"));
        const QString style = styleOf(node).declarations;
        const QString remote = remotePicture(url);
        if (isSafeImage(url)) {
            m_out += "<img"_L1 + written("src", url);
        } else if (!remote.isEmpty() && m_found.size() < MostRemote) {
            const bool tracks = isInvisible(valueOf(element, "width"), valueOf(element, "height"), style);
            m_out += "<img"_L1
                + written(
                         "kwremote",
                         place(remote, tracks ? RemoteContent::Kind::Tracker : RemoteContent::Kind::Picture));
        } else {
            m_out += valueOf(element, "alt").toHtmlEscaped();
            return;
        }
        for (const char *key : {"alt", "title", "width", "height", "border", "align", "hspace", "vspace"}) {
            if (const QString value = valueOf(element, key); !value.isEmpty())
                m_out += written(key, value);
        }
        if (!style.isEmpty())
            m_out += written("style", style);
        m_out += u'>';
    }

    static constexpr qsizetype MostRemote = 2000;
    static constexpr qsizetype MostLinks = 500;
    static constexpr qsizetype LongestLinkText = 300;

    StyleRules &m_rules;
    const qsizetype m_firstRemote;
    const QSet<QString> &m_locations;
    QString m_out;
    QList<RemoteContent> m_found;
    QList<ShownLink> m_links;
    QSet<QString> m_carried;
    ShownLink m_link; // the one that is open
    const GumboNode *m_dropped = nullptr; // nothing inside it is written
    const GumboNode *m_body = nullptr; // while it is written as a <div>
    bool m_droppedStyle = false;
    int m_remote = 0;
    bool m_cut = false;
};

} // namespace

SanitizedHtml sanitizeHtml(const HtmlTree &tree, qsizetype firstRemote, const QSet<QString> &locations)
{
    StyleRules rules;
    SheetCollector sheets(rules);
    walk(tree.root(), sheets);
    Sanitizer sanitizer(rules, firstRemote, locations);
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
