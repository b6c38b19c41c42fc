#include "core/search/querytree.h"

namespace kw {

namespace {

// `absorbing` (the other kind without children) decides alone.
SearchNode joined(SearchNode::Kind kind, SearchNode::Kind absorbing, const QList<SearchNode> &children)
{
    SearchNode out{kind, {}, {}};
    for (const SearchNode &child : children) {
        if (child.kind == absorbing && child.children.isEmpty())
            return child;
        if (child.kind == kind)
            out.children += child.children;
        else
            out.children.append(child);
    }
    return out.children.size() == 1 ? SearchNode(out.children.first()) : out;
}

} // namespace

SearchNode allOf(const QList<SearchNode> &children)
{
    return joined(SearchNode::Kind::All, SearchNode::Kind::Any, children);
}

SearchNode anyOf(const QList<SearchNode> &children)
{
    return joined(SearchNode::Kind::Any, SearchNode::Kind::All, children);
}

SearchNode noneOf(const SearchNode &child)
{
    if (child.kind == SearchNode::Kind::Not && child.children.size() == 1)
        return child.children.first();
    if (child.isEverything())
        return SearchNode::any({});
    if (isNothing(child))
        return SearchNode::all({});
    return SearchNode::inverse(child);
}

bool isNothing(const SearchNode &node)
{
    return node.kind == SearchNode::Kind::Any && node.children.isEmpty();
}

} // namespace kw
