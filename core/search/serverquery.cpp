#include "core/search/serverquery.h"

#include "core/search/serverterms.h"

#include <algorithm>

namespace kw {

using namespace servers;

namespace {

constexpr int DeepestQuery = 40;
constexpr qsizetype MostOctets = 7000; // of a command; servers take 8,000 (RFC 7162 4)
constexpr qsizetype MostLiteral = 4096; // what goes out without asking first (RFC 7888 5)

struct Translation {
    const SearchContext &context;
    const ServerDialect dialect;
    const bool onlyAscii;
    bool isExact = true;
    bool isTooDeep = false;

    Asked term(const SearchTerm &term, bool atLeast)
    {
        const auto asked = dialect == ServerDialect::Gmail ? gmailTerm(term, context, atLeast)
                                                           : imapTerm(term, context, atLeast, onlyAscii);
        const bool isDay = term.kind == SearchTerm::Kind::Before || term.kind == SearchTerm::Kind::After;
        if (!asked || isDay)
            isExact = false;
        if (asked)
            return *asked;
        return atLeast ? Asked::everything() : Asked::nothing();
    }

    Asked node(const SearchNode &node, bool atLeast, int depth)
    {
        if (depth > DeepestQuery) {
            isTooDeep = true;
            return Asked::everything();
        }
        if (node.kind == SearchNode::Kind::Term)
            return term(node.term, atLeast);
        if (node.kind == SearchNode::Kind::Not)
            return inverse(this->node(node.children.value(0), !atLeast, depth + 1));
        QList<Asked> children;
        for (const SearchNode &child : node.children)
            children.append(this->node(child, atLeast, depth + 1));
        return node.kind == SearchNode::Kind::All ? all(children) : any(children);
    }
};

bool isTooLarge(const QByteArrayList &parts)
{
    qsizetype octets = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (i % 2 != 0 && parts[i].size() > MostLiteral)
            return true;
        octets += parts[i].size();
    }
    return octets > MostOctets;
}

bool isUtf8In(const QByteArrayList &parts)
{
    return std::ranges::any_of(parts, [](const QByteArray &part) { return !isAscii(part); });
}

ServerQuery queryOf(const QByteArrayList &parts)
{
    ServerQuery query;
    query.parts = parts;
    query.isUtf8 = isUtf8In(parts);
    if (isTooLarge(parts))
        query.kind = ServerQuery::Kind::TooLarge;
    return query;
}

void collect(const SearchNode &node, const std::function<bool(const SearchTerm &)> &which,
             QList<SearchTerm> &terms)
{
    if (node.kind == SearchNode::Kind::Term && which(node.term) && !terms.contains(node.term))
        terms.append(node.term);
    for (const SearchNode &child : node.children)
        collect(child, which, terms);
}

// Words that have to be there, in whatever field.
void collectNeeded(const SearchNode &node, QList<SearchTerm> &terms)
{
    if (node.kind == SearchNode::Kind::Term && node.term.kind == SearchTerm::Kind::Words)
        terms.append(node.term);
    if (node.kind == SearchNode::Kind::All) {
        for (const SearchNode &child : node.children)
            collectNeeded(child, terms);
    }
}

// One criterion that finds no less than the field does.
QByteArray simplestKey(SearchField field)
{
    switch (field) {
    case SearchField::From:
        return "FROM";
    case SearchField::Subject:
        return "SUBJECT";
    case SearchField::Body:
        return "BODY";
    case SearchField::Any:
    case SearchField::To:
    case SearchField::Cc:
    case SearchField::List:
        return "TEXT";
    case SearchField::FileName:
        break;
    }
    return {};
}

} // namespace

bool findsNothing(const SearchNode &query)
{
    return query.kind == SearchNode::Kind::Any && query.children.isEmpty();
}

