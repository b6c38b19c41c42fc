#include "ui/messages/hitmarks.h"

#include "core/search/words.h"

#include <algorithm>

namespace kw {

namespace {
// How many UTF-16 units these octets are.
qsizetype units(QByteArrayView utf8)
{
    qsizetype count = 0;
    for (const char octet : utf8) {
        const auto value = uchar(octet);
        if ((value & 0xC0) != 0x80) // not in the midst of a character
            count += value >= 0xF0 ? 2 : 1;
    }
    return count;
}
} // namespace

QList<TextPart> hitMarks(const QString &text, const QList<HitWord> &words)
{
    QList<TextPart> marks;
    if (words.isEmpty() || text.isEmpty())
        return marks;
    const QByteArray utf8 = text.toUtf8();
    const auto isHit = [&words](QByteArrayView there) {
        return std::ranges::any_of(words, [there](const HitWord &wanted) {
            return wanted.whole ? there == wanted.word : there.startsWith(wanted.word);
        });
    };
    qsizetype at = 0; // octets passed, and the same in UTF-16 units
    qsizetype unit = 0;
    splitWords(utf8, SplitFor::Index, [&](const Word &word) {
        if (!isHit(word.text))
            return true;
        if (word.start < at) { // pairs overlap
            at = 0;
            unit = 0;
        }
        unit += units(QByteArrayView(utf8).sliced(at, word.start - at));
        const qsizetype length = units(QByteArrayView(utf8).sliced(word.start, word.end - word.start));
        at = word.start;
        if (!marks.isEmpty() && unit <= marks.last().start + marks.last().length)
            marks.last().length = std::max(marks.last().length, unit + length - marks.last().start);
        else
            marks.append({unit, length});
        return true;
    });
    return marks;
}

} // namespace kw
