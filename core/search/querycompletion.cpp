#include "core/search/querycompletion.h"

#include "core/search/querylexer.h"
#include "core/search/queryparser.h"
#include "core/search/queryprinting.h"
#include "core/search/queryvalues.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

using Kind = QueryCompletion::Kind;

Kind kindOf(QueryOperator op)
{
    switch (op) {
    case QueryOperator::From:
    case QueryOperator::To:
    case QueryOperator::Cc:
        return Kind::Person;
    case QueryOperator::In:
        return Kind::Folder;
    case QueryOperator::Account:
        return Kind::Account;
    case QueryOperator::Tag:
        return Kind::Tag;
    case QueryOperator::Is:
    case QueryOperator::Has:
        return Kind::Mark;
    case QueryOperator::Before:
    case QueryOperator::After:
    case QueryOperator::On:
        return Kind::Date;
    case QueryOperator::NewerThan:
    case QueryOperator::OlderThan:
        return Kind::Age;
    case QueryOperator::Larger:
    case QueryOperator::Smaller:
        return Kind::Size;
    default:
        return Kind::None;
    }
}

class Finder
{
public:
    Finder(const QString &text, qsizetype cursor)
        : m_text(text)
        , m_cursor(cursor)
        , m_tokens(queryTokens(text))
    {
    }

    QueryCompletion run()
    {
        QList<std::optional<QueryOperator>> groups{std::nullopt};
        std::optional<QueryOperator> before; // the operator that stands right before
        for (const QueryToken &token : m_tokens) {
            if (token.start >= m_cursor)
                break;
            if (token.end() >= m_cursor && isTyped(token))
                return typed(token, token.isValue ? before : groups.last(), token.isValue);
            if (token.kind == QueryToken::Kind::Open && groups.size() <= DeepestQuery)
                groups.append(token.isValue ? before : groups.last());
            else if (token.kind == QueryToken::Kind::Close && groups.size() > 1)
                groups.removeLast();
            before = token.op;
            if (token.end() == m_cursor && token.kind == QueryToken::Kind::Operator)
                return value(token.op, {}, m_cursor, followingWord(), false);
        }
        return fresh(groups.last());
    }

private:
    // The cursor is in it, so it is what is being typed.
    bool isTyped(const QueryToken &token) const
    {
        switch (token.kind) {
        case QueryToken::Kind::Word:
            return true;
        case QueryToken::Kind::Phrase:
            return token.end() > m_cursor || !token.isClosed;
        case QueryToken::Kind::Operator:
            return token.end() > m_cursor;
        case QueryToken::Kind::Or:
        case QueryToken::Kind::And:
        case QueryToken::Kind::Not:
            return token.length > 1; // a word
        default:
            return false;
        }
    }

    QueryCompletion typed(const QueryToken &token, std::optional<QueryOperator> op, bool isValue) const
    {
        switch (token.kind) {
        case QueryToken::Kind::Operator:
            return {Kind::Operator, std::nullopt, part(token.start), token.start, token.length};
        case QueryToken::Kind::Phrase: {
            if (!op)
                return {};
            const qsizetype end = token.isClosed ? token.end() : m_cursor;
            return value(*op, part(token.start + 1).replace("\"\""_L1, "\""_L1), token.start,
                         end - token.start, !isValue);
        }
        case QueryToken::Kind::Word:
            if (op)
                return value(*op, part(token.start), token.start, token.length, !isValue);
            return {Kind::Operator, std::nullopt, part(token.start), token.start, token.length};
        default:
            return {};
        }
    }

    // Between words.
    QueryCompletion fresh(std::optional<QueryOperator> group) const
    {
        if (group)
            return value(*group, {}, m_cursor, 0, true);
        return {Kind::Operator, std::nullopt, {}, m_cursor, 0};
    }

    // The cursor is between an operator and its value: that is replaced.
    qsizetype followingWord() const
    {
        for (const QueryToken &token : m_tokens) {
            const bool isWord
                = token.kind == QueryToken::Kind::Word || token.kind == QueryToken::Kind::Phrase;
            if (token.start == m_cursor)
                return isWord && token.isValue && token.isClosed ? token.length : 0;
        }
        return 0;
    }

