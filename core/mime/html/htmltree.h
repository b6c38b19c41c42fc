#pragma once

#include "core/mime/html/memoryarena.h"

#include <QByteArray>
#include <QString>

struct GumboInternalNode;

namespace kw {

// A mail's HTML as the tree a browser would build (Gumbo, WHATWG HTML 13.2). Building one costs a browser,
// and Gumbo, more than linear time and memory on hostile text (deep nesting, unclosed formatting, attributes
// by the million), so time and memory are limited, and text that exceeds them is read only at its beginning.
// Any thread; one owner.
class HtmlTree
{
public:
    explicit HtmlTree(const QString &html);
    HtmlTree(const HtmlTree &) = delete;
    HtmlTree &operator=(const HtmlTree &) = delete;

    const GumboInternalNode *root() const { return m_root; } // may be null; lives as long as this
    bool isCut() const { return m_cut; } // only the beginning was read

private:
    QByteArray m_html; // the tree points into it
    MemoryArena m_memory;
    const GumboInternalNode *m_root = nullptr;
    bool m_cut = false;
};

// Sees a tree in document order without recursion, so that no depth is too deep.
class HtmlVisitor
{
public:
    virtual ~HtmlVisitor() = default;
    virtual void enter(const GumboInternalNode &node, int depth) = 0;
    virtual void leave(const GumboInternalNode &node, int depth) = 0; // elements only
};
void walk(const GumboInternalNode *root, HtmlVisitor &visitor);

} // namespace kw
