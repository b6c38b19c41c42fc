#include "ui/compose/richexport.h"

#include "ui/compose/richinline.h"
#include "ui/compose/richoriginals.h"

#include <QStringList>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextList>
#include <QTextTable>

#include <utility>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

// A block or a table that stands in a frame.
struct Item {
    QTextBlock block; // of a table: its first
    QTextTable *table = nullptr;
    int piece() const { return blocks::pieceOf(block); }
    // A table lies where the block before it does.
    int level() const { return blocks::quoteLevel(block); }
    bool isSignature() const { return blocks::isSignature(block); }
};

QList<Item> itemsOf(QTextFrame::iterator it)
{
    QList<Item> out;
    for (; !it.atEnd(); ++it) {
        if (QTextFrame *frame = it.currentFrame()) {
            if (auto *table = qobject_cast<QTextTable *>(frame))
                out.append({table->firstCursorPosition().block(), table});
            else
                out += itemsOf(frame->begin());
        } else if (it.currentBlock().isValid()) {
            out.append({it.currentBlock(), nullptr});
        }
    }
    return out;
}

QString attributesOf(const QTextBlockFormat &format)
{
    QString out;
    if (format.layoutDirection() == Qt::RightToLeft)
        out += " dir=\"rtl\""_L1;
    const Qt::Alignment across = format.alignment() & Qt::AlignHorizontal_Mask;
    if (format.hasProperty(QTextFormat::BlockAlignment) && across == Qt::AlignHCenter)
        out += " style=\"text-align: center\""_L1;
    else if (format.hasProperty(QTextFormat::BlockAlignment) && across.testFlag(Qt::AlignRight))
        out += " style=\"text-align: right\""_L1;
    return out;
}

// Writes items one after the other and keeps track of the lists that are open.
class Writing
{
public:
    void write(const Item &item)
    {
        if (item.table) {
            closeAll();
            writeTable(item.table);
            return;
        }
        const QTextBlockFormat format = item.block.blockFormat();
        QTextList *list = item.block.textList();
        const bool isPre = format.nonBreakableLines() && !list;
        if (!isPre)
            closePre();
        openLists(list);
        if (list)
            m_out += "<li>"_L1 + inlineHtml(item.block, false) + "</li>"_L1;
        else if (isPre)
            writePre(item.block);
        else
            writeBlock(item.block, format);
    }
    QString finish()
    {
        closeAll();
        return std::exchange(m_out, {});
    }

private:
    void writeBlock(const QTextBlock &block, const QTextBlockFormat &format)
    {
        const QString words = inlineHtml(block, false);
        if (format.hasProperty(QTextFormat::BlockTrailingHorizontalRulerWidth)) {
            m_out += words.isEmpty() ? u"<hr>\n"_s : "<div>"_L1 + words + "</div>\n<hr>\n"_L1;
            return;
        }
        QString tag = u"div"_s;
        if (format.headingLevel() > 0)
            tag = u"h%1"_s.arg(qMin(format.headingLevel(), 6));
        else if (format.topMargin() > 0 || format.bottomMargin() > 0)
            tag = u"p"_s;
        m_out += u'<' + tag + attributesOf(format) + u'>' + (words.isEmpty() ? u"<br>"_s : words) + "</"_L1
            + tag + ">\n"_L1;
    }
    void writePre(const QTextBlock &block)
    {
        m_out += m_inPre ? u"\n"_s : u"<pre>"_s;
        m_inPre = true;
        m_out += inlineHtml(block, true);
    }
    void closePre()
    {
        if (std::exchange(m_inPre, false))
            m_out += "</pre>\n"_L1;
    }
    // Lists nest by their indentation.
    void openLists(QTextList *list)
    {
        const int wanted = list ? qMax(1, list->format().indent()) : 0;
        while (m_lists.size() > wanted || (list && m_lists.size() == wanted && m_lists.last().list != list))
            closeList();
        while (list && m_lists.size() < wanted) {
            const auto style = list->format().style();
            const bool counted
                = style <= QTextListFormat::ListDecimal && style >= QTextListFormat::ListUpperRoman;
            const QString tag = counted ? u"ol"_s : u"ul"_s;
            m_out += u'<' + tag + ">\n"_L1;
            m_lists.append({list, tag});
        }
    }
    void closeList() { m_out += "\n</"_L1 + m_lists.takeLast().tag + ">\n"_L1; }
    void closeAll()
    {
        closePre();
        openLists(nullptr);
    }
    void writeTable(QTextTable *table)
    {
        const QTextTableFormat format = table->format();
        m_out += u"<table border=\"%1\" cellspacing=\"%2\" cellpadding=\"%3\">\n"_s.arg(
            QString::number(qRound(format.border())), QString::number(qRound(format.cellSpacing())),
            QString::number(qRound(format.cellPadding())));
        for (int row = 0; row < table->rows(); ++row) {
            m_out += "<tr>"_L1;
            for (int column = 0; column < table->columns(); ++column)
                writeCell(table->cellAt(row, column), row, column);
            m_out += "</tr>\n"_L1;
        }
        m_out += "</table>\n"_L1;
    }
    void writeCell(const QTextTableCell &cell, int row, int column)
    {
        if (!cell.isValid() || cell.row() != row || cell.column() != column)
            return; // part of one that was written
        m_out += "<td"_L1;
        if (cell.rowSpan() > 1)
            m_out += u" rowspan=\"%1\""_s.arg(cell.rowSpan());
        if (cell.columnSpan() > 1)
            m_out += u" colspan=\"%1\""_s.arg(cell.columnSpan());
        const QBrush ground = cell.format().background();
        if (ground.style() == Qt::SolidPattern)
            m_out += " style=\"background-color: "_L1 + ground.color().name() + u'"';
        m_out += u'>';
        const QList<Item> items = itemsOf(cell.begin());
        if (items.size() == 1 && !items.first().table && !items.first().block.textList()) {
            m_out += inlineHtml(items.first().block, false);
        } else {
            Writing inner;
            for (const Item &item : items)
                inner.write(item);
            m_out += inner.finish();
        }
        m_out += "</td>"_L1;
    }

