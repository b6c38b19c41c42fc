#include "core/mime/htmlsanitizer.h"

#include "core/mime/htmlrules.h"

#include <gumbo.h>

#include <QByteArray>
#include <QUrl>

#include <memory>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxHtmlBytes = 8 << 20;
constexpr int MaxDepth = 300;

struct OutputDeleter {
    void operator()(GumboOutput *output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};
using Output = std::unique_ptr<GumboOutput, OutputDeleter>;

// Gumbo frees its tree by recursion, so depth is bounded before it sees the text: opening tags beyond the
// limit are dropped.
QByteArray bounded(const QByteArray &html, bool *cut)
{
    QByteArray out;
    out.reserve(html.size());
    int depth = 0;
    for (qsizetype i = 0; i < html.size();) {
        if (html[i] != '<' || i + 1 >= html.size()) {
            out += html[i++];
            continue;
        }
        const char next = html[i + 1];
        const bool opens = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
        if (next == '/')
            depth = std::max(0, depth - 1);
        if (!opens || isVoidTag(tagNameAt(QByteArrayView(html).sliced(i + 1)))) {
            out += html[i++];
            continue;
        }
        if (++depth <= MaxDepth) {
            out += html[i++];
            continue;
        }
        *cut = true;
        const qsizetype end = html.indexOf('>', i);
        i = end < 0 ? html.size() : end + 1;
    }
    return out;
}

Output parse(const QString &html, QByteArray &storage, bool *cut)
{
    QByteArray utf8 = html.toUtf8();
    if (utf8.size() > MaxHtmlBytes) {
        utf8.truncate(MaxHtmlBytes);
        *cut = true;
    }
    storage = bounded(utf8, cut);
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    return Output(gumbo_parse_with_options(&options, storage.constData(), size_t(storage.size())));
}

class Writer
{
public:
    void node(const GumboNode *node, int depth)
    {
        switch (node->type) {
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_WHITESPACE:
        case GUMBO_NODE_CDATA:
            m_out += QString::fromUtf8(node->v.text.text).toHtmlEscaped();
            break;
        case GUMBO_NODE_ELEMENT:
            element(node->v.element, depth);
            break;
        case GUMBO_NODE_DOCUMENT:
            children(node->v.document.children, depth);
            break;
        case GUMBO_NODE_COMMENT:
        case GUMBO_NODE_TEMPLATE:
            break;
        }
    }
    SanitizedHtml result() { return {m_out, m_remote, m_cut}; }

private:
    void children(const GumboVector &list, int depth)
    {
        if (depth > 4 * MaxDepth) { // the parser adds implied elements of its own
            m_cut = true;
            return;
        }
        for (unsigned i = 0; i < list.length; ++i)
            node(static_cast<const GumboNode *>(list.data[i]), depth + 1);
    }

    void element(const GumboElement &element, int depth)
    {
        const QByteArray name
            = element.tag_namespace == GUMBO_NAMESPACE_HTML && element.tag != GUMBO_TAG_UNKNOWN
            ? QByteArray(gumbo_normalized_tagname(element.tag))
            : QByteArray();
        const TagRule rule = ruleFor(name);
        if (rule == TagRule::DropWithContent || element.tag_namespace != GUMBO_NAMESPACE_HTML) {
            countRemote(element);
            return;
        }
        if (rule == TagRule::DropTag) {
            countRemote(element);
            // html and body carry colours that the text inside relies on
            const bool isBody = name == "body";
            if (isBody)
                open("div", element);
            children(element.children, depth);
            if (isBody)
                m_out += "</div>"_L1;
            return;
        }
        if (name == "img") {
            image(element);
            return;
        }
        open(name, element);
        if (isVoidTag(name))
            return;
        children(element.children, depth);
        m_out += "</"_L1 + QLatin1StringView(name) + u'>';
    }

    void countRemote(const GumboElement &element)
    {
        for (unsigned i = 0; i < element.attributes.length; ++i) {
            const auto *attribute = static_cast<const GumboAttribute *>(element.attributes.data[i]);
            if (loadsRemotely(attribute->name, QString::fromUtf8(attribute->value)))
                ++m_remote;
        }
    }

    void open(const QByteArray &name, const GumboElement &element)
    {
        m_out += u'<' + QLatin1StringView(name);
        for (unsigned i = 0; i < element.attributes.length; ++i) {
            const auto *attribute = static_cast<const GumboAttribute *>(element.attributes.data[i]);
            const QByteArray key = QByteArray(attribute->name).toLower();
            const QString value = QString::fromUtf8(attribute->value);
            if (loadsRemotely(key, value))
                ++m_remote;
            if (key == "style") {
                write("style", safeStyle(value));
            } else if (key == "href" && name == "a") {
                if (isSafeLink(value))
                    write("href", value.trimmed());
            } else if (isSafeAttribute(key)) {
                write(key, value);
            }
        }
        m_out += u'>';
    }

