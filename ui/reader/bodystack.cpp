#include "ui/reader/bodystack.h"

#include "core/sync/engine.h"
#include "ui/look/widgets.h"
#include "ui/reader/htmlview.h"
#include "ui/reader/plaintextview.h"
#include "ui/reader/printing.h"

#include <QPrinter>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace kw {

BodyStack::BodyStack(QWidget *parent)
    : QStackedWidget(parent)
    , m_text(new PlainTextView(this))
{
    setNames(this, "messageBody"_L1, tr("Message text"));
    addWidget(m_text);
    connect(m_text, &PlainTextView::linkActivated, this, &BodyStack::linkActivated);
    connect(m_text, &PlainTextView::linkHovered, this, &BodyStack::linkHovered);
}

bool BodyStack::showsHtml() const
{
    return m_html && currentWidget() == m_html;
}

bool BodyStack::isCut() const
{
    return m_text->isCut() && !showsHtml();
}

bool BodyStack::ensureHtmlView()
{
    if (m_html)
        return true;
    m_html = loadHtmlView(this);
    if (!m_html)
        return false;
    setNames(m_html, "htmlView"_L1, tr("Message text"));
    addWidget(m_html);
    connect(m_html, &HtmlView::linkActivated, this, &BodyStack::linkActivated);
    connect(m_html, &HtmlView::linkHovered, this, &BodyStack::linkHovered);
    connect(m_html, &HtmlView::findFinished, this, &BodyStack::findFinished);
    connect(m_html, &HtmlView::loaded, this, &BodyStack::htmlLoaded);
    return true;
}

void BodyStack::showMessage(const std::shared_ptr<const OpenedMessage> &message, const Look &look)
{
    m_message = message;
    m_findFrom = 0;
    const MessageView &view = message->view;
    if (!view.html.isEmpty() && look.prefer == Prefer::Html && ensureHtmlView()) {
        m_text->setMessageText({});
        m_html->showMessage(*message, look.remote, look.adapt);
        m_html->setZoom(m_zoom / 100.0);
        setCurrentWidget(m_html);
        return;
    }
    m_text->setMessageText(view.text);
    setCurrentWidget(m_text);
}

void BodyStack::setFixedWidth(bool on)
{
    m_text->setFixedWidth(on);
}

void BodyStack::zoomBy(int percent)
{
    setZoom(percent == 0 ? m_usualZoom : m_zoom + percent);
}

// What was zoomed for the moment gives way to the new usual size.
void BodyStack::setUsualZoom(int percent)
{
    if (m_usualZoom == percent)
        return;
    m_usualZoom = percent;
    setZoom(percent);
}

void BodyStack::setZoom(int percent)
{
    m_zoom = qBound(50, percent, 300);
    m_text->setZoom(m_zoom);
    if (m_html)
        m_html->setZoom(m_zoom / 100.0);
}

void BodyStack::find(const QString &text, bool backwards)
{
    if (showsHtml())
        m_html->find(text, backwards);
    else
        findInText(text, backwards);
}

void BodyStack::findInText(const QString &text, bool backwards)
{
    const auto flags = backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    bool found = m_text->find(text, flags);
    if (!found && !text.isEmpty()) { // once round
        m_text->moveCursor(backwards ? QTextCursor::End : QTextCursor::Start);
        found = m_text->find(text, flags);
    }
    beginFind();
    Q_EMIT findFinished(found);
}

void BodyStack::beginFind()
{
    m_findFrom = m_text->textCursor().selectionStart();
}

// Chromium stays in what is selected by itself when the text looked for is another.
void BodyStack::findTyped(const QString &text)
{
    if (showsHtml()) {
        m_html->find(text, false);
        return;
    }
    const int from = m_findFrom;
    QTextCursor cursor = m_text->textCursor();
    cursor.setPosition(qBound(0, from, m_text->document()->characterCount() - 1));
    m_text->setTextCursor(cursor);
    findInText(text, false);
    m_findFrom = from;
}

void BodyStack::scrollPage(bool down)
{
    if (showsHtml()) {
        m_html->scrollPage(down);
        return;
    }
    m_text->verticalScrollBar()->triggerAction(down ? QScrollBar::SliderPageStepAdd
                                                    : QScrollBar::SliderPageStepSub);
}

bool BodyStack::isAtEnd() const
{
    const QScrollBar *bar = m_text->verticalScrollBar();
    return !showsHtml() && bar->value() >= bar->maximum();
}

void BodyStack::print(std::unique_ptr<QPrinter> printer, std::function<void(bool)> done)
{
    if (showsHtml()) {
        m_html->print(std::move(printer), std::move(done));
        return;
    }
    QTextDocument document;
    fillPrintDocument(&document, m_message->view);
    document.print(printer.get());
    done(printer->printerState() != QPrinter::Error);
}

} // namespace kw
