#include "core/search/queryterms.h"

#include "core/search/querytree.h"
#include "core/search/queryvalues.h"
#include "core/search/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(kw::Query)
};

bool hasWords(const QString &text)
{
    bool has = false;
    splitWords(composedUtf8(text), SplitFor::Query, [&has](const Word &) {
        has = true;
        return false;
    });
    return has;
}

SearchNode termWith(SearchTerm::Kind kind, qint64 number)
{
    SearchTerm term;
    term.kind = kind;
    term.number = number;
    return SearchNode::of(term);
}

SearchNode markNode(SearchMark mark)
{
    SearchTerm term;
    term.kind = SearchTerm::Kind::Mark;
    term.mark = mark;
    return SearchNode::of(term);
}

SearchNode wordsNode(SearchField field, const QString &text, bool exact)
{
    SearchTerm term;
    term.field = field;
    term.text = text;
    term.exact = exact;
    return SearchNode::of(term);
}

// A phrase that is still being typed: its last word may go on.
SearchNode openPhrase(SearchField field, const QString &text)
{
    const qsizetype blank = text.lastIndexOf(u' ');
    QList<SearchNode> parts;
    if (blank > 0 && hasWords(text.first(blank)))
        parts.append(wordsNode(field, text.first(blank), true));
    parts.append(wordByWord(field, text.sliced(blank + 1)));
    return allOf(parts);
}

ReadTerm readWords(std::optional<QueryOperator> op, const QueryToken &token)
{
    const SearchField field = op ? fieldOf(*op).value_or(SearchField::Any) : SearchField::Any;
    const bool isPhrase = token.kind == QueryToken::Kind::Phrase;
    if (op && !isPhrase && !token.isPrefix && token.text.compare("me"_L1, Qt::CaseInsensitive) == 0) {
        if (op == QueryOperator::From)
            return {markNode(SearchMark::FromMe), {}};
        if (op == QueryOperator::To)
            return {markNode(SearchMark::ToMe), {}};
        if (op == QueryOperator::Cc)
            return {markNode(SearchMark::ToMe),
                    Texts::tr("Copies to you are found with “to:me”, which is what was looked for.")};
    }
    const QString text = isPhrase ? plainPhrase(token.text) : token.text;
    if (!hasWords(text)) {
        return {std::nullopt,
                op ? Texts::tr("There are no letters or digits to look for after “%1:”.")
                         .arg(queryOperatorName(*op))
                   : QString()};
    }
    if (isPhrase && !token.isClosed)
        return {openPhrase(field, text), {}};
    return {wordsNode(field, text, isPhrase), {}};
}

ReadTerm readMark(QueryOperator op, const QString &value)
{
    if (const auto mark = searchMarkNamed(op, value))
        return {markNode(*mark), {}};
    return {std::nullopt,
            Texts::tr("“%1:” can be followed by: %2.")
                .arg(queryOperatorName(op), searchMarkNames(op).join(", "_L1))};
}

ReadTerm readName(QueryOperator op, const QString &value, bool isQuoted)
{
    SearchTerm term;
    term.text = value;
    switch (op) {
    case QueryOperator::Account:
        term.kind = SearchTerm::Kind::Account;
        break;
    case QueryOperator::Tag:
        term.kind = SearchTerm::Kind::Tag;
        break;
    default:
        // Everything is found everywhere anyway.
        if (!isQuoted && value.compare("anywhere"_L1, Qt::CaseInsensitive) == 0)
            return {};
        term.kind = SearchTerm::Kind::Folder;
    }
    return {SearchNode::of(term), {}};
}

ReadTerm readPeriod(QueryOperator op, const QString &value, const QueryClock &clock)
{
    const auto period = readQueryPeriod(value, clock);
    if (!period)
        return {std::nullopt,
                Texts::tr("“%1” is no date. Write 2024-05-03, 2024-05, 2024, yesterday or last-week.")
                    .arg(value.left(40))};
    const SearchNode after = termWith(SearchTerm::Kind::After, period->begin);
    if (op == QueryOperator::After)
        return {after, {}};
    if (op == QueryOperator::Before)
        return {termWith(SearchTerm::Kind::Before, period->begin), {}};
    return {allOf({after, termWith(SearchTerm::Kind::Before, period->end)}), {}};
}

ReadTerm readAge(QueryOperator op, const QString &value, const QueryClock &clock)
{
    const auto moment = readQueryAge(value, clock);
    if (!moment)
        return {std::nullopt,
                Texts::tr("“%1” is no age. Write a number and h, d, w, m or y: 3d is three days.")
                    .arg(value.left(40))};
    return {termWith(op == QueryOperator::NewerThan ? SearchTerm::Kind::After : SearchTerm::Kind::Before,
                     *moment),
            {}};
}

ReadTerm readSize(QueryOperator op, const QString &value)
{
    const auto octets = readQuerySize(value);
    if (!octets)
        return {std::nullopt,
                Texts::tr("“%1” is no size. Write a number and k, M or G: 5M is five megabytes.")
                    .arg(value.left(40))};
    return {
        termWith(op == QueryOperator::Larger ? SearchTerm::Kind::Larger : SearchTerm::Kind::Smaller, *octets),
        {}};
}

} // namespace

ReadTerm readQueryTerm(std::optional<QueryOperator> op, const QueryToken &token, const QueryClock &clock)
{
    if (!op || fieldOf(*op))
        return readWords(op, token);
    const QString value = token.text.trimmed();
    if (value.isEmpty())
        return {std::nullopt,
                Texts::tr("Something has to follow “%1:” at once.").arg(queryOperatorName(*op))};
    switch (*op) {
    case QueryOperator::Has:
    case QueryOperator::Is:
        return readMark(*op, value);
    case QueryOperator::Before:
    case QueryOperator::After:
    case QueryOperator::On:
        return readPeriod(*op, value, clock);
    case QueryOperator::NewerThan:
    case QueryOperator::OlderThan:
        return readAge(*op, value, clock);
    case QueryOperator::Larger:
    case QueryOperator::Smaller:
        return readSize(*op, value);
    default:
        return readName(*op, value, token.kind == QueryToken::Kind::Phrase);
    }
}

SearchNode wordByWord(SearchField field, const QString &text)
{
    QList<SearchNode> words;
    QString word;
    const auto take = [&] {
        while (!word.isEmpty() && isQueryInvisible(word.back()))
            word.chop(1);
        while (!word.isEmpty() && (isQueryInvisible(word.front()) || isQueryMinus(word.front())))
            word.remove(0, 1);
        if (hasWords(word))
            words.append(wordsNode(field, word, false));
        word.clear();
    };
    for (const QChar c : text) {
        // Within a word a minus is a hyphen.
        if (isQuerySign(c) && (word.isEmpty() || !isQueryMinus(c)))
            take();
        else
            word += c;
    }
    take();
    return allOf(words);
}

QString plainPhrase(const QString &text)
{
    QString out = text;
    for (QChar &c : out) {
        if (isQueryQuote(c) || isQueryBlank(c))
            c = u' ';
    }
    return out.simplified();
}

} // namespace kw
