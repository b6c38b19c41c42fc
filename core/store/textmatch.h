#pragma once

#include "core/search/query.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace kw {

// What the quick filter's text asks of a message: every piece of it stands in its subject, its sender or its
// recipients, in the words of the index (core/search/words.h), each perhaps going on. A value; any thread.
class TextMatch
{
public:
    explicit TextMatch(const QString &text);

    // No piece has a word: everything fits.
    bool isEmpty() const { return m_pieces.isEmpty(); }
    // One or two letters: whatever begins with them is meant, and that is much.
    bool isShort() const;
    // Whether these texts fulfil it together.
    bool fits(const QStringList &texts) const;
    // The same for the index.
    SearchNode query() const;

private:
    struct Piece {
        QString text;
        QList<QByteArray> words; // following each other
        bool goesOn = true; // the last is only the beginning of one
        bool isShort = false;
    };
    static bool stands(const Piece &piece, const QList<QByteArray> &words);

    QList<Piece> m_pieces;
};

} // namespace kw
