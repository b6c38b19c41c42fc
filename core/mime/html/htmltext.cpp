#include "core/mime/html/htmlrules.h"
#include "core/mime/html/htmlsanitizer.h"
#include "core/mime/html/htmltree.h"
#include "core/mime/html/invisible.h"

#include <gumbo.h>

#include <QSet>

#include <limits>
#include <optional>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxQuotes = 20;

class TextWriter : public HtmlVisitor
{
public:
    void enter(const GumboNode &node, int) override
    {
        if (m_dropped)
            return;
        if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE
            || node.type == GUMBO_NODE_CDATA)
            text(QString::fromUtf8(node.v.text.text));
        else if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE)
            start(node);
    }

    void leave(const GumboNode &node, int) override
    {
        if (!m_dropped)
            end(node);
        else if (m_dropped == &node)
            m_dropped = nullptr;
    }

    QString result() const { return m_out.trimmed(); }

private:
    static QByteArray nameOf(const GumboNode &node) { return gumbo_normalized_tagname(node.v.element.tag); }

    static QString valueOf(const GumboNode &node, const char *name)
    {
        const GumboAttribute *attribute = gumbo_get_attribute(&node.v.element.attributes, name);
        return attribute ? QString::fromUtf8(attribute->value) : QString();
    }

    static bool isHidden(const GumboNode &node, const QByteArray &name)
    {
        return node.v.element.tag_namespace != GUMBO_NAMESPACE_HTML || node.type == GUMBO_NODE_TEMPLATE
            || name == "head" || (!name.isEmpty() && ruleFor(name) == TagRule::DropWithContent)
            || isNotDisplayed(valueOf(node, "style"));
    }

    static int linesAround(const QByteArray &name)
    {
        static const QSet<QByteArray> apart{"p",  "h1", "h2", "h3",  "h4",         "h5",
                                            "h6", "ul", "ol", "pre", "blockquote", "dl"};
        return apart.contains(name) ? 2 : isBlockTag(name) ? 1 : 0;
    }

    void start(const GumboNode &node)
    {
        const QByteArray name = nameOf(node);
        if (isHidden(node, name)) {
            m_dropped = &node;
            return;
        }
        if (name == "br")
            m_lines = std::min(m_lines + 1, 2);
        m_lines = std::max(m_lines, linesAround(name));
        if (name == "blockquote")
            ++m_quotes;
        else if (name == "pre")
            ++m_pre;
        else if (name == "td" || name == "th")
            m_gap = true;
        else if (name == "ol")
            m_lists.append(valueOf(node, "start").isEmpty() ? 1 : valueOf(node, "start").toInt());
        else if (name == "ul")
            m_lists.append(std::nullopt);
        else if (name == "li")
            startItem(valueOf(node, "value"));
        else if (name == "a")
            m_linkStart = m_out.size();
        else if (name == "img")
            text(valueOf(node, "alt"));
    }

    void end(const GumboNode &node)
    {
        const QByteArray name = nameOf(node);
        if (name == "a")
            endLink(safeLink(valueOf(node, "href")));
        m_lines = std::max(m_lines, linesAround(name));
        if ((name == "ol" || name == "ul") && !m_lists.isEmpty())
            m_lists.removeLast();
        else if (name == "blockquote")
            --m_quotes;
        else if (name == "pre")
            --m_pre;
    }

    void startItem(const QString &value)
    {
        std::optional<int> *number = m_lists.isEmpty() ? nullptr : &m_lists.last();
        if (!number || !*number) {
            put(u"• ");
            return;
        }
        bool isNumber = false;
        const int own = value.toInt(&isNumber);
        const int shown = isNumber ? own : **number;
        put(QString(QString::number(shown) + ". "_L1));
        *number = shown < std::numeric_limits<int>::max() ? shown + 1 : shown;
    }

    void text(const QString &text)
    {
        if (m_pre > 0) {
            bool first = true;
            for (const QStringView line : QStringView(text).tokenize(u'\n')) {
                if (!std::exchange(first, false))
                    m_lines = std::min(m_lines + 1, 2);
                if (!line.isEmpty())
                    put(line);
            }
            return;
        }
        const QString words = text.simplified();
        m_gap = m_gap || (!text.isEmpty() && text.front().isSpace());
        if (words.isEmpty())
            return;
        put(words);
        m_gap = text.back().isSpace();
    }

    void put(QStringView words)
    {
        const bool fresh = m_out.isEmpty() || m_lines > 0;
        if (!m_out.isEmpty() && m_lines > 0)
            m_out += QString(m_lines, u'\n');
        if (fresh && m_quotes > 0)
            m_out += QString(std::min(m_quotes, MaxQuotes), u'>') + u' ';
        else if (!fresh && m_gap && !m_out.back().isSpace())
            m_out += u' ';
        m_out += words;
        m_lines = 0;
        m_gap = false;
    }

    void endLink(const QString &url)
    {
        if (url.isEmpty() || url.startsWith("mailto:"_L1, Qt::CaseInsensitive))
            return;
        const QStringView label = QStringView(m_out).sliced(m_linkStart);
        QStringView bare = QStringView(url).sliced(url.indexOf("//"_L1) + 2);
        if (bare.endsWith(u'/'))
            bare = bare.chopped(1);
        if (!label.trimmed().isEmpty() && !label.contains(bare))
            m_out += " <"_L1 + url + u'>';
    }

    QString m_out;
    const GumboNode *m_dropped = nullptr; // nothing inside it is written
    QList<std::optional<int>> m_lists; // open ones; the next number of a numbered one
    qsizetype m_linkStart = 0;
    int m_lines = 0; // line breaks before the next word
    int m_quotes = 0;
    int m_pre = 0;
    bool m_gap = false; // a blank before the next word
};

} // namespace

QString htmlToText(const HtmlTree &tree)
{
    TextWriter writer;
    walk(tree.root(), writer);
    return writer.result();
}

QString htmlToText(const QString &html)
{
    return htmlToText(HtmlTree(html));
}

} // namespace kw
