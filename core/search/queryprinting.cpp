#include "core/search/queryprinting.h"

#include "core/search/querylexer.h"
#include "core/search/queryparser.h"
#include "core/search/queryterms.h"
#include "core/search/querytree.h"
#include "core/search/words.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

QString operatorText(SearchField field)
{
    const auto op = operatorOf(field);
    return op ? queryOperatorName(*op) + u':' : QString();
}

// How a word that is not exact is written; empty: it cannot be as one.
QString wordText(const SearchTerm &term)
{
    for (const QString &text : {term.text, term.text + u'*'}) {
        const QString written = operatorText(term.field) + text;
        const ParsedQuery read = parseQuery(written, {});
        if (read.problems.isEmpty() && read.root == SearchNode::of(term))
            return written;
    }
    return {};
}

QString momentText(qint64 seconds, const QTimeZone &zone)
{
    const QDateTime moment = QDateTime::fromSecsSinceEpoch(seconds, zone);
    const QDate day = moment.date();
    if (moment.isValid() && day.year() >= 1900 && day.year() <= 9999
        && day.startOfDay(zone).toSecsSinceEpoch() == seconds)
        return day.toString(Qt::ISODate);
    return u'@' + QString::number(seconds);
}

QString termText(const SearchTerm &term, const QTimeZone &zone)
{
    switch (term.kind) {
    case SearchTerm::Kind::Words:
        return term.exact ? operatorText(term.field) + quotedQueryText(term.text) : wordText(term);
    case SearchTerm::Kind::Mark:
        return searchMarkText(term.mark);
    case SearchTerm::Kind::Folder:
        return u"in:"_s + queryValueText(term.text);
    case SearchTerm::Kind::Account:
        return u"account:"_s + queryValueText(term.text);
    case SearchTerm::Kind::Tag:
        return u"tag:"_s + queryValueText(term.text);
    case SearchTerm::Kind::Before:
        return u"before:"_s + momentText(term.number, zone);
    case SearchTerm::Kind::After:
        return u"after:"_s + momentText(term.number, zone);
    case SearchTerm::Kind::Larger:
        return u"larger:"_s + QString::number(term.number);
    case SearchTerm::Kind::Smaller:
        return u"smaller:"_s + QString::number(term.number);
    }
    return {};
}

// `isPart`: of something else, where it needs parentheses unless it is one piece.
QString nodeText(const SearchNode &node, const QTimeZone &zone, bool isPart)
{
    if (node.kind == SearchNode::Kind::Term)
        return termText(node.term, zone);
    if (node.kind == SearchNode::Kind::Not)
        return u'-' + nodeText(node.children.first(), zone, true);
    if (isNothing(node))
        return u"-()"_s;
    QStringList parts;
    for (const SearchNode &child : node.children)
        parts.append(nodeText(child, zone, true));
    const QString text = parts.join(node.kind == SearchNode::Kind::Any ? " OR "_L1 : " "_L1);
    return isPart ? u'(' + text + u')' : text;
}

SearchNode canonicalWords(const SearchTerm &term)
{
    SearchTerm out;
    out.field = term.field;
    out.exact = term.exact;
    out.text = term.exact ? plainPhrase(term.text) : term.text;
    if (wordsOf(out.text).isEmpty())
        return SearchNode::all({});
    if (term.exact || !wordText(out).isEmpty())
        return SearchNode::of(out);
    return wordByWord(out.field, out.text);
}

SearchNode canonicalTerm(const SearchTerm &term)
{
    SearchTerm out;
    out.kind = term.kind;
    switch (term.kind) {
    case SearchTerm::Kind::Words:
        return canonicalWords(term);
    case SearchTerm::Kind::Mark:
        out.mark = term.mark;
        break;
    case SearchTerm::Kind::Folder:
    case SearchTerm::Kind::Account:
    case SearchTerm::Kind::Tag:
        out.text = term.text.trimmed();
        if (out.text.isEmpty())
            return SearchNode::all({});
        break;
    case SearchTerm::Kind::Before:
    case SearchTerm::Kind::After:
        out.number = term.number;
        break;
    case SearchTerm::Kind::Larger:
    case SearchTerm::Kind::Smaller:
        out.number = std::max<qint64>(0, term.number);
        break;
    }
    return SearchNode::of(out);
}

} // namespace

SearchNode canonicalQuery(const SearchNode &node)
{
    if (node.kind == SearchNode::Kind::Term)
        return canonicalTerm(node.term);
    QList<SearchNode> children;
    for (const SearchNode &child : node.children)
        children.append(canonicalQuery(child));
    switch (node.kind) {
    case SearchNode::Kind::Any:
        return anyOf(children);
    case SearchNode::Kind::Not:
        return children.isEmpty() ? SearchNode::all({}) : noneOf(children.first());
    default:
        return allOf(children);
    }
}

QString queryText(const SearchNode &node, const QTimeZone &zone)
{
    return nodeText(canonicalQuery(node), zone, false);
}

QString queryValueText(const QString &value)
{
    const QList<QueryToken> tokens = queryTokens(u"in:"_s + value);
    const bool isPlain = tokens.size() == 2 && tokens.last().kind == QueryToken::Kind::Word
        && tokens.last().text == value && value.compare("anywhere"_L1, Qt::CaseInsensitive) != 0;
    return isPlain ? value : quotedQueryText(value);
}

QString quotedQueryText(const QString &text)
{
    QString inside = text;
    return u'"' + inside.replace(u'"', "\"\""_L1) + u'"';
}

} // namespace kw
