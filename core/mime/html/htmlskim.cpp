#include "core/mime/html/htmlskim.h"

#include "core/mime/html/htmlentities.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

enum class Element {
    Plain, // its tag is nothing; the words at both sides may be one
    Apart, // its tag separates words
    Quote,
    Wordless, // what it holds is no text, and ends at its end tag whatever stands there
    Field, // likewise, but it is text
    Picture,
};

struct Tag {
    std::string_view name;
    Element element;
};

// In the order of octets.
constexpr auto Tags = std::to_array<Tag>({
    {"address", Element::Apart},     {"article", Element::Apart},   {"aside", Element::Apart},
    {"blockquote", Element::Quote},  {"br", Element::Apart},        {"caption", Element::Apart},
    {"center", Element::Apart},      {"dd", Element::Apart},        {"div", Element::Apart},
    {"dl", Element::Apart},          {"dt", Element::Apart},        {"figcaption", Element::Apart},
    {"figure", Element::Apart},      {"footer", Element::Apart},    {"h1", Element::Apart},
    {"h2", Element::Apart},          {"h3", Element::Apart},        {"h4", Element::Apart},
    {"h5", Element::Apart},          {"h6", Element::Apart},        {"header", Element::Apart},
    {"hr", Element::Apart},          {"iframe", Element::Wordless}, {"img", Element::Picture},
    {"li", Element::Apart},          {"main", Element::Apart},      {"noembed", Element::Wordless},
    {"noframes", Element::Wordless}, {"ol", Element::Apart},        {"option", Element::Apart},
    {"p", Element::Apart},           {"pre", Element::Apart},       {"script", Element::Wordless},
    {"section", Element::Apart},     {"style", Element::Wordless},  {"table", Element::Apart},
    {"td", Element::Apart},          {"textarea", Element::Field},  {"th", Element::Apart},
    {"title", Element::Wordless},    {"tr", Element::Apart},        {"ul", Element::Apart},
});
constexpr size_t LongestTag = 10;

bool isLetter(QChar c)
{
    const char16_t lower = c.unicode() | 0x20;
    return lower >= u'a' && lower <= u'z';
}

bool isDigit(QChar c, bool hex)
{
    const char16_t lower = c.unicode() | 0x20;
    return (c.unicode() >= u'0' && c.unicode() <= u'9') || (hex && lower >= u'a' && lower <= u'f');
}

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\n' || c == u'\t' || c == u'\f' || c == u'\r';
}

bool endsName(QChar c)
{
    return isBlank(c) || c == u'/' || c == u'>';
}

Element elementOf(QStringView name)
{
    if (name.size() > qsizetype(LongestTag))
        return Element::Plain;
    std::array<char, LongestTag> lower{};
    std::transform(name.begin(), name.end(), lower.begin(),
                   [](QChar c) { return isLetter(c) ? char(c.unicode() | 0x20) : c.toLatin1(); });
    const std::string_view wanted(lower.data(), size_t(name.size()));
    const auto found
        = std::lower_bound(Tags.begin(), Tags.end(), wanted,
                           [](const Tag &tag, std::string_view other) { return tag.name < other; });
    return found != Tags.end() && found->name == wanted ? found->element : Element::Plain;
}

class Skimmer
{
public:
    Skimmer(QStringView html, TextHalves &out)
        : m_html(html)
        , m_out(out)
    {
    }

    void run()
    {
        while (m_at < m_html.size()) {
            const qsizetype tag = m_html.indexOf(u'<', m_at);
            text(m_html.sliced(m_at, (tag < 0 ? m_html.size() : tag) - m_at));
            m_at = tag < 0 ? m_html.size() : tag + 1;
            if (tag >= 0)
                markup();
        }
        apart();
    }

private:
    QString &target() { return m_quotes > 0 ? m_out.quoted : m_out.own; }
    void apart() { target() += u'\n'; }
    QChar at(qsizetype place) const { return place < m_html.size() ? m_html[place] : QChar(); }

    // Behind "<".
    void markup()
    {
        const QChar first = at(m_at);
        if (first == u'!' || first == u'?')
            comment();
        else if (first == u'/' && isLetter(at(m_at + 1)))
            endTag();
        else if (first == u'/')
            skipTo(u'>');
        else if (isLetter(first))
            startTag();
        else
            target() += u'<';
    }

    void skipTo(QChar c)
    {
        const qsizetype end = m_html.indexOf(c, m_at);
        m_at = end < 0 ? m_html.size() : end + 1;
    }

    void comment()
    {
        if (!m_html.sliced(m_at).startsWith("!--"_L1)) {
            skipTo(u'>');
            return;
        }
        m_at += 3;
        if (at(m_at) == u'>') {
            ++m_at;
            return;
        }
        const qsizetype end = m_html.indexOf("-->"_L1, m_at);
        m_at = end < 0 ? m_html.size() : end + 3;
    }

    QStringView name()
    {
        const qsizetype start = m_at;
        while (m_at < m_html.size() && !endsName(m_html[m_at]))
            ++m_at;
        return m_html.sliced(start, m_at - start);
    }

    void endTag()
    {
        ++m_at;
        const Element element = elementOf(name());
        attributes(false);
        if (element == Element::Quote) {
            apart();
            m_quotes = std::max(0, m_quotes - 1);
        } else if (element == Element::Apart) {
            apart();
        }
    }