    struct OpenList {
        QTextList *list;
        QString tag;
    };
    QString m_out;
    QList<OpenList> m_lists;
    bool m_inPre = false;
};

QString written(const QList<Item> &items, qsizetype from, qsizetype end)
{
    Writing writing;
    for (qsizetype i = from; i < end; ++i)
        writing.write(items[i]);
    return writing.finish();
}

qsizetype endOfRun(const QList<Item> &items, qsizetype from)
{
    qsizetype end = from + 1;
    while (end < items.size() && items[end].piece() == items[from].piece()
           && items[end].level() == items[from].level()
           && items[end].isSignature() == items[from].isSignature())
        ++end;
    return end;
}

// Quotes and the signature around what is written.
class Surroundings
{
public:
    QString enter(int level, bool isSignature)
    {
        QString out;
        if (m_signature && !isSignature)
            out += "</div>\n"_L1;
        for (; m_level > level; --m_level)
            out += "</blockquote>\n"_L1;
        for (; m_level < level; ++m_level)
            out += "<blockquote type=\"cite\">"_L1;
        if (isSignature && !m_signature)
            out += "<div class=\"moz-signature\">"_L1;
        m_signature = isSignature;
        return out;
    }

private:
    int m_level = 0;
    bool m_signature = false;
};

} // namespace

QString richHtml(const QTextDocument &document, const RichOriginals &originals)
{
    const QList<Item> items = itemsOf(document.rootFrame()->begin());
    QString out;
    Surroundings around;
    Writing writing; // lists go on over pieces that were written here
    for (qsizetype i = 0; i < items.size();) {
        const qsizetype end = endOfRun(items, i);
        const int number = items[i].piece();
        const RichPiece *piece = originals.piece(number);
        bool asItCame = piece != nullptr && piece->level == items[i].level();
        if (asItCame && !originals.isUntouched(number))
            asItCame = originals.reads(number, written(items, i, end));
        const QString opening = around.enter(items[i].level(), items[i].isSignature());
        if (!opening.isEmpty() || asItCame)
            out += writing.finish();
        out += opening;
        if (asItCame) {
            out += piece->html;
            out += u'\n';
        } else {
            for (qsizetype n = i; n < end; ++n)
                writing.write(items[n]);
        }
        i = end;
    }
    out += writing.finish() + around.enter(0, false);
    return out;
}

void rememberPieces(const QTextDocument &document, RichOriginals &originals, const QList<QString> &plainHtml)
{
    const QList<Item> items = itemsOf(document.rootFrame()->begin());
    for (qsizetype i = 0; i < items.size();) {
        const qsizetype end = endOfRun(items, i);
        const int number = items[i].piece();
        if (number > 0)
            originals.remember(number, plainHtml.value(number - 1), written(items, i, end));
        i = end;
    }
}

} // namespace kw
