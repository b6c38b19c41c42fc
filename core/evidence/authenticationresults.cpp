#include "core/evidence/authenticationresults.h"

#include <QStringList>

#include <algorithm>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestField = 20'000;
constexpr qsizetype MostResults = 50;

// Takes words apart: quoted strings and runs of other characters; comments are passed over.
class Reader
{
public:
    explicit Reader(const QString &text)
        : m_text(text)
    {
    }
    bool atEnd()
    {
        skipBlanks();
        return m_at >= m_text.size();
    }
    bool takes(QChar c)
    {
        skipBlanks();
        if (m_at >= m_text.size() || m_text.at(m_at) != c)
            return false;
        ++m_at;
        return true;
    }
    // Up to a blank or one of `stops`.
    QString word(QStringView stops)
    {
        skipBlanks();
        if (m_at < m_text.size() && m_text.at(m_at) == u'"')
            return quoted();
        const qsizetype from = m_at;
        while (m_at < m_text.size() && !m_text.at(m_at).isSpace() && m_text.at(m_at) != u'('
               && !stops.contains(m_text.at(m_at)))
            ++m_at;
        return m_text.sliced(from, m_at - from);
    }

private:
    QString quoted()
    {
        QString out;
        for (++m_at; m_at < m_text.size() && m_text.at(m_at) != u'"'; ++m_at) {
            if (m_text.at(m_at) == u'\\' && m_at + 1 < m_text.size())
                ++m_at;
            out += m_text.at(m_at);
        }
        m_at = std::min(m_at + 1, m_text.size()); // the quote may never close
        return out;
    }
    void skipBlanks()
    {
        int depth = 0;
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at);
            if (c == u'(')
                ++depth;
            else if (c == u')' && depth > 0)
                --depth;
            else if (depth == 0 && !c.isSpace())
                return;
            else if (c == u'\\')
                ++m_at;
            ++m_at;
        }
        m_at = std::min(m_at, m_text.size()); // a backslash may stand at the end
    }

    const QString m_text;
    qsizetype m_at = 0;
};

// "dkim=pass reason=x header.d=example.org"
std::optional<AuthenticationResult> readResult(Reader &reader)
{
    AuthenticationResult out;
    out.method = reader.word(u"=;/").toLower();
    if (reader.takes(u'/'))
        reader.word(u"=;"); // the method's version
    if (out.method.isEmpty() || !reader.takes(u'='))
        return {};
    out.result = reader.word(u";").toLower();
    while (!reader.atEnd()) {
        if (reader.takes(u';'))
            break;
        QString name = reader.word(u"=;").toLower();
        if (!reader.takes(u'=')) {
            if (name.isEmpty())
                break;
            continue; // a stray word
        }
        const QString value = reader.word(u";");
        if (name == "reason"_L1)
            out.reason = value;
        else
            out.properties.append({name, value});
    }
    return out;
}

} // namespace

QString AuthenticationResult::property(QLatin1StringView name) const
{
    const auto found = std::find_if(properties.begin(), properties.end(),
                                    [name](const Property &one) { return one.name == name; });
    return found == properties.end() ? QString() : found->value;
}

std::optional<AuthenticationResults> readAuthenticationResults(const QString &value)
{
    // Without authserv-id the first thing is a result already.
    const QString text = value.left(LongestField);
    const QString head = text.left(text.indexOf(u';'));
    const bool hasServer = !head.contains(u'=') || text.indexOf(u'=') > text.indexOf(u';');
    Reader reader(text);
    AuthenticationResults out;
    if (hasServer) {
        out.server = reader.word(u";").toLower();
        while (!reader.atEnd() && !reader.takes(u';')) // its version
            reader.word(u";");
    }
    while (!reader.atEnd() && out.results.size() < MostResults) {
        if (reader.takes(u';'))
            continue;
        if (const auto result = readResult(reader))
            out.results.append(*result);
        else if (reader.word(u";").isEmpty() && !reader.takes(u'=') && !reader.takes(u'/'))
            break;
    }
    if (out.server.isEmpty() && out.results.isEmpty())
        return {};
    return out;
}

} // namespace kw
