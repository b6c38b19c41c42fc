#include "core/search/querylooks.h"

#include "core/search/words.h"

#include <QRegularExpression>

#include <algorithm>

namespace kw {

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

bool isShort(const QList<QByteArray> &words)
{
    constexpr qsizetype ShortWord = 2; // letters
    return words.size() == 1 && QString::fromUtf8(words.first()).toUcs4().size() <= ShortWord;
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
