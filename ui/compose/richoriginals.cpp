#include "ui/compose/richoriginals.h"

#include <QTextBlock>

namespace kw::blocks {

namespace {
constexpr int Level = QTextFormat::UserProperty + 1;
constexpr int Piece = QTextFormat::UserProperty + 2;
constexpr int Signature = QTextFormat::UserProperty + 3;
} // namespace

int quoteLevel(const QTextBlock &block)
{
    return block.blockFormat().intProperty(Level);
}

int pieceOf(const QTextBlock &block)
{
    return block.blockFormat().intProperty(Piece);
}

bool isSignature(const QTextBlock &block)
{
    return block.blockFormat().boolProperty(Signature);
}

void setQuoteLevel(QTextBlockFormat &format, int level)
{
    const double own = format.leftMargin() - format.intProperty(Level) * QuoteStep;
    format.setLeftMargin(own + level * QuoteStep);
    if (level > 0)
        format.setProperty(Level, level);
    else
        format.clearProperty(Level);
}

void setPiece(QTextBlockFormat &format, int piece)
{
    if (piece > 0)
        format.setProperty(Piece, piece);
    else
        format.clearProperty(Piece);
}

void setSignature(QTextBlockFormat &format, bool on)
{
    if (on)
        format.setProperty(Signature, true);
    else
        format.clearProperty(Signature);
}

} // namespace kw::blocks
