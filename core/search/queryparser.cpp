#include "core/search/queryparser.h"

#include "core/search/querylexer.h"
#include "core/search/queryterms.h"
#include "core/search/querytree.h"
#include "core/search/queryvalues.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qsizetype MostProblems = 50;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(kw::Query)
};

// Recursive descent; each method takes what belongs to it and gives nothing where there is nothing to look
// for.
class Parser
{
public:
    Parser(const QString &text, const QueryClock &clock)
        : m_tokens(queryTokens(text))
        , m_clock(clock)
    {
    }

    ParsedQuery run()
    {
        QList<SearchNode> found;
        while (m_at < m_tokens.size()) {
            if (const auto node = sequence())
                found.append(*node);
            if (m_at < m_tokens.size()) // only a ) ends it early
                problem(m_tokens[m_at++], Texts::tr("This parenthesis closes nothing."));
        }
        m_query.root = allOf(found);
        return m_query;
    }

private:
    using Kind = QueryToken::Kind;
    using Node = std::optional<SearchNode>;

    bool isAt(Kind kind) const { return m_at < m_tokens.size() && m_tokens[m_at].kind == kind; }
    bool isAtEnd() const { return m_at >= m_tokens.size() || (isAt(Kind::Close) && m_ignored == 0); }

    void problem(qsizetype start, qsizetype length, const QString &sentence)
    {
        if (m_query.problems.size() < MostProblems)
            m_query.problems.append({start, length, sentence});
    }
    void problem(const QueryToken &token, const QString &sentence)
    {
        problem(token.start, token.length, sentence);
    }

    // Up to a ) or the end.
    Node sequence()
    {
        QList<SearchNode> found;
        while (!isAtEnd()) {
            if (const Node node = alternatives())
                found.append(*node);
        }
        return found.isEmpty() ? Node() : Node(allOf(found));
    }

    Node alternatives() { return chain(Kind::Or, &Parser::together, &anyOf); }
    Node together() { return chain(Kind::And, &Parser::operand, &allOf); }

    // x OR y OR z
    Node chain(Kind kind, Node (Parser::*part)(), SearchNode (*join)(const QList<SearchNode> &))
    {
        QList<SearchNode> found;
        bool isFirst = true;
        do {
            if (!isFirst)
                skipOperators();
            if (const Node node = (this->*part)())
                found.append(*node);
            isFirst = false;
        } while (isAt(kind));
        return found.isEmpty() ? Node() : Node(join(found));
    }

    // What joins has something on both sides; of several in a row the first counts.
    void skipOperators()
    {
        const QueryToken &first = m_tokens[m_at++];
        while (isAt(Kind::Or) || isAt(Kind::And))
            needsBothSides(m_tokens[m_at++]);
        if (isAtEnd())
            needsBothSides(first);
    }

    void needsBothSides(const QueryToken &token)
    {
        problem(token, Texts::tr("Something to look for has to stand before and after this."));
    }

    Node operand()
    {
        bool isInverse = false;
        const qsizetype begin = m_at;
        while (isAt(Kind::Not)) {
            isInverse = !isInverse;
            ++m_at;
        }
        if (isAtEnd() || isAt(Kind::Or) || isAt(Kind::And)) {
            if (m_at > begin)
                problem(m_tokens[m_at - 1], Texts::tr("Something has to follow that is not to be found."));
            else if (!isAtEnd())
                needsBothSides(m_tokens[m_at++]);
            return {};
        }
        const Node node = primary();
        return node && isInverse ? Node(noneOf(*node)) : node;
    }

    Node primary()
    {
        const QueryToken &token = m_tokens[m_at++];
        switch (token.kind) {
        case Kind::Word:
        case Kind::Phrase:
            return term(m_within, token);
        case Kind::Operator:
            return operation(token);
        case Kind::Open:
            return group(token, m_within);
        case Kind::Close: // of a group that was ignored
            --m_ignored;
            return {};
        default:
            return {};
        }
    }

    Node operation(const QueryToken &op)
    {
        const bool hasValue = m_at < m_tokens.size() && m_tokens[m_at].isValue;
        if (hasValue && (isAt(Kind::Word) || isAt(Kind::Phrase)))
            return term(op.op, m_tokens[m_at++]);
        if (hasValue && isAt(Kind::Open))
            return group(m_tokens[m_at++], op.op);
        problem(op, Texts::tr("Something has to follow “%1:” at once.").arg(queryOperatorName(op.op)));
        return {};
    }

    Node group(const QueryToken &open, std::optional<QueryOperator> within)
    {
        if (m_depth == DeepestQuery) {
            if (!m_isTooDeep)
                problem(open,
                        Texts::tr("There are too many parentheses within one another; from here on they "
                                  "do not count."));
            m_isTooDeep = true;
            ++m_ignored;
            return {};
        }
        if (isAt(Kind::Close)) {
            ++m_at;
            return SearchNode::all({});
        }
        const auto outer = std::exchange(m_within, within);
        ++m_depth;
        const Node node = sequence();
        --m_depth;
        m_within = outer;
        if (isAt(Kind::Close))
            ++m_at;
        else
            problem(open, Texts::tr("This parenthesis is not closed."));
        return node;
    }

    Node term(std::optional<QueryOperator> op, const QueryToken &token)
    {
        if (!token.isClosed)
            problem(token, Texts::tr("The second quotation mark is missing."));
        const ReadTerm read = readQueryTerm(op, withDate(op, token), m_clock);
        if (!read.problem.isEmpty())
            problem(token, read.problem);
        if (!read.node)
            return {};
        const int more = std::max<int>(1, int(read.node->children.size()));
        if (m_terms + more <= MostQueryTerms) {
            m_terms += more;
            return read.node;
        }
        if (!m_isTooMuch)
            problem(token,
                    Texts::tr("There is too much to look for at once; from here on it does not count."));
        m_isTooMuch = true;
        return {};
    }

    // after:last week
    QueryToken withDate(std::optional<QueryOperator> op, const QueryToken &token)
    {
        const bool isDate
            = op == QueryOperator::Before || op == QueryOperator::After || op == QueryOperator::On;
        if (!isDate || !beginsQueryDate(token.text) || !isAt(Kind::Word)
            || !endsQueryDate(m_tokens[m_at].text))
            return token;
        QueryToken both = token;
        both.text += u' ' + m_tokens[m_at++].text;
        return both;
    }

    const QList<QueryToken> m_tokens;
    const QueryClock &m_clock;
    ParsedQuery m_query;
    qsizetype m_at = 0;
    std::optional<QueryOperator> m_within; // an operator in front of the parenthesis that is open
    int m_depth = 0;
    int m_ignored = 0; // parentheses that are open and do not count
    int m_terms = 0;
    bool m_isTooDeep = false;
    bool m_isTooMuch = false;
};

} // namespace

QueryClock QueryClock::system()
{
    return {QDateTime::currentDateTime(), QLocale().firstDayOfWeek()};
}

ParsedQuery parseQuery(const QString &text, const QueryClock &clock)
{
    QueryClock valid = clock;
    if (!valid.now.isValid())
        valid.now = QDateTime::fromSecsSinceEpoch(0, QTimeZone::UTC);
    ParsedQuery query = Parser(text.left(LongestQuery), valid).run();
    if (text.size() > LongestQuery)
        query.problems.append({LongestQuery, text.size() - LongestQuery,
                               Texts::tr("This is too long; what stands here does not count.")});
    return query;
}

} // namespace kw
