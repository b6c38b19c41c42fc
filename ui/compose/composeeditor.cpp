#include "ui/compose/composeeditor.h"

#include "core/mime/contentid.h"
#include "core/mime/html/htmlsanitizer.h"
#include "ui/compose/inlinepictures.h"
#include "ui/compose/quotelines.h"
#include "ui/compose/richexport.h"
#include "ui/compose/richimport.h"
#include "ui/compose/signatureplace.h"
#include "ui/look/contrast.h"
#include "ui/look/widgets.h"

#include <QAbstractTextDocumentLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocumentFragment>
#include <QTextTable>
#include <QToolTip>

#include <utility>

using namespace Qt::StringLiterals;

namespace kw {

ComposeEditor::ComposeEditor(QWidget *parent)
    : QTextEdit(parent)
    , m_pictures(new InlinePictures(document()))
{
    setNames(this, "composeEditor"_L1, tr("Message text"));
    setAcceptRichText(false);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setTextInteractionFlags(Qt::TextEditorInteraction);
    document()->setDocumentMargin(12);
    document()->setIndentWidth(26); // of lists
    m_colour.setSingleShot(true);
    m_colour.setInterval(0);
    connect(&m_colour, &QTimer::timeout, this, &ComposeEditor::colourVisibleQuotes);
    connect(document(), &QTextDocument::contentsChange, this, &ComposeEditor::contentsChanged);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &ComposeEditor::colourVisibleQuotes);
}

void ComposeEditor::begin(bool rich)
{
    m_rich = rich;
    m_originals.clear();
    setAcceptRichText(rich);
    setCurrentCharFormat({});
    document()->setDefaultStyleSheet({});
    fitColumns();
}

void ComposeEditor::showPlain(const QString &text)
{
    m_loading = true;
    begin(false);
    setPlainText(text);
    m_loading = false;
    m_colour.start();
}

void ComposeEditor::showRichText(const QString &html, const QList<DraftAttachment> &pictures, bool isForeign)
{
    m_loading = true;
    begin(true);
    for (const DraftAttachment &picture : pictures)
        m_pictures->add(picture);
    showRich(*document(), m_pictures->withPicturesTakenOver(html),
             {isForeign ? NetworkPictures::Named : NetworkPictures::Dropped, palette().color(QPalette::Base),
              isForeign},
             m_originals);
    m_loading = false;
    setExtraSelections({});
}

QString ComposeEditor::text() const
{
    return m_rich ? htmlToText(html()) : toPlainText();
}

QString ComposeEditor::html() const
{
    return m_rich ? richHtml(*document(), m_originals) : QString();
}

QList<DraftAttachment> ComposeEditor::picturesIn(const QString &html) const
{
    return m_pictures->shownBy(html);
}

bool ComposeEditor::isBlank() const
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (!blocks::isSignature(block) && !block.text().trimmed().isEmpty())
            return false;
    }
    return true;
}

void ComposeEditor::contentsChanged(int position, int, int added)
{
    if (m_loading)
        return;
    // The blocks that changed and their neighbours, which may have lost something to them.
    QTextBlock block = document()->findBlock(qMax(0, position - 1));
    const int end = position + added + 1;
    for (; block.isValid() && block.position() <= end; block = block.next()) {
        if (m_rich)
            m_originals.touch(blocks::pieceOf(block));
    }
    if (!m_rich && !m_colour.isActive())
        m_colour.start();
    Q_EMIT edited();
}

void ComposeEditor::setSignature(const QString &html, const QString &text, SignatureStands stands)
{
    if (m_rich)
        placeRichSignature(*document(), html.isEmpty() && !text.isEmpty() ? plainAsRich(text) : html, stands);
    else
        placePlainSignature(*document(), text.isEmpty() ? htmlToText(html) : text, stands);
}

void ComposeEditor::goBelow()
{
    QTextCursor cursor = textCursor();
    cursor.movePosition(QTextCursor::End);
    const QTextBlock signature = signatureStart(*document());
    const bool standsBelow = signature.isValid() && signature.previous().isValid()
        && blocks::quoteLevel(signature.previous()) == 0 && quoteDepth(signature.previous().text()) == 0;
    if (standsBelow)
        cursor.setPosition(signature.previous().position());
    setTextCursor(cursor);
}

// Never QTextEdit's own: that would read files.
QVariant ComposeEditor::loadResource(int type, const QUrl &name)
{
    const QImage image = type == QTextDocument::ImageResource
        ? m_pictures->image(name.toString(QUrl::FullyEncoded))
        : QImage();
    if (!image.isNull())
        return image;
    // A valid answer, for without one the document would go on looking.
    QImage nothing(1, 1, QImage::Format_ARGB32_Premultiplied);
    nothing.fill(Qt::transparent);
    return type == QTextDocument::ImageResource ? QVariant(nothing) : QVariant(QByteArray(""));
}

