// What comes into the editor by paste and drop, what leaves it by copy, and the bars beside quotes.
#include "core/mime/contentid.h"
#include "core/mime/html/htmlsanitizer.h"
#include "ui/compose/composeeditor.h"
#include "ui/compose/inlinepictures.h"
#include "ui/compose/richexport.h"
#include "ui/compose/richimport.h"

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocumentFragment>
#include <QTextTable>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qsizetype MostPasted = 5'000'000; // characters

QList<QUrl> filesIn(const QMimeData *source)
{
    QList<QUrl> out;
    const QList<QUrl> all = source->urls();
    for (const QUrl &url : all) {
        if (url.isLocalFile())
            out.append(url);
    }
    return out.size() == all.size() ? out : QList<QUrl>();
}

} // namespace

void ComposeEditor::insertHtml(QTextCursor &cursor, const QString &html)
{
    insertRich(cursor, m_pictures->withPicturesTakenOver(html),
               [this](const QString &contentId) { return m_pictures->contains(contentId); });
}

void ComposeEditor::insertWritten(const QString &html, const QString &text)
{
    QTextCursor cursor = textCursor();
    if (m_rich)
        insertHtml(cursor, html.isEmpty() ? plainAsRich(text) : html);
    else
        cursor.insertText(text.isEmpty() ? htmlToText(html) : text);
    setTextCursor(cursor);
}

void ComposeEditor::insertPicture(const QImage &image, const QString &name)
{
    const QString id = m_pictures->addImage(image, name);
    if (!id.isEmpty())
        insertPicture(m_pictures->shownBy(cidUrl(id).toHtmlEscaped()).constFirst());
}

void ComposeEditor::insertPicture(const DraftAttachment &picture)
{
    m_pictures->add(picture);
    QTextImageFormat format;
    format.setName(cidUrl(picture.contentId));
    format.setProperty(QTextFormat::ImageAltText, picture.name);
    format.setMaximumWidth(QTextLength(QTextLength::PercentageLength, 100));
    textCursor().insertImage(format);
}

bool ComposeEditor::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasUrls() || source->hasImage() || source->hasText() || source->hasHtml();
}

void ComposeEditor::insertFromMimeData(const QMimeData *source)
{
    if (isReadOnly())
        return;
    if (const QList<QUrl> files = filesIn(source); !files.isEmpty()) {
        Q_EMIT filesGiven(files);
        return;
    }
    // Office programs add a picture of the text to the text; browsers, a little HTML to a picture.
    const QString text = source->text().left(MostPasted);
    if (source->hasImage() && text.trimmed().isEmpty()) {
        const auto image = qvariant_cast<QImage>(source->imageData());
        if (image.isNull())
            return;
        if (m_rich)
            insertPicture(image, tr("Picture") + ".png"_L1);
        else
            Q_EMIT pictureGiven(image);
        return;
    }
    QTextCursor cursor = textCursor();
    if (m_rich && source->hasHtml())
        insertHtml(cursor, source->html().left(MostPasted));
    else
        cursor.insertText(source->hasText() ? text : htmlToText(source->html().left(MostPasted)));
    setTextCursor(cursor);
    ensureCursorVisible();
}

void ComposeEditor::pasteAsText()
{
    const QMimeData *source = QGuiApplication::clipboard()->mimeData();
    if (!source || isReadOnly())
        return;
    const QString text = source->hasText() ? source->text() : htmlToText(source->html().left(MostPasted));
    QTextCursor cursor = textCursor();
    cursor.insertText(text.left(MostPasted), m_rich ? QTextCharFormat() : cursor.charFormat());
    setTextCursor(cursor);
    ensureCursorVisible();
}

// Our own small HTML, so that quotes survive a way through the clipboard.
QMimeData *ComposeEditor::createMimeDataFromSelection() const
{
    const QTextDocumentFragment fragment = textCursor().selection();
    auto *data = new QMimeData;
    data->setText(fragment.toPlainText());
    if (m_rich) {
        QTextDocument part;
        QTextCursor(&part).insertFragment(fragment);
        data->setHtml(richHtml(part, {}));
    }
    return data;
}

void ComposeEditor::paintEvent(QPaintEvent *event)
{
    QTextEdit::paintEvent(event);
    if (m_rich)
        paintQuoteBars();
}

void ComposeEditor::paintQuoteBars()
{
    QPainter painter(viewport());
    const auto *layout = document()->documentLayout();
    const int scrolled = verticalScrollBar()->value();
    const double left = document()->documentMargin() - horizontalScrollBar()->value();
    for (QTextBlock block = firstVisible(); block.isValid(); block = block.next()) {
        const int level = blocks::quoteLevel(block);
        QRectF place = layout->blockBoundingRect(block);
        if (place.top() > scrolled + viewport()->height())
            break;
        if (level == 0)
            continue;
        if (auto *table = QTextCursor(block).currentTable()) {
            place = layout->frameBoundingRect(table);
        } else if (const QTextBlock next = block.next(); next.isValid() && blocks::quoteLevel(next) > 0) {
            // Down to the next, over the space between.
            const double below = layout->blockBoundingRect(next).top();
            if (below > place.bottom() && below < place.bottom() + 100)
                place.setBottom(below);
        }
        for (int i = 0; i < level; ++i) {
            const double x = left + i * blocks::QuoteStep + 3;
            const QRectF bar(isRightToLeft() ? viewport()->width() - x - 3 : x, place.top() - scrolled, 3,
                             place.height());
            painter.fillRect(bar, quoteColor(i + 1, palette()));
        }
    }
}

} // namespace kw
