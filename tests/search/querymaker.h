#pragma once

#include "core/search/query.h"

#include <QTimeZone>

// Trees as tests write them.
namespace kw {

inline SearchNode word(const QString &text, SearchField field = SearchField::Any)
{
    SearchTerm term;
    term.field = field;
    term.text = text;
    return SearchNode::of(term);
}

inline SearchNode phrase(const QString &text, SearchField field = SearchField::Any)
{
    SearchNode node = word(text, field);
    node.term.exact = true;
    return node;
}

inline SearchNode mark(SearchMark mark)
{
    SearchTerm term;
    term.kind = SearchTerm::Kind::Mark;
    term.mark = mark;
    return SearchNode::of(term);
}

inline SearchNode named(SearchTerm::Kind kind, const QString &text)
{
    SearchTerm term;
    term.kind = kind;
    term.text = text;
    return SearchNode::of(term);
}

inline SearchNode number(SearchTerm::Kind kind, qint64 number)
{
    SearchTerm term;
    term.kind = kind;
    term.number = number;
    return SearchNode::of(term);
}

} // namespace kw
