#include "ui/compose/spellwords.h"

#include <QTextBoundaryFinder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qsizetype LongestWord = 80;

// What stands between blanks and is no prose: "anna@example.org", "https://…", "example.org/x", "~/bin",
// "$HOME".
bool isTechnical(QStringView chunk)
{
    if (chunk.contains(u'@') || chunk.contains("://"_L1) || chunk.startsWith("www."_L1, Qt::CaseInsensitive)
        || chunk.startsWith("mailto:"_L1, Qt::CaseInsensitive) || chunk.contains(u'\\')
        || chunk.contains(u'_'))
        return true;
    if (chunk.startsWith(u'/') || chunk.startsWith(u'~') || chunk.startsWith(u'$') || chunk.startsWith(u'#')
        || chunk.startsWith("--"_L1))
        return true;
    // A point between letters: "example.org", "kw.cpp". One at the end closes a sentence.
    for (qsizetype i = 1; i + 1 < chunk.size(); ++i) {
        if (chunk.at(i) == u'.' && chunk.at(i - 1).isLetterOrNumber() && chunk.at(i + 1).isLetterOrNumber())
            return true;
    }
    return false;
}

bool canBeJudged(QStringView word)
{
    if (word.size() < 2 || word.size() > LongestWord)
        return false;
    if (std::ranges::any_of(word, [](QChar c) { return c.isDigit(); }))
        return false;
    if (!std::ranges::any_of(word, [](QChar c) { return c.isLetter(); }))
        return false;
    return std::ranges::any_of(word, [](QChar c) { return c.isLower() || !(c.isUpper() || c.isLower()); });
}

void addWords(const QString &text, qsizetype from, qsizetype to, QList<SpellWord> &out)
{
    const QString chunk = text.sliced(from, to - from);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, chunk);
    qsizetype start = 0;
    for (qsizetype next = finder.toNextBoundary(); next >= 0; next = finder.toNextBoundary()) {
        const QStringView word = QStringView(chunk).sliced(start, next - start);
        if (canBeJudged(word))
            out.append({int(from + start), word.toString()});
        start = next;
    }
}

} // namespace

QList<SpellWord> wordsToCheck(const QString &text)
{
    QList<SpellWord> out;
    qsizetype from = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !text.at(i).isSpace() && text.at(i) != QChar::ObjectReplacementCharacter)
            continue;
        if (i > from && !isTechnical(QStringView(text).sliced(from, i - from)))
            addWords(text, from, i, out);
        from = i + 1;
    }
    return out;
}

bool looksQuoted(const QString &text)
{
    const auto first = std::ranges::find_if(text, [](QChar c) { return !c.isSpace(); });
    return first != text.cend() && *first == u'>';
}

} // namespace kw
