#include "core/store/textmatch.h"

#include "core/search/querylooks.h"
#include "core/search/words.h"

#include <algorithm>

namespace kw {

TextMatch::TextMatch(const QString &text)
{
    const QStringList pieces = piecesOf(text);
    for (const QString &one : pieces) {
        Piece piece;
        piece.text = one;
        piece.words = wordsOf(one);
        const bool single = endsWithSingle(composedUtf8(one));
        piece.isShort = kw::isShort(piece.words) && !single;
        piece.goesOn = !piece.isShort || pieces.size() == 1;
        m_pieces.append(piece);
    }
}

bool TextMatch::isShort() const
{
    return m_pieces.size() == 1 && m_pieces.first().isShort;
}

bool TextMatch::stands(const Piece &piece, const QList<QByteArray> &words)
{
    const qsizetype count = piece.words.size();
    for (qsizetype from = 0; from + count <= words.size(); ++from) {
        qsizetype same = 0;
        while (same < count - 1 && words[from + same] == piece.words[same])
            ++same;
        const QByteArray &last = words[from + count - 1];
        if (same == count - 1
            && (piece.goesOn ? last.startsWith(piece.words.last()) : last == piece.words.last()))
            return true;
    }
    return false;
}

bool TextMatch::fits(const QStringList &texts) const
{
    QList<bool> found(m_pieces.size());
    qsizetype missing = m_pieces.size();
    for (const QString &text : texts) {
        if (missing == 0)
            break;
        const QList<QByteArray> words = wordsOf(text, SplitFor::Index);
        for (qsizetype i = 0; i < m_pieces.size(); ++i) {
            if (!found[i] && stands(m_pieces[i], words)) {
                found[i] = true;
                --missing;
            }
        }
    }
    return missing == 0;
}

SearchNode TextMatch::query() const
{
    QList<SearchNode> all;
    for (const Piece &piece : m_pieces) {
        QList<SearchNode> anywhere;
        for (const SearchField field : {SearchField::Subject, SearchField::From, SearchField::To}) {
            SearchTerm term;
            term.field = field;
            term.text = piece.text;
            anywhere.append(SearchNode::of(term));
        }
        all.append(SearchNode::any(anywhere));
    }
    return SearchNode::all(all);
}

} // namespace kw
