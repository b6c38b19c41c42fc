#include "core/search/querylooks.h"

#include "core/search/words.h"

#include <QRegularExpression>

#include <algorithm>

namespace kw {

namespace {

bool isIdle(const SearchTerm &term)
{
    return term.kind == SearchTerm::Kind::Words && wordsOf(term.text).isEmpty();
}

SearchNode simplifiedGroup(const SearchNode &query)
{
    SearchNode out{query.kind, {}, {}};
    for (const SearchNode &child : query.children) {
        const SearchNode simple = simplified(child);
        if (simple.kind == query.kind)
            out.children += simple.children; // All of nothing is everything, Any of nothing is nothing
        else
            out.children.append(simple);
    }
    const auto decides = [&](const SearchNode &child) {
        return child.children.isEmpty() && child.kind != SearchNode::Kind::Term && child.kind != query.kind;
    };
    const auto deciding = std::ranges::find_if(out.children, decides);
    if (deciding != out.children.end())
        return *deciding;
    return out.children.size() == 1 ? out.children.first() : out;
}

} // namespace

SearchNode simplified(const SearchNode &query)
{
    switch (query.kind) {
    case SearchNode::Kind::Term:
        return isIdle(query.term) ? SearchNode() : query;
    case SearchNode::Kind::Not: {
        const SearchNode child = query.children.isEmpty() ? SearchNode() : simplified(query.children.first());
        if (child.kind == SearchNode::Kind::Not)
            return child.children.first();
        if (child.isEverything())
            return SearchNode::any({});
        if (child.kind == SearchNode::Kind::Any && child.children.isEmpty())
            return {};
        return SearchNode::inverse(child);
    }
    case SearchNode::Kind::All:
    case SearchNode::Kind::Any:
        break;
    }
    return simplifiedGroup(query);
}

bool looksIntoText(const SearchNode &query)
{
    if (query.kind == SearchNode::Kind::Term) {
        const SearchField field = query.term.field;
        return query.term.kind == SearchTerm::Kind::Words
            && (field == SearchField::Any || field == SearchField::Body || field == SearchField::FileName);
    }
    return std::ranges::any_of(query.children, looksIntoText);
}

QStringList piecesOf(const QString &text)
{
    static const QRegularExpression blanks(QStringLiteral("\\s+"),
                                           QRegularExpression::UseUnicodePropertiesOption);
    QStringList pieces;
    for (const QString &piece : text.split(blanks, Qt::SkipEmptyParts)) {
        if (!wordsOf(piece).isEmpty())
            pieces.append(piece);
    }
    return pieces;
}

int looseWords(const SearchNode &query)
{
    if (query.kind == SearchNode::Kind::Term)
        return query.term.kind == SearchTerm::Kind::Words && !query.term.exact
            ? int(piecesOf(query.term.text).size())
            : 0;
    int count = 0;
    for (const SearchNode &child : query.children)
        count += looseWords(child);
    return count;
}

} // namespace kw
