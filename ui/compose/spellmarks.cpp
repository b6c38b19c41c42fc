#include "ui/compose/spellmarks.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>
#include <iterator>

namespace kw::marks {

namespace {
constexpr int LanguageProperty = QTextFormat::UserProperty + 120;
} // namespace

bool is(const QTextLayout::FormatRange &range)
{
    return range.format.underlineStyle() == QTextCharFormat::SpellCheckUnderline;
}

QString language(const QTextLayout::FormatRange &mark)
{
    return mark.format.stringProperty(LanguageProperty);
}

QTextLayout::FormatRange of(const SpellWord &word, const QString &language)
{
    QTextLayout::FormatRange range;
    range.start = word.at;
    range.length = int(word.word.size());
    range.format.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
    range.format.setUnderlineColor(Qt::red);
    range.format.setProperty(LanguageProperty, language);
    return range;
}

void set(const QTextBlock &block, const QList<QTextLayout::FormatRange> &marks)
{
    QTextLayout *layout = block.layout();
    const QList<QTextLayout::FormatRange> before = layout->formats();
    QList<QTextLayout::FormatRange> all;
    std::ranges::copy_if(before, std::back_inserter(all), [](const auto &range) { return !is(range); });
    all += marks;
    if (all == before)
        return;
    layout->setFormats(all);
    // Markings, no change: the text's own signals stay silent.
    QTextCursor(block).document()->markContentsDirty(block.position(), block.length());
}

void shift(const QTextBlock &block, int at, int removed, int added)
{
    if (!block.isValid() || block.layout()->formats().isEmpty())
        return;
    QList<QTextLayout::FormatRange> kept;
    for (QTextLayout::FormatRange range : block.layout()->formats()) {
        if (!is(range))
            continue;
        if (range.start > at + removed)
            range.start += added - removed;
        else if (range.start + range.length >= at)
            continue;
        if (range.start + range.length < block.length())
            kept.append(range);
    }
    set(block, kept);
}

} // namespace kw::marks