    void image(const GumboElement &element)
    {
        const GumboAttribute *source = gumbo_get_attribute(&element.attributes, "src");
        const QString url = source ? QString::fromUtf8(source->value).trimmed() : QString();
        if (gumbo_get_attribute(&element.attributes, "srcset"))
            ++m_remote;
        if (isSafeImage(url)) {
            m_out += "<img"_L1;
            write("src", url);
        } else {
            if (loadsRemotely("src", url))
                ++m_remote;
            const GumboAttribute *alt = gumbo_get_attribute(&element.attributes, "alt");
            m_out += alt ? QString::fromUtf8(alt->value).toHtmlEscaped() : QString();
            return;
        }
        for (const char *key : {"alt", "width", "height", "style", "border", "align"}) {
            if (const GumboAttribute *attribute = gumbo_get_attribute(&element.attributes, key)) {
                const QString value = QString::fromUtf8(attribute->value);
                write(key, QByteArrayView(key) == "style" ? safeStyle(value) : value);
            }
        }
        m_out += u'>';
    }

    void write(QByteArrayView key, const QString &value)
    {
        if (!value.isEmpty())
            m_out += u' ' + QLatin1StringView(key) + "=\""_L1 + value.toHtmlEscaped() + u'"';
    }

    QString m_out;
    int m_remote = 0;
    bool m_cut = false;
};

// Readable text: blocks on lines of their own, links with their targets.
class TextWriter
{
public:
    void node(const GumboNode *node, int depth)
    {
        if (depth > 4 * MaxDepth)
            return;
        if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE
            || node->type == GUMBO_NODE_CDATA) {
            words(QString::fromUtf8(node->v.text.text));
            return;
        }
        if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_DOCUMENT)
            return;
        const bool isElement = node->type == GUMBO_NODE_ELEMENT;
        const QByteArray name
            = isElement ? QByteArray(gumbo_normalized_tagname(node->v.element.tag)) : QByteArray();
        if (isElement && (ruleFor(name) == TagRule::DropWithContent || name == "head"))
            return;
        const bool block = isBlockTag(name);
        if (name == "br")
            m_out += u'\n';
        if (block)
            newLine(isParagraph(name));
        if (name == "li")
            m_out += u"• "_s;
        const qsizetype start = m_out.size();
        const GumboVector &list = isElement ? node->v.element.children : node->v.document.children;
        for (unsigned i = 0; i < list.length; ++i)
            TextWriter::node(static_cast<const GumboNode *>(list.data[i]), depth + 1);
        if (name == "a")
            link(node->v.element, m_out.sliced(start));
        if (name == "td" || name == "th")
            m_out += u' ';
        if (block)
            newLine(isParagraph(name));
    }
    QString result() const
    {
        QString text = m_out.trimmed();
        while (text.contains("\n\n\n"_L1))
            text.replace("\n\n\n"_L1, "\n\n"_L1);
        return text;
    }

private:
    void words(const QString &text)
    {
        const bool gap = !text.isEmpty() && text.front().isSpace();
        const QString simple = text.simplified();
        if ((gap || simple.isEmpty()) && !m_out.isEmpty() && !m_out.back().isSpace())
            m_out += u' ';
        m_out += simple;
        if (!simple.isEmpty() && text.back().isSpace())
            m_out += u' ';
    }
    static bool isParagraph(const QByteArray &name)
    {
        return name == "p" || name == "pre" || name == "blockquote" || name == "ul" || name == "ol"
            || (name.size() == 2 && name[0] == 'h');
    }
    void newLine(bool paragraph)
    {
        while (m_out.endsWith(u' '))
            m_out.chop(1);
        if (!m_out.isEmpty() && !m_out.endsWith(u'\n'))
            m_out += u'\n';
        if (paragraph && !m_out.isEmpty() && !m_out.endsWith("\n\n"_L1))
            m_out += u'\n';
    }
    void link(const GumboElement &element, const QString &label)
    {
        const GumboAttribute *href = gumbo_get_attribute(&element.attributes, "href");
        const QString url = href ? QString::fromUtf8(href->value).trimmed() : QString();
        if (isSafeLink(url) && !label.contains(url) && !url.startsWith("mailto:"_L1))
            m_out += " <"_L1 + url + u'>';
    }

    QString m_out;
};

} // namespace

SanitizedHtml sanitizeHtml(const QString &html)
{
    bool cut = false;
    QByteArray storage;
    const Output output = parse(html, storage, &cut);
    if (!output)
        return {html.toHtmlEscaped(), 0, true};
    Writer writer;
    writer.node(output->root, 0);
    SanitizedHtml result = writer.result();
    result.cut = result.cut || cut;
    return result;
}

QString htmlToText(const QString &html)
{
    bool cut = false;
    QByteArray storage;
    const Output output = parse(html, storage, &cut);
    if (!output)
        return html;
    TextWriter writer;
    writer.node(output->root, 0);
    return writer.result();
}

} // namespace kw
