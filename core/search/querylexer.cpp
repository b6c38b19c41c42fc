#include "core/search/querylexer.h"

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr QStringView Quotes
    = u"\"\u201C\u201D\u201E\u201F\u00AB\u00BB\uFF02\u300C\u300D\u300E\u300F\u301D\u301E\u301F";

bool isOpening(QChar c)
{
    return c == u'(' || c == u'\uFF08';
}

bool isClosing(QChar c)
{
    return c == u')' || c == u'\uFF09';
}

bool isBar(QChar c)
{
    return c == u'|' || c == u'\uFF5C';
}

bool isColon(QChar c)
{
    return c == u':' || c == u'\uFF1A' || c == u'\uFE55';
}

bool isStar(QChar c)
{
    return c == u'*' || c == u'\uFF0A';
}

// What ends a phrase that began with this quote.
bool ends(QChar opening, QChar c)
{
    switch (opening.unicode()) {
    case u'\u300C':
        return c == u'\u300D';
    case u'\u300E':
        return c == u'\u300F';
    case u'\u00AB':
    case u'\u00BB':
        return c == u'\u00AB' || c == u'\u00BB';
    default:
        return isQueryQuote(c) && c != u'\u00AB' && c != u'\u00BB' && (c < u'\u300C' || c > u'\u300F');
    }
}

class Lexer
{
public:
    explicit Lexer(const QString &text)
        : m_text(text)
    {
    }

    QList<QueryToken> run()
    {
        while (true) {
            while (m_at < m_text.size() && (isQueryBlank(m_text[m_at]) || isQueryInvisible(m_text[m_at]))) {
                m_isValue = m_isValue && isQueryInvisible(m_text[m_at]);
                ++m_at;
            }
            if (m_at >= m_text.size())
                return m_tokens;
            const bool isValue = std::exchange(m_isValue, false);
            next(isValue);
            m_tokens.last().isValue = isValue;
        }
    }

private:
    QChar at(qsizetype position) const { return position < m_text.size() ? m_text[position] : QChar(); }

    void next(bool isValue)
    {
        const QChar c = m_text[m_at];
        if (isOpening(c))
            add(QueryToken::Kind::Open, 1);
        else if (isClosing(c))
            add(QueryToken::Kind::Close, 1);
        else if (isBar(c))
            add(QueryToken::Kind::Or, isBar(at(m_at + 1)) ? 2 : 1);
        else if (isQueryQuote(c))
            phrase();
        else if (!isValue && isQueryMinus(c) && startsSomething(m_at + 1))
            add(QueryToken::Kind::Not, 1);
        else
            word(isValue);
    }

    // Something that a minus can turn round follows at once.
    bool startsSomething(qsizetype position) const
    {
        const QChar c = at(position);
        return position < m_text.size() && !isQueryBlank(c) && !isClosing(c) && !isBar(c);
    }

    void add(QueryToken::Kind kind, qsizetype length, const QString &text = {})
    {
        m_tokens.append({kind, m_at, length, text});
        m_at += length;
    }

    void phrase()
    {
        const QChar opening = m_text[m_at];
        const qsizetype begin = m_at + 1;
        const auto [end, isClosed] = endOfPhrase(opening, begin);
        QString text = m_text.sliced(begin, end - begin);
        if (opening == u'"')
            text.replace("\"\""_L1, "\""_L1);
        m_tokens.append({QueryToken::Kind::Phrase, m_at, end + (isClosed ? 1 : 0) - m_at, text,
                         QueryOperator::From, isClosed});
        m_at = end + (isClosed ? 1 : 0);
    }

    // Straight quotes end at a straight one if there is any; two of them stand for one within the text.
    std::pair<qsizetype, bool> endOfPhrase(QChar opening, qsizetype begin)
    {
        if (opening == u'"') {
            for (qsizetype i = begin; i < m_text.size(); ++i) {
                if (m_text[i] != u'"')
                    continue;
                if (at(i + 1) != u'"')
                    return {i, true};
                ++i;
            }
        }
        for (qsizetype i = begin; i < m_text.size(); ++i) {
            if (ends(opening, m_text[i]) && m_text[i] != (opening == u'"' ? opening : QChar()))
                return {i, true};
        }
        return {m_text.size(), false};
    }

    // Its length in the text, at least 1.
    qsizetype wordLength() const
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && !isQueryBlank(m_text[end]) && !isOpening(m_text[end])
               && !isClosing(m_text[end]) && !isBar(m_text[end]))
            ++end;
        return end - m_at;
    }

    void word(bool isValue)
    {
        const qsizetype length = wordLength();
        if (!isValue && takeOperator(length))
            return;
        QStringView text = QStringView(m_text).sliced(m_at, length);
        while (!text.isEmpty() && isQueryInvisible(text.last()))
            text.chop(1);
        if (!isValue) {
            if (text == u"OR")
                return add(QueryToken::Kind::Or, length);
            if (text == u"AND")
                return add(QueryToken::Kind::And, length);
            if (text == u"NOT")
                return add(QueryToken::Kind::Not, length);
        }
        bool isPrefix = false;
        while (!text.isEmpty() && isStar(text.last())) {
            text.chop(1);
            isPrefix = true;
        }
        m_tokens.append(
            {QueryToken::Kind::Word, m_at, length, text.toString(), QueryOperator::From, true, isPrefix});
        m_at += length;
    }

    bool takeOperator(qsizetype wordLength)
    {
        constexpr qsizetype LongestName = 16;
        const QStringView text = QStringView(m_text).sliced(m_at, std::min(wordLength, LongestName + 1));
        qsizetype colon = 0;
        while (colon < text.size() && !isColon(text[colon]))
            ++colon;
        if (colon == text.size())
            return false;
        const auto op = queryOperatorNamed(text.first(colon));
        if (!op)
            return false;
        m_tokens.append({QueryToken::Kind::Operator, m_at, colon + 1, {}, *op});
        m_at += colon + 1;
        m_isValue = true;
        return true;
    }

    const QString &m_text;
    QList<QueryToken> m_tokens;
    qsizetype m_at = 0;
    bool m_isValue = false; // an operator stands right before
};

} // namespace

bool isQueryBlank(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Control;
}

bool isQueryQuote(QChar c)
{
    return Quotes.contains(c);
}

bool isQueryMinus(QChar c)
{
    return c == u'-' || c == u'\u2212' || c == u'\uFF0D';
}

bool isQueryInvisible(QChar c)
{
    const char16_t u = c.unicode();
    return u == 0x061C || u == 0x200E || u == 0x200F || (u >= 0x202A && u <= 0x202E)
        || (u >= 0x2066 && u <= 0x2069) || u == 0xFEFF;
}

bool isQuerySign(QChar c)
{
    return isQueryBlank(c) || isQueryQuote(c) || isOpening(c) || isClosing(c) || isBar(c) || isQueryMinus(c)
        || isColon(c) || isStar(c);
}

QList<QueryToken> queryTokens(const QString &text)
{
    return Lexer(text).run();
}

} // namespace kw
