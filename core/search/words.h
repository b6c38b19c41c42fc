#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <functional>

// How text falls into words, for the index and for what is looked for alike. Letters and digits make words;
// case, accents and widths do not count ("Straße" is "strasse", "Łódź" is "lodz"). Scripts that leave no
// blanks between words (Chinese, Japanese, Thai …) are cut into overlapping pairs of characters. Pure; any
// thread.
namespace kw {

// Counted up whenever the same text would fall into other words: the index is made anew then.
constexpr int WordsVersion = 1;

enum class SplitFor {
    Index,
    Query, // the end of a run of pairs is not told apart where the text ends with it: it may go on
};

struct Word {
    QByteArrayView text; // folded, UTF-8; valid during the call
    qsizetype start = 0; // octets within what was given
    qsizetype end = 0;
};

// False from `sink` ends it. Broken UTF-8 separates words.
void splitWords(QByteArrayView utf8, SplitFor purpose, const std::function<bool(const Word &)> &sink);

// As splitWords() wants it: composed and without compatibility forms (NFKC), UTF-8.
QByteArray composedUtf8(const QString &text);

// The folded words of a text.
QList<QByteArray> wordsOf(const QString &text, SplitFor purpose = SplitFor::Query);

// A folded word that is a pair of characters, or one, of a script without blanks.
bool isPaired(QByteArrayView word);
// It ends with a single character of a script without blanks: whatever goes on after it is meant as well.
bool endsWithSingle(QByteArrayView utf8);

} // namespace kw
