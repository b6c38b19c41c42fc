#include "ui/compose/signatureplace.h"

#include "ui/compose/quotelines.h"
#include "ui/compose/richimport.h"
#include "ui/compose/richoriginals.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

void removeBlocks(QTextCursor &cursor, const QTextBlock &first, const QTextBlock &last)
{
    cursor.setPosition(first.position());
    cursor.setPosition(last.position() + last.length() - 1, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    // The line that is left goes, too, unless it is the only one.
    if (cursor.atStart())
        cursor.deleteChar();
    else
        cursor.deletePreviousChar();
}

template <typename Belongs> void removeRun(QTextCursor &cursor, const QTextBlock &first, Belongs belongs)
{
    QTextBlock last = first;
    while (last.next().isValid() && belongs(last.next()))
        last = last.next();
    removeBlocks(cursor, first, last);
}

// Where the quote begins, with the line that says whose it is; invalid: there is none.
template <typename IsQuoted> QTextBlock quoteStart(const QTextDocument &document, IsQuoted isQuoted)
{
    QTextBlock block = document.begin();
    while (block.isValid() && !isQuoted(block))
        block = block.next();
    if (!block.isValid())
        return block;
    QTextBlock above = block.previous();
    if (above.isValid() && above.text().trimmed().isEmpty())
        above = above.previous();
    return above.isValid() && above.text().trimmed().endsWith(u':') ? above : block;
}

// At the end, or on a line of its own above the quote.
void toPlace(QTextCursor &cursor, const QTextBlock &quote)
{
    if (!quote.isValid()) {
        cursor.movePosition(QTextCursor::End);
        cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
        return;
    }
    cursor.setPosition(quote.position());
    const QTextBlockFormat quoted = quote.blockFormat();
    cursor.insertBlock(quoted);
    cursor.movePosition(QTextCursor::PreviousBlock);
    cursor.setBlockFormat({});
    cursor.setBlockCharFormat({});
}

} // namespace

QTextBlock signatureStart(const QTextDocument &document)
{
    QTextBlock block = document.begin();
    while (block.isValid() && !blocks::isSignature(block) && block.text() != "-- "_L1)
        block = block.next();
    return block;
}

void placePlainSignature(QTextDocument &document, const QString &text, SignatureStands stands)
{
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.text() != "-- "_L1)
            continue;
        removeRun(cursor, block, [](const QTextBlock &next) {
            return quoteDepth(next.text()) == 0
                && !(next.next().isValid() && quoteDepth(next.next().text()) > 0
                     && next.text().trimmed().endsWith(u':'));
        });
        break;
    }
    if (!text.trimmed().isEmpty()) {
        const auto isQuoted = [](const QTextBlock &block) { return quoteDepth(block.text()) > 0; };
        toPlace(cursor, stands == SignatureStands::AtEnd ? QTextBlock() : quoteStart(document, isQuoted));
        cursor.insertText("-- \n"_L1 + text);
    }
    cursor.endEditBlock();
}

void placeRichSignature(QTextDocument &document, const QString &html, SignatureStands stands)
{
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (!blocks::isSignature(block))
            continue;
        removeRun(cursor, block, [](const QTextBlock &next) { return blocks::isSignature(next); });
        break;
    }
    if (!html.trimmed().isEmpty()) {
        const auto isQuoted = [](const QTextBlock &block) { return blocks::quoteLevel(block) > 0; };
        toPlace(cursor, stands == SignatureStands::AtEnd ? QTextBlock() : quoteStart(document, isQuoted));
        const int first = cursor.block().blockNumber();
        cursor.insertText(u"-- "_s);
        cursor.insertBlock();
        insertRich(cursor, html);
        for (int i = first; i <= cursor.block().blockNumber(); ++i) {
            const QTextBlock block = document.findBlockByNumber(i);
            QTextBlockFormat format = block.blockFormat();
            blocks::setSignature(format, true);
            QTextCursor(block).setBlockFormat(format);
        }
    }
    cursor.endEditBlock();
}

} // namespace kw
