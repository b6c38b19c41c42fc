#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace kw {

// A word that was looked for, folded as core/search/words.h does.
struct HitWord {
    QByteArray word;
    bool whole = false; // it does not go on: "meet" is not in "meeting"
    bool operator==(const HitWord &) const = default;
};

// Part of a text, in UTF-16 units.
struct TextPart {
    qsizetype start = 0;
    qsizetype length = 0;
    bool operator==(const TextPart &) const = default;
};

// Where words of a search stand in a text. Some microseconds for a line; any thread.
QList<TextPart> hitMarks(const QString &text, const QList<HitWord> &words);

} // namespace kw
