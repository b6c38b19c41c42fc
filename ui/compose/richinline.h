#pragma once

#include <QString>

class QTextBlock;

namespace kw {

// The words of a block with their formatting, without the block around them. `asIs`: within <pre>.
QString inlineHtml(const QTextBlock &block, bool asIs);

} // namespace kw