    QString part(qsizetype start) const
    {
        return m_text.sliced(start, std::max<qsizetype>(0, m_cursor - start));
    }

    static QueryCompletion value(QueryOperator op, const QString &prefix, qsizetype start, qsizetype length,
                                 bool isInGroup)
    {
        return {kindOf(op), op, prefix, start, length, isInGroup};
    }

    const QString &m_text;
    const qsizetype m_cursor;
    const QList<QueryToken> m_tokens;
};

QStringList beginningWith(const QStringList &all, const QString &prefix)
{
    QStringList out;
    for (const QString &one : all) {
        if (one.startsWith(prefix, Qt::CaseInsensitive))
            out.append(one);
    }
    return out;
}

// Also by an alias: "label" offers tag.
QStringList operatorsBeginningWith(const QString &prefix)
{
    QStringList out;
    for (const QueryHelp &help : queryHelp())
        out.append(help.name);
    const auto names = queryOperatorNames();
    out.removeIf([&](const QString &name) {
        return std::none_of(names.cbegin(), names.cend(), [&](const auto &known) {
            return queryOperatorName(known.second) == name
                && known.first.startsWith(prefix, Qt::CaseInsensitive);
        });
    });
    return out;
}

bool isNumber(const QString &text)
{
    return !text.isEmpty() && text.size() < 9
        && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); });
}

QStringList measures(const QString &prefix, const QStringList &usual, const QStringList &units)
{
    if (!isNumber(prefix))
        return beginningWith(usual, prefix);
    QStringList out;
    for (const QString &unit : units)
        out.append(prefix + unit);
    return out;
}

QString written(const QueryCompletion &completion, const QString &offer)
{
    if (completion.kind == Kind::Operator)
        return offer + u':';
    if (!completion.isInGroup)
        return queryValueText(offer);
    const QList<QueryToken> tokens = queryTokens(offer);
    const bool isPlain
        = tokens.size() == 1 && tokens.first().kind == QueryToken::Kind::Word && tokens.first().text == offer;
    return isPlain ? offer : quotedQueryText(offer);
}

} // namespace

QueryCompletion queryCompletionAt(const QString &text, qsizetype cursor)
{
    const QString bounded = text.left(LongestQuery);
    return Finder(bounded, std::clamp<qsizetype>(cursor, 0, bounded.size())).run();
}

QStringList queryOffers(const QueryCompletion &completion)
{
    switch (completion.kind) {
    case Kind::Operator:
        return operatorsBeginningWith(completion.prefix);
    case Kind::Mark:
        return beginningWith(searchMarkNames(completion.op.value_or(QueryOperator::Is)), completion.prefix);
    case Kind::Date:
        return beginningWith(queryDateWords(), completion.prefix);
    case Kind::Age:
        return measures(completion.prefix, {u"1d"_s, u"7d"_s, u"1m"_s, u"6m"_s, u"1y"_s},
                        {u"h"_s, u"d"_s, u"w"_s, u"m"_s, u"y"_s});
    case Kind::Size:
        return measures(completion.prefix, {u"100k"_s, u"1M"_s, u"5M"_s, u"10M"_s, u"25M"_s},
                        {u"k"_s, u"M"_s, u"G"_s});
    default:
        return {};
    }
}

CompletedQuery completeQuery(const QString &text, const QueryCompletion &completion, const QString &offer)
{
    const qsizetype start = std::clamp<qsizetype>(completion.start, 0, text.size());
    const qsizetype end = std::clamp<qsizetype>(start + completion.length, start, text.size());
    QString head = text.first(start) + written(completion, offer);
    QString rest = text.sliced(end);
    if (completion.kind != Kind::Operator && !rest.startsWith(u')')) {
        if (!rest.isEmpty() && isQueryBlank(rest.front()))
            rest.remove(0, 1);
        head += u' ';
    }
    return {head + rest, head.size()};
}

} // namespace kw
