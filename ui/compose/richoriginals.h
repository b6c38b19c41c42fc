#pragma once

#include "ui/compose/richpieces.h"

#include <QHash>
#include <QSet>

class QTextBlock;
class QTextBlockFormat;

namespace kw {

// What the editor knows of a block of rich text besides its looks.
namespace blocks {
constexpr int QuoteStep = 16; // pixels of indentation for each quote

int quoteLevel(const QTextBlock &block);
int pieceOf(const QTextBlock &block); // 0: written here
bool isSignature(const QTextBlock &block);
void setQuoteLevel(QTextBlockFormat &format, int level); // with its indentation
void setPiece(QTextBlockFormat &format, int piece);
void setSignature(QTextBlockFormat &format, bool on);
} // namespace blocks

// The HTML that the pieces in the editor came from. One that reads as it did when it came leaves as it came,
// whatever the editor cannot show of it.
class RichOriginals
{
public:
    int add(const RichPiece &piece) // its number, never 0
    {
        m_pieces.append({piece, {}});
        return int(m_pieces.size());
    }
    const RichPiece *piece(int number) const
    {
        return number > 0 && number <= m_pieces.size() ? &m_pieces.at(number - 1).piece : nullptr;
    }
    // `html`: without the sanitizer's marks; `shown`: what the editor would write in its place.
    void remember(int number, const QString &html, const QString &shown)
    {
        if (piece(number)) {
            m_pieces[number - 1].piece.html = html;
            m_pieces[number - 1].shown = shown;
        }
    }
    void touch(int number) { m_touched.insert(number); }
    bool isUntouched(int number) const { return piece(number) && !m_touched.contains(number); }
    bool reads(int number, const QString &shown) const
    {
        return piece(number) && m_pieces.at(number - 1).shown == shown;
    }
    void clear()
    {
        m_pieces.clear();
        m_touched.clear();
    }

private:
    struct Known {
        RichPiece piece;
        QString shown;
    };
    QList<Known> m_pieces;
    QSet<int> m_touched;
};

} // namespace kw
