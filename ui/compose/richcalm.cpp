#include "ui/compose/richcalm.h"

#include "ui/compose/richimport.h"
#include "ui/compose/richoriginals.h"
#include "ui/look/contrast.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <utility>

namespace kw {

namespace {

struct Words {
    int at = 0;
    int length = 0;
    QTextCharFormat format;
};

// Words of a block whose format `change` changes.
template <typename Change> void changeWords(const QTextBlock &block, Change change)
{
    QList<Words> changed;
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const QTextFragment fragment = it.fragment();
        QTextCharFormat format = fragment.charFormat();
        if (change(format))
            changed.append({fragment.position(), fragment.length(), format});
    }
    QTextCursor cursor(block);
    for (const Words &words : std::as_const(changed)) {
        cursor.setPosition(words.at);
        cursor.setPosition(words.at + words.length, QTextCursor::KeepAnchor);
        cursor.setCharFormat(words.format);
    }
}

bool isPale(const QTextCharFormat &format, const QColor &ground)
{
    return format.hasProperty(QTextFormat::ForegroundBrush)
        && contrast(format.foreground().color(), ground) < TextRatio;
}

void calmWords(QTextDocument &document, const RichImport &how)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (!how.isForeign && blocks::quoteLevel(block) == 0)
            continue;
        changeWords(block, [&how](QTextCharFormat &format) {
            const bool ground = format.hasProperty(QTextFormat::BackgroundBrush);
            const bool pale = isPale(format, how.ground) && !format.isAnchor();
            if (ground)
                format.clearBackground();
            if (pale)
                format.clearForeground();
            return ground || pale;
        });
        if (block.blockFormat().hasProperty(QTextFormat::BackgroundBrush)) {
            QTextBlockFormat format = block.blockFormat();
            format.clearBackground();
            QTextCursor(block).setBlockFormat(format);
        }
    }
}

// A newsletter is as wide as its designer wished; here it is as wide as there is room.
void calmTable(QTextTable *table)
{
    QTextTableFormat format = table->format();
    format.clearBackground();
    format.clearColumnWidthConstraints();
    if (format.width().type() == QTextLength::FixedLength)
        format.setWidth(QTextLength());
    table->setFormat(format);
    for (int row = 0; row < table->rows(); ++row) {
        for (int column = 0; column < table->columns(); ++column) {
            QTextTableCell cell = table->cellAt(row, column);
            QTextCharFormat looks = cell.format();
            if (cell.row() != row || cell.column() != column
                || !looks.hasProperty(QTextFormat::BackgroundBrush))
                continue;
            looks.clearBackground();
            cell.setFormat(looks);
        }
    }
}

void calmTables(QTextFrame *frame, const RichImport &how)
{
    for (QTextFrame *child : frame->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(child);
        if (table && (how.isForeign || blocks::quoteLevel(table->firstCursorPosition().block()) > 0))
            calmTable(table);
        calmTables(child, how);
    }
}

// Keeps what is said and drops how it looked.
bool keepMeaningOf(QTextCharFormat &format)
{
    if (format.isImageFormat())
        return false;
    QTextCharFormat out;
    if (format.isAnchor() && !format.anchorHref().isEmpty()) {
        out.setAnchor(true);
        out.setAnchorHref(format.anchorHref());
        out.setForeground(format.foreground());
        out.setFontUnderline(true);
    }
    if (format.fontWeight() >= QFont::DemiBold)
        out.setFontWeight(QFont::Bold);
    if (format.fontItalic())
        out.setFontItalic(true);
    if (format.fontUnderline())
        out.setFontUnderline(true);
    if (format.fontStrikeOut())
        out.setFontStrikeOut(true);
    if (format.verticalAlignment() == QTextCharFormat::AlignSuperScript
        || format.verticalAlignment() == QTextCharFormat::AlignSubScript)
        out.setVerticalAlignment(format.verticalAlignment());
    if (format == out)
        return false;
    format = out;
    return true;
}

} // namespace

void fitPictures(QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        changeWords(block, [](QTextCharFormat &format) {
            if (!format.isImageFormat())
                return false;
            QTextImageFormat picture = format.toImageFormat();
            picture.setMaximumWidth(QTextLength(QTextLength::PercentageLength, 100));
            format = picture;
            return true;
        });
    }
}

void calmForeign(QTextDocument &document, const RichImport &how)
{
    calmWords(document, how);
    calmTables(document.rootFrame(), how);
}

void keepMeaning(const QTextBlock &block)
{
    changeWords(block, keepMeaningOf);
}

} // namespace kw
