#pragma once

#include <QString>

namespace kw {

// How well the words typed name a text: below 0 not at all, the higher the better. Each word must be in the
// text, in any order, at least as letters in sequence ("qf" names "Quarterly forecast"); case and accents do
// not count.
int fuzzyScore(const QString &typed, const QString &text);

} // namespace kw
