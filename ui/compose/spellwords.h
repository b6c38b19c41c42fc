#pragma once

#include <QList>
#include <QString>

namespace kw {

struct SpellWord {
    int at = 0; // in the text
    QString word;
    int end() const { return at + int(word.size()); }
    bool operator==(const SpellWord &) const = default;
};

// The words of a paragraph that a dictionary can judge: no addresses, places on the web, paths, numbers,
// abbreviations in capitals, nor anything with digits. Linear; any thread.
QList<SpellWord> wordsToCheck(const QString &text);
// A line of a quote in plain text.
bool looksQuoted(const QString &text);

} // namespace kw
