#pragma once

#include <QList>
#include <QString>

// Text cut into what can be found, one character after the other, without a thought for speed. It shares no
// code with core/search/words: the rules are those of words.h, written down a second time.
namespace kw::reference {

struct Piece {
    enum class Kind {
        Word, // letters and digits, folded
        Run, // of a script without blanks; any part of it may be found
        Emoji, // one
    };
    Kind kind = Kind::Word;
    QString text;
    qsizetype start = 0; // in the text's NFKC form
    qsizetype end = 0;
};

QList<Piece> piecesOf(const QString &text);

// The text has the pieces in this order with nothing between them; the last word is whole unless `mayGoOn`.
// A run at the front may begin within a run, one at the end may end within one.
bool hasInOrder(const QList<Piece> &text, const QList<Piece> &wanted, bool mayGoOn);

} // namespace kw::reference