    void startTag()
    {
        const QStringView called = name();
        const Element element = elementOf(called);
        attributes(element == Element::Picture);
        if (element == Element::Quote) {
            apart();
            ++m_quotes;
        } else if (element == Element::Apart) {
            apart();
        } else if (element == Element::Wordless) {
            apart();
            content(called);
        } else if (element == Element::Field) {
            text(content(called));
        }
    }

    // To behind ">". A quote holds a ">" only where a value begins with it.
    void attributes(bool wantsAlt)
    {
        while (m_at < m_html.size()) {
            while (m_at < m_html.size() && (isBlank(m_html[m_at]) || m_html[m_at] == u'/'))
                ++m_at;
            const qsizetype start = m_at;
            while (m_at < m_html.size() && !endsName(m_html[m_at]) && (m_html[m_at] != u'=' || m_at == start))
                ++m_at;
            const QStringView called = m_html.sliced(start, m_at - start);
            const QStringView given = value();
            if (wantsAlt && called.compare("alt"_L1, Qt::CaseInsensitive) == 0)
                text(given);
            if (at(m_at) == u'>') {
                ++m_at;
                return;
            }
        }
    }

    QStringView value()
    {
        qsizetype next = m_at;
        while (isBlank(at(next)))
            ++next;
        if (at(next) != u'=')
            return {};
        m_at = next + 1;
        while (isBlank(at(m_at)))
            ++m_at;
        const QChar quote = at(m_at);
        const qsizetype start = m_at + (quote == u'"' || quote == u'\'' ? 1 : 0);
        if (start > m_at) {
            const qsizetype end = m_html.indexOf(quote, start);
            m_at = end < 0 ? m_html.size() : end + 1;
            return m_html.sliced(start, (end < 0 ? m_html.size() : end) - start);
        }
        while (m_at < m_html.size() && !isBlank(m_html[m_at]) && m_html[m_at] != u'>')
            ++m_at;
        return m_html.sliced(start, m_at - start);
    }

    // To behind the end tag of this name.
    QStringView content(QStringView called)
    {
        const qsizetype start = m_at;
        for (qsizetype end; (end = m_html.indexOf("</"_L1, m_at)) >= 0;) {
            m_at = end + 2;
            if (!m_html.sliced(m_at).startsWith(called, Qt::CaseInsensitive)
                || !endsName(at(m_at + called.size())))
                continue;
            skipTo(u'>');
            return m_html.sliced(start, end - start);
        }
        m_at = m_html.size();
        return m_html.sliced(start);
    }

    void text(QStringView words)
    {
        QString &out = target();
        while (!words.isEmpty()) {
            const qsizetype mark = words.indexOf(u'&');
            out += mark < 0 ? words : words.first(mark);
            if (mark < 0)
                return;
            words = words.sliced(mark + 1);
            words = words.sliced(words.startsWith(u'#') ? numbered(words, out) : named(words, out));
        }
    }

    // Behind "&". Gives how much of it was taken.
    static qsizetype named(QStringView rest, QString &out)
    {
        constexpr qsizetype Longest = 24;
        std::array<char, Longest> name{};
        qsizetype size = 0;
        while (size < Longest && size < rest.size() && (isLetter(rest[size]) || isDigit(rest[size], false))) {
            name[size_t(size)] = rest[size].toLatin1();
            ++size;
        }
        const bool isClosed = size < rest.size() && rest[size] == u';';
        const NamedCharacter found = namedCharacter(QByteArrayView(name.data(), size), isClosed);
        if (found.character == 0) {
            out += u'&';
            return 0;
        }
        out += QChar(found.character);
        return found.length + (isClosed && found.length == size ? 1 : 0);
    }

    static qsizetype numbered(QStringView rest, QString &out)
    {
        constexpr qsizetype Longest = 10;
        const bool hex = rest.size() > 1 && (rest[1].unicode() | 0x20) == u'x';
        const qsizetype start = hex ? 2 : 1;
        qsizetype end = start;
        while (end < rest.size() && end - start < Longest && isDigit(rest[end], hex))
            ++end;
        const uint code = rest.sliced(start, end - start).toUInt(nullptr, hex ? 16 : 10);
        if (end == start) {
            out += u'&';
            return 0;
        }
        // 0x80 to 0x9f are meant as in Windows-1252: signs, and seven letters.
        constexpr std::array<std::pair<uint, char16_t>, 7> Letters{{{0x8A, u'Š'},
                                                                    {0x8C, u'Œ'},
                                                                    {0x8E, u'Ž'},
                                                                    {0x9A, u'š'},
                                                                    {0x9C, u'œ'},
                                                                    {0x9E, u'ž'},
                                                                    {0x9F, u'Ÿ'}}};
        const auto letter
            = std::find_if(Letters.begin(), Letters.end(), [code](auto one) { return one.first == code; });
        if (letter != Letters.end())
            out += QChar(letter->second);
        else if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
            out += u' ';
        else
            out += QChar::fromUcs4(code);
        return end + (end < rest.size() && rest[end] == u';' ? 1 : 0);
    }

    const QStringView m_html;
    TextHalves &m_out;
    qsizetype m_at = 0;
    int m_quotes = 0;
};

} // namespace

void skimHtml(QStringView html, TextHalves &out)
{
    Skimmer(html, out).run();
}

} // namespace kw
