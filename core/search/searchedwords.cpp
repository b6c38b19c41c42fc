#include "core/search/searchedwords.h"

#include "core/search/querylooks.h"
#include "core/search/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

struct PlacedWord {
    QString text;
    qsizetype start = 0;
    qsizetype end = 0;
};

QList<PlacedWord> placedWords(const QByteArray &utf8, SplitFor purpose)
{
    QList<PlacedWord> words;
    splitWords(utf8, purpose, [&words](const Word &word) {
        words.append({QString::fromUtf8(word.text), word.start, word.end});
        return true;
    });
    return words;
}

QStringList searchedIn(const QByteArray &utf8)
{
    QStringList words;
    for (const PlacedWord &word : placedWords(utf8, SplitFor::Query))
        words.append(word.text);
    return words;
}

class Collector
{
public:
    explicit Collector(const SearchNode &query)
        : m_isOnly(looseWords(query) == 1)
    {
    }

    QList<SearchedWords> found;

    void collect(const SearchNode &node)
    {
        if (node.kind == SearchNode::Kind::Not)
            return;
        for (const SearchNode &child : node.children)
            collect(child);
        if (node.kind != SearchNode::Kind::Term || node.term.kind != SearchTerm::Kind::Words)
            return;
        const QStringList pieces = node.term.exact ? QStringList{node.term.text} : piecesOf(node.term.text);
        for (const QString &piece : pieces)
            add(node.term, composedUtf8(piece));
    }

private:
    void add(const SearchTerm &term, const QByteArray &utf8)
    {
        const QStringList words = searchedIn(utf8);
        const bool goesOn = !term.exact && (m_isOnly || !isShort(wordsOf(QString::fromUtf8(utf8))));
        const SearchedWords searched{term.field, words, goesOn || endsWithSingle(utf8)};
        if (!words.isEmpty() && !found.contains(searched))
            found.append(searched);
    }

    const bool m_isOnly;
};

bool isMark(char32_t c)
{
    return QChar::isMark(c) || c == 0xFF9E || c == 0xFF9F || (c >= 0x1160 && c <= 0x11FF);
}

// As composedUtf8(), with the place in the text of each octet.
struct Composed {
    QByteArray utf8;
    QList<qsizetype> starts;
    QList<qsizetype> ends;
};

Composed composed(const QString &text)
{
    Composed out;
    qsizetype at = 0;
    while (at < text.size()) {
        qsizetype end = at;
        do {
            end += text.at(end).isHighSurrogate() && end + 1 < text.size() ? 2 : 1;
        } while (end < text.size() && end - at < 32 && isMark(text.at(end).unicode()));
        const QByteArray octets = composedUtf8(text.sliced(at, end - at));
        out.utf8 += octets;
        out.starts.resize(out.utf8.size(), at);
        out.ends.resize(out.utf8.size(), end);
        at = end;
    }
    return out;
}

// How many words from `from` on are these; 0: they are others.
qsizetype matchedAt(const QList<PlacedWord> &words, qsizetype from, const SearchedWords &searched)
{
    const qsizetype count = searched.words.size();
    if (from + count > words.size())
        return 0;
    for (qsizetype i = 0; i < count; ++i) {
        const bool mayGoOn = searched.lastMayGoOn && i == count - 1;
        const QString &wanted = searched.words.at(i);
        const QString &there = words.at(from + i).text;
        if (mayGoOn ? !there.startsWith(wanted) : there != wanted)
            return 0;
    }
    return count;
}

// What a single character of a script without blanks begins is a pair, of which only it is meant.
qsizetype endOf(const PlacedWord &word, const QString &wanted, qsizetype nextStart)
{
    const bool isOverlapped = nextStart < word.end;
    return isOverlapped && word.text != wanted ? nextStart : word.end;
}

} // namespace

QList<SearchedWords> wordsToHighlight(const SearchNode &query)
{
    Collector collector(query);
    collector.collect(query);
    return collector.found;
}

QList<TextRange> searchedRanges(const QString &text, const QList<SearchedWords> &words)
{
    const Composed whole = composed(text);
    const QList<PlacedWord> there = placedWords(whole.utf8, SplitFor::Index);
    QList<TextRange> out;
    for (qsizetype i = 0; i < there.size(); ++i) {
        for (const SearchedWords &searched : words) {
            const qsizetype count = matchedAt(there, i, searched);
            if (count == 0)
                continue;
            const qsizetype last = i + count - 1;
            const qsizetype nextStart
                = last + 1 < there.size() ? there.at(last + 1).start : whole.utf8.size();
            const qsizetype start = whole.starts.at(there.at(i).start);
            const qsizetype end = whole.ends.at(endOf(there.at(last), searched.words.last(), nextStart) - 1);
            if (!out.isEmpty() && start <= out.last().start + out.last().length)
                out.last().length = std::max(out.last().length, end - out.last().start);
            else
                out.append({start, end - start});
        }
    }
    return out;
}

} // namespace kw