SearchNode reduced(const SearchNode &query, const TermTruth &truth)
{
    const auto everything = [] { return SearchNode(); };
    const auto nothing = [] { return SearchNode::any({}); };
    switch (query.kind) {
    case SearchNode::Kind::Term: {
        const auto known = truth(query.term);
        return !known ? query : *known ? everything() : nothing();
    }
    case SearchNode::Kind::Not: {
        const SearchNode child = reduced(query.children.value(0), truth);
        if (child.isEverything())
            return nothing();
        return findsNothing(child) ? everything() : SearchNode::inverse(child);
    }
    case SearchNode::Kind::All:
    case SearchNode::Kind::Any:
        break;
    }
    const bool isAll = query.kind == SearchNode::Kind::All;
    QList<SearchNode> left;
    for (const SearchNode &one : query.children) {
        const SearchNode child = reduced(one, truth);
        if (isAll ? findsNothing(child) : child.isEverything())
            return child;
        if (isAll ? !child.isEverything() : !findsNothing(child))
            left.append(child);
    }
    if (left.size() == 1)
        return left.first();
    return isAll ? SearchNode::all(left) : SearchNode::any(left);
}

QList<SearchTerm> termsOf(const SearchNode &query, const std::function<bool(const SearchTerm &)> &which)
{
    QList<SearchTerm> terms;
    collect(query, which, terms);
    return terms;
}

QStringList keywordsOf(const QString &tag, const SearchContext &context)
{
    QStringList keywords;
    for (const auto &[name, keyword] : context.tagKeywords.asKeyValueRange()) {
        if (name.compare(tag, Qt::CaseInsensitive) == 0 && !keywords.contains(keyword))
            keywords.append(keyword);
    }
    if (!keywords.contains(tag))
        keywords.append(tag);
    return keywords;
}

bool canServerTell(const SearchTerm &term, const SearchContext &context, ServerDialect dialect,
                   bool onlyAscii)
{
    return dialect == ServerDialect::Gmail ? gmailTerm(term, context, true).has_value()
                                           : imapTerm(term, context, true, onlyAscii).has_value();
}

bool canRowTell(const SearchTerm &term)
{
    if (term.kind == SearchTerm::Kind::Words)
        return term.field == SearchField::From || term.field == SearchField::Subject;
    return term.kind != SearchTerm::Kind::Mark
        || (term.mark != SearchMark::ToMe && term.mark != SearchMark::Attachment);
}

ServerQuery serverQuery(const SearchNode &query, const SearchContext &context, ServerDialect dialect,
                        bool onlyAscii)
{
    Translation translation{context, dialect, onlyAscii};
    const Asked asked = translation.node(query, true, 0);
    ServerQuery out;
    if (translation.isTooDeep) {
        out.kind = ServerQuery::Kind::TooLarge;
    } else if (asked.isEverything()) {
        out.kind = ServerQuery::Kind::Everything;
        out.parts = {"ALL"};
    } else if (asked.isNothing()) {
        out.kind = ServerQuery::Kind::Nothing;
    } else if (dialect == ServerDialect::Gmail) {
        out = queryOf({"X-GM-RAW ", gmailText(asked), QByteArray("")});
    } else {
        out = queryOf(imapText(asked));
    }
    out.isExact = translation.isExact;
    return out;
}

QList<ServerQuery> simplestQueries(const SearchNode &query, bool onlyAscii)
{
    QList<SearchTerm> terms;
    collectNeeded(query, terms);
    QList<ServerQuery> queries;
    for (const SearchTerm &term : std::as_const(terms)) {
        const QByteArray key = simplestKey(term.field);
        if (key.isEmpty())
            continue;
        for (const Words::Run &run : Words::of(term.text)) {
            const bool isPlain = isAscii(run.written);
            if (onlyAscii && !isPlain && (run.folded.isEmpty() || !isAscii(run.folded)))
                continue;
            ServerQuery one
                = queryOf(imapText(Asked::term(key, onlyAscii && !isPlain ? run.folded : run.written)));
            one.isExact = false;
            if (!queries.contains(one))
                queries.append(one);
        }
    }
    return queries;
}

} // namespace kw
