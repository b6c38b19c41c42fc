#include "ui/compose/quotelines.h"

#include "ui/compose/richoriginals.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextList>
#include <QTextTable>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

// The quote marks with the blanks among and behind them.
qsizetype markLength(QStringView line)
{
    qsizetype at = 0;
    qsizetype end = 0;
    while (at < line.size() && (line[at] == u'>' || (at > 0 && line[at] == u' '))) {
        if (line[at] == u'>')
            end = at + 1;
        ++at;
    }
    return end > 0 && end < line.size() && line[end] == u' ' ? end + 1 : end;
}

} // namespace

int quoteDepth(QStringView line)
{
    return int(line.first(markLength(line)).count(u'>'));
}

bool partPlainQuote(QTextCursor &cursor)
{
    const QString line = cursor.block().text();
    const qsizetype marks = markLength(line);
    const int at = cursor.positionInBlock();
    if (marks == 0 || cursor.hasSelection() || at < marks)
        return false;
    const QString prefix = line.first(marks);
    const bool atEnd = at == line.size();
    cursor.beginEditBlock();
    cursor.insertText(atEnd ? u"\n"_s : "\n\n"_L1 + prefix);
    cursor.endEditBlock();
    if (!atEnd) {
        cursor.movePosition(QTextCursor::PreviousBlock);
        cursor.movePosition(QTextCursor::StartOfBlock);
    }
    return true;
}

bool partRichQuote(QTextCursor &cursor)
{
    const QTextBlock block = cursor.block();
    if (blocks::quoteLevel(block) == 0 || cursor.hasSelection() || cursor.currentTable())
        return false;
    const bool atStart = cursor.atBlockStart();
    const bool atEnd = cursor.atBlockEnd();
    QTextBlockFormat own; // neither quoted nor part of what came
    own.setLayoutDirection(block.blockFormat().layoutDirection());
    cursor.beginEditBlock();
    if (atStart && !atEnd) {
        cursor.insertBlock();
        cursor.movePosition(QTextCursor::PreviousBlock);
    } else {
        const QTextBlockFormat quoted = block.blockFormat();
        cursor.insertBlock(own, {});
        if (!atEnd) {
            cursor.insertBlock(quoted);
            cursor.movePosition(QTextCursor::PreviousBlock);
        }
    }
    if (QTextList *list = cursor.currentList())
        list->remove(cursor.block());
    cursor.setBlockFormat(own);
    cursor.setBlockCharFormat({});
    cursor.setCharFormat({});
    cursor.endEditBlock();
    return true;
}

bool leaveList(QTextCursor &cursor)
{
    QTextList *list = cursor.currentList();
    if (!list || cursor.hasSelection() || cursor.block().length() > 1)
        return false;
    cursor.beginEditBlock();
    list->remove(cursor.block());
    QTextBlockFormat format;
    blocks::setQuoteLevel(format, blocks::quoteLevel(cursor.block()));
    cursor.setBlockFormat(format);
    cursor.endEditBlock();
    return true;
}

bool moveInList(QTextCursor cursor, int step)
{
    const QTextList *list = cursor.currentList();
    if (!list || cursor.hasSelection() || !cursor.atBlockStart())
        return false;
    QTextListFormat format = list->format();
    const int indent = format.indent() + step;
    if (indent < 1 || indent > 8)
        return true;
    format.setIndent(indent);
    cursor.createList(format);
    return true;
}

} // namespace kw
