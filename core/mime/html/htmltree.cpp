#include "core/mime/html/htmltree.h"

#include <gumbo.h>

#include <algorithm>

namespace kw {

namespace {

constexpr qsizetype MaxHtmlBytes = 12 << 20;
// A real newsletter of 1 MB takes 20–50 ms and 20–60 bytes of tree per byte of text.
constexpr int FirstMs = 700;
constexpr int LaterMs = 100;
constexpr size_t MinMemory = 16 << 20;
constexpr size_t MaxMemory = 256 << 20;
constexpr size_t MemoryPerByte = 64;

const GumboNode *parsed(QByteArrayView html, int maxMs, MemoryArena &memory)
{
    memory.start(std::min(MaxMemory, MinMemory + MemoryPerByte * size_t(html.size())), maxMs);
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    options.allocator = &MemoryArena::allocate;
    options.deallocator = &MemoryArena::release;
    options.userdata = &memory;
    if (setjmp(memory.wayOut()) != 0)
        return nullptr;
    return gumbo_parse_with_options(&options, html.data(), size_t(html.size()))->root;
}

const GumboVector *childrenOf(const GumboNode &node)
{
    if (node.type == GUMBO_NODE_DOCUMENT)
        return &node.v.document.children;
    const bool isElement = node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
    return isElement ? &node.v.element.children : nullptr;
}

} // namespace

HtmlTree::HtmlTree(const QString &html)
    : m_html(html.toUtf8())
{
    if (m_html.size() > MaxHtmlBytes) {
        m_html.truncate(MaxHtmlBytes);
        m_cut = true;
    }
    m_root = parsed(m_html, FirstMs, m_memory);
    while (!m_root && m_html.size() > 8) {
        m_cut = true;
        m_html.truncate(m_html.size() / 8);
        m_root = parsed(m_html, LaterMs, m_memory);
    }
}

void walk(const GumboNode *root, HtmlVisitor &visitor)
{
    struct Open {
        const GumboNode *node;
        unsigned next; // child
    };
    std::vector<Open> open;
    const auto visit = [&](const GumboNode *node) {
        visitor.enter(*node, int(open.size()));
        if (childrenOf(*node))
            open.push_back({node, 0});
    };
    if (root)
        visit(root);
    while (!open.empty()) {
        Open &last = open.back();
        const GumboVector *children = childrenOf(*last.node);
        if (last.next < children->length) {
            visit(static_cast<const GumboNode *>(children->data[last.next++]));
            continue;
        }
        const GumboNode *done = last.node;
        open.pop_back();
        visitor.leave(*done, int(open.size()));
    }
}

} // namespace kw
