#pragma once

#include "ui/compose/spellwords.h"

#include <QTextLayout>

class QTextBlock;

// Misspelt words as they are underlined in a paragraph's layout. GUI thread.
namespace kw::marks {

bool is(const QTextLayout::FormatRange &range); // one of ours
QString language(const QTextLayout::FormatRange &mark); // of the dictionary that does not know the word
QTextLayout::FormatRange of(const SpellWord &word, const QString &language);

// Exactly these; what others put into the layout stays.
void set(const QTextBlock &block, const QList<QTextLayout::FormatRange> &marks);
// After a change at that place of the paragraph: marks stay at their words, and those that it touched go.
void shift(const QTextBlock &block, int at, int removed, int added);

} // namespace kw::marks