// Lines of plain text are as long as one reads well; the ground goes on to the window's edge.
void ComposeEditor::fitColumns()
{
    const int wanted = m_columns * fontMetrics().averageCharWidth() + int(2 * document()->documentMargin());
    const bool narrow = !m_rich && m_columns > 0 && !isRightToLeft() && wanted < viewport()->width();
    if (narrow && lineWrapColumnOrWidth() != wanted)
        setLineWrapColumnOrWidth(wanted);
    const LineWrapMode mode = narrow ? FixedPixelWidth : WidgetWidth;
    if (lineWrapMode() != mode)
        setLineWrapMode(mode);
}

void ComposeEditor::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    fitColumns();
    m_colour.start();
}

void ComposeEditor::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        m_colour.start();
}

// The layout's own search errs where blocks are apart from each other.
QTextBlock ComposeEditor::firstVisible() const
{
    const auto *layout = document()->documentLayout();
    const int top = verticalScrollBar()->value();
    int first = 0;
    int beyond = document()->blockCount();
    while (beyond - first > 1) {
        const int middle = (first + beyond) / 2;
        const QTextBlock block = document()->findBlockByNumber(middle);
        (layout->blockBoundingRect(block).top() <= top ? first : beyond) = middle;
    }
    const QTextBlock block = document()->findBlockByNumber(first);
    const QTextTable *table = QTextCursor(block).currentTable();
    return table ? table->firstCursorPosition().block() : block;
}

// Of plain text: only lines that can be seen, so that a long quote costs nothing.
void ComposeEditor::colourVisibleQuotes()
{
    if (m_rich)
        return;
    QList<ExtraSelection> lines;
    const int bottom = viewport()->height() + verticalScrollBar()->value();
    for (QTextBlock block = firstVisible(); block.isValid(); block = block.next()) {
        if (document()->documentLayout()->blockBoundingRect(block).top() > bottom)
            break;
        const int level = quoteDepth(block.text());
        if (level == 0)
            continue;
        ExtraSelection line;
        line.format.setForeground(quoteColor(level, palette()));
        line.cursor = QTextCursor(block);
        line.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        lines.append(line);
    }
    // Most keys change nothing here: selections move with their lines.
    const QList<ExtraSelection> before = extraSelections();
    const bool same = std::equal(lines.cbegin(), lines.cend(), before.cbegin(), before.cend(),
                                 [](const ExtraSelection &a, const ExtraSelection &b) {
                                     return a.cursor.anchor() == b.cursor.anchor()
                                         && a.cursor.position() == b.cursor.position()
                                         && a.format == b.format;
                                 });
    if (!same)
        setExtraSelections(lines);
}

QColor quoteColor(int level, const QPalette &palette)
{
    static constexpr std::array<QRgb, 4> colors{0xff2f62b0, 0xff1f7a4d, 0xff9a5200, 0xff7d45a8};
    return readable(QColor::fromRgb(colors.at(size_t(qMax(1, level) - 1) % colors.size())),
                    palette.color(QPalette::Text), palette.color(QPalette::Base), TextRatio);
}

bool ComposeEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (m_windowKeys.contains(QKeySequence(key->keyCombination()))) {
            event->ignore();
            return true;
        }
    }
    return QTextEdit::event(event);
}

bool ComposeEditor::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QTextEdit::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString link = anchorAt(help->pos());
    QToolTip::showText(help->globalPos(), link.isEmpty() ? QString() : link.left(500).toHtmlEscaped(), this);
    return true;
}

// To what stands below or above; a text that takes tabs does not let go of it otherwise.
void ComposeEditor::moveFocus(bool next)
{
    setTabChangesFocus(true);
    focusNextPrevChild(next);
    setTabChangesFocus(false);
}

void ComposeEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Backtab && !textCursor().currentList()) {
        moveFocus(false); // back to the rows above
        return;
    }
    if (event->key() == Qt::Key_Tab && event->modifiers() == Qt::ControlModifier) {
        moveFocus(true); // Tab itself belongs to the text
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && !isReadOnly()) {
        QTextCursor cursor = textCursor();
        if (m_rich ? leaveList(cursor) || partRichQuote(cursor) : partPlainQuote(cursor)) {
            setTextCursor(cursor);
            ensureCursorVisible();
            return;
        }
    }
    const bool tab = event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab;
    if (tab && m_rich && !isReadOnly() && moveInList(textCursor(), event->key() == Qt::Key_Tab ? 1 : -1))
        return;
    QTextEdit::keyPressEvent(event);
}

} // namespace kw
