#include "ui/finder/fuzzymatch.h"

#include <QStringList>

namespace kw {

namespace {

constexpr qsizetype LongestText = 200;

QString plain(const QString &text)
{
    QString out;
    const QString apart = text.left(LongestText).normalized(QString::NormalizationForm_KD);
    for (const QChar c : apart) {
        if (!c.isMark())
            out.append(c.toCaseFolded());
    }
    return out;
}

bool startsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber();
}

// First letters of words where there are such, else the next letter that fits.
int lettersScore(const QString &word, const QString &text)
{
    int score = 40;
    qsizetype at = 0;
    for (const QChar c : word) {
        qsizetype next = text.indexOf(c, at);
        if (next < 0)
            return -1;
        for (qsizetype start = next; start >= 0; start = text.indexOf(c, start + 1)) {
            if (startsWord(text, start)) {
                next = start;
                break;
            }
        }
        score -= next == at || startsWord(text, next) ? 0 : 5;
        at = next + 1;
    }
    return qMax(1, score);
}

int wordScore(const QString &word, const QString &text)
{
    int best = -1;
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
        best = qMax(best, at == 0 ? 100 : startsWord(text, at) ? 80 : 50);
    return best >= 0 ? best : lettersScore(word, text);
}

} // namespace

int fuzzyScore(const QString &typed, const QString &text)
{
    const QString where = plain(text);
    int sum = 0;
    for (const QString &word : plain(typed).split(u' ', Qt::SkipEmptyParts)) {
        const int score = wordScore(word, where);
        if (score < 0)
            return -1;
        sum += score;
    }
    return sum * 100 / qMax(1, 100 + int(where.size())); // of two that fit alike the shorter is meant
}

} // namespace kw
