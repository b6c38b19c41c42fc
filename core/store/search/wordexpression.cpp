#include "core/store/search/wordexpression.h"

#include "core/search/querylooks.h"
#include "core/search/words.h"

namespace kw {

using namespace Qt::StringLiterals;

QString WordExpression::columns(SearchField field) const
{
    switch (field) {
    case SearchField::From:
        return u"{sender} : "_s;
    case SearchField::To:
        return u"{recipients cc} : "_s;
    case SearchField::Cc:
        return u"{cc} : "_s;
    case SearchField::Subject:
        return u"{subject} : "_s;
    case SearchField::Body:
        return m_context.quotedText ? u"{body quoted} : "_s : u"{body} : "_s;
    case SearchField::FileName:
        return u"{files} : "_s;
    case SearchField::List:
        return u"{list} : "_s;
    case SearchField::Any:
        break;
    }
    return m_context.quotedText ? QString() : u"{subject sender recipients cc body files list} : "_s;
}

QString WordExpression::piece(const QString &text, bool goesOn) const
{
    QString quoted = QString::fromUtf8(composedUtf8(text));
    quoted.remove(QChar(0)).replace(u'"', u' ');
    const QByteArray utf8 = quoted.toUtf8();
    // A single character of a script without blanks is the beginning of the pair that it stands in.
    const bool single = endsWithSingle(utf8);
    const bool begins = single || (goesOn && (m_looseWords == 1 || !isShort(wordsOf(quoted))));
    return begins ? beginning(utf8) : u'"' + quoted + u'"';
}

// Text whose last word may go on: asked for by the names of all words that do, or as FTS5 has it.
QString WordExpression::beginning(const QByteArray &utf8) const
{
    QByteArray last;
    qsizetype start = 0;
    splitWords(utf8, SplitFor::Query, [&](const Word &word) {
        last = word.text.toByteArray();
        start = word.start;
        return true;
    });
    // A pair hangs on the one before it.
    const auto all = last.isEmpty() || isPaired(last) ? std::nullopt : m_beginnings(QString::fromUtf8(last));
    if (!all)
        return u'"' + QString::fromUtf8(utf8) + u"\" *"_s;
    const QString front = u'"' + QString::fromUtf8(utf8.first(start));
    if (all->isEmpty()) // nobody wrote one: asked for all the same, so that there is an expression
        return front + QString::fromUtf8(last) + u'"';
    return u'(' + front + all->join(u"\" OR "_s + front) + u"\")"_s;
}

std::optional<QString> WordExpression::ofTerm(const SearchTerm &term) const
{
    if (term.kind == SearchTerm::Kind::Mark
        && (term.mark == SearchMark::ToMe || term.mark == SearchMark::FromMe)) {
        QStringList addresses;
        for (const QString &address : m_context.ownAddresses)
            addresses.append(piece(address, false));
        if (addresses.isEmpty())
            return {};
        return columns(term.mark == SearchMark::ToMe ? SearchField::To : SearchField::From) + u'('
            + addresses.join(" OR "_L1) + u')';
    }
    if (term.kind != SearchTerm::Kind::Words)
        return {};
    if (term.exact)
        return columns(term.field) + piece(term.text, false);
    QStringList all;
    for (const QString &one : piecesOf(term.text))
        all.append(columns(term.field) + piece(one, true));
    return u'(' + all.join(") AND ("_L1) + u')';
}

std::optional<QString> WordExpression::ofAll(const SearchNode &query) const
{
    QStringList wanted;
    QStringList unwanted;
    for (const SearchNode &child : query.children) {
        const bool isNot = child.kind == SearchNode::Kind::Not;
        const auto part = of(isNot ? child.children.first() : child);
        if (!part)
            return {};
        (isNot ? unwanted : wanted).append(*part);
    }
    if (wanted.isEmpty())
        return {};
    QString out = u'(' + wanted.join(") AND ("_L1) + u')';
    if (!unwanted.isEmpty())
        out = u'(' + out + ") NOT (("_L1 + unwanted.join(") OR ("_L1) + "))"_L1;
    return out;
}

std::optional<QString> WordExpression::ofAny(const SearchNode &query) const
{
    QStringList parts;
    for (const SearchNode &child : query.children) {
        const auto part = of(child);
        if (!part)
            return {};
        parts.append(*part);
    }
    if (parts.isEmpty())
        return {};
    return u'(' + parts.join(") OR ("_L1) + u')';
}

std::optional<QString> WordExpression::of(const SearchNode &query) const
{
    switch (query.kind) {
    case SearchNode::Kind::Term:
        return ofTerm(query.term);
    case SearchNode::Kind::All:
        return ofAll(query);
    case SearchNode::Kind::Any:
        return ofAny(query);
    case SearchNode::Kind::Not:
        break;
    }
    return {};
}

} // namespace kw
