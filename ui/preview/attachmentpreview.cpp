#include "ui/preview/attachmentpreview.h"

#include "core/mime/messageparser.h"
#include "core/sync/engine.h"
#include "ui/look/icons.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScrollArea>
#include <QStackedWidget>
#include <QThreadPool>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qsizetype LongestText = 2 << 20; // octets shown
constexpr int PagePixels = 1800; // a page is painted once and scaled from there

} // namespace

AttachmentPreview::AttachmentPreview(QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_painter(new PagePainter(this))
    , m_name(new ElidedLabel(this))
    , m_pageNumber(plainLabel({}, "previewPageNumber"_L1, this))
    , m_earlier(flatButton("left"_L1, tr("Previous attachment"), "previewEarlier"_L1, this))
    , m_later(flatButton("right"_L1, tr("Next attachment"), "previewLater"_L1, this))
    , m_up(flatButton("up"_L1, tr("Previous page"), "previewUp"_L1, this))
    , m_down(flatButton("down"_L1, tr("Next page"), "previewDown"_L1, this))
    , m_stack(new QStackedWidget(this))
    , m_notice(plainLabel({}, "previewNotice"_L1, m_stack))
    , m_scroll(new QScrollArea(m_stack))
    , m_picture(new QLabel)
    , m_text(new QPlainTextEdit(m_stack))
{
    setNames(this, "attachmentPreview"_L1, tr("Attachment"));
    setNames(m_stack, "previewStack"_L1, tr("Attachment"));
    setNames(m_scroll, "previewScroll"_L1, tr("Attachment"));
    setNames(m_picture, "previewPicture"_L1, tr("Picture"));
    setNames(m_text, "previewText"_L1, tr("Text of the attachment"));
    m_name->setObjectName("previewName"_L1);
    setWindowIcon(appIcon());
    m_notice->setAlignment(Qt::AlignCenter);
    m_notice->setWordWrap(true);
    m_picture->setAlignment(Qt::AlignCenter);
    m_scroll->setWidget(m_picture);
    m_scroll->setAlignment(Qt::AlignCenter);
    m_scroll->setFrameShape(QFrame::NoFrame); // the page has the window's size, without a frame's width
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFocusPolicy(Qt::NoFocus);
    for (QWidget *page :
         {static_cast<QWidget *>(m_notice), static_cast<QWidget *>(m_scroll), static_cast<QWidget *>(m_text)})
        m_stack->addWidget(page);
    auto *smaller = flatButton("zoom-out"_L1, tr("Smaller"), "previewSmaller"_L1, this);
    auto *larger = flatButton("zoom-in"_L1, tr("Larger"), "previewLarger"_L1, this);
    auto *open = flatButton("open"_L1, tr("Open with another program"), "previewOpen"_L1, this);
    auto *save = flatButton("save"_L1, tr("Save…"), "previewSave"_L1, this);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(10, 6, 10, 6);
    bar->addWidget(m_earlier);
    bar->addWidget(m_later);
    bar->addWidget(m_name, 1);
    for (QWidget *part :
         {static_cast<QWidget *>(m_up), static_cast<QWidget *>(m_pageNumber), static_cast<QWidget *>(m_down),
          static_cast<QWidget *>(smaller), static_cast<QWidget *>(larger), static_cast<QWidget *>(open),
          static_cast<QWidget *>(save)})
        bar->addWidget(part);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_stack, 1);
    resize(820, 720);
    connect(m_earlier, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_later, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_up, &QToolButton::clicked, this, [this] { turn(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { turn(1); });
    connect(smaller, &QToolButton::clicked, this, [this] { zoom(0.8); });
    connect(larger, &QToolButton::clicked, this, [this] { zoom(1.25); });
    connect(open, &QToolButton::clicked, this, [this] { Q_EMIT openRequested(m_attachment); });
    connect(save, &QToolButton::clicked, this, [this] { Q_EMIT saveRequested(m_attachment); });
    connect(m_painter, &PagePainter::failed, this, &AttachmentPreview::tell);
    connect(m_painter, &PagePainter::painted, this, [this](const QImage &image, int pages) {
        m_image = image;
        m_pages = pages;
        place();
    });
}

void AttachmentPreview::showAttachment(const std::shared_ptr<const OpenedMessage> &message,
                                       const QList<int> &shown, int attachment)
{
    m_message = message;
    m_shown = shown;
    m_attachment = attachment;
    load();
    show();
    raise();
    activateWindow();
}

void AttachmentPreview::load()
{
    const AttachmentInfo info = m_message->view.attachments.value(m_attachment);
    m_kind = previewKind(info);
    m_page = 0;
    m_pages = 0;
    m_zoom = 0;
    m_image = {};
    m_octets.clear();
    const QString name = oneLine(info.name);
    setWindowTitle(name);
    m_name->setFullText(tr("%1, %2", "file, size").arg(name, byteSize(info.size)));
    m_earlier->setEnabled(m_shown.indexOf(m_attachment) > 0);
    m_later->setEnabled(m_shown.indexOf(m_attachment) + 1 < m_shown.size());
    for (QWidget *part :
         {static_cast<QWidget *>(m_up), static_cast<QWidget *>(m_pageNumber), static_cast<QWidget *>(m_down)})
        part->setVisible(m_kind == PreviewKind::Pdf);
    if (m_kind == PreviewKind::None || m_kind == PreviewKind::Mail) {
        tell(tr("This kind of file is not shown here. Open it with another program, or save it."));
        return;
    }
    tell(tr("Opening…"));
    QThreadPool::globalInstance()->start([self = QPointer(this), message = m_message,
                                          attachment = m_attachment, isText = m_kind == PreviewKind::Text] {
        const auto octets = isText
            ? attachmentText(message->header(), message->body(), attachment, LongestText)
            : attachmentData(message->header(), message->body(), attachment);
        QMetaObject::invokeMethod(qApp, [self, message, attachment, octets] {
            if (self && self->m_message == message)
                self->onContent(attachment, octets);
        });
    });
}

void AttachmentPreview::onContent(int attachment, const Result<QByteArray> &octets)
{
    if (attachment != m_attachment)
        return;
    if (!octets) {
        tell(octets.error().text);
        return;
    }
    m_octets = *octets;
    if (m_kind == PreviewKind::Text) {
        m_text->setPlainText(QString::fromUtf8(m_octets));
        m_stack->setCurrentWidget(m_text);
        return;
    }
    paint();
}

void AttachmentPreview::paint()
{
    const double ratio = devicePixelRatioF();
    const QSize room = (QSizeF(m_stack->size()) * ratio).toSize();
    const QSize most = m_kind == PreviewKind::Pdf ? QSize(PagePixels, PagePixels)
                                                  : room.expandedTo({PagePixels, PagePixels});
    m_painter->paint(m_octets, m_kind, m_page, most);
}

// What was painted, as large as the window or as the person wants it.
void AttachmentPreview::place()
{
    const double ratio = devicePixelRatioF();
    QSizeF size = QSizeF(m_image.size()) / ratio;
    if (m_zoom > 0) {
        size *= m_zoom;
    } else if (const QSizeF room = m_stack->size();
               size.width() > room.width() || size.height() > room.height()) {
        size.scale(room, Qt::KeepAspectRatio);
    }
    QPixmap pixmap = QPixmap::fromImage(m_image.scaled((size * ratio).toSize().expandedTo({1, 1}),
                                                       Qt::KeepAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(ratio);
    m_picture->setPixmap(pixmap);
    m_picture->resize(pixmap.deviceIndependentSize().toSize());
    m_pageNumber->setText(tr("%1 of %2", "pages").arg(m_page + 1).arg(m_pages));
    m_up->setEnabled(m_page > 0);
    m_down->setEnabled(m_page + 1 < m_pages);
    m_stack->setCurrentWidget(m_scroll);
}

void AttachmentPreview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!m_image.isNull() && m_stack->currentWidget() == m_scroll)
        place();
}

void AttachmentPreview::tell(const QString &sentence)
{
    m_notice->setText(sentence);
    m_stack->setCurrentWidget(m_notice);
}

void AttachmentPreview::step(int by)
{
    const qsizetype next = m_shown.indexOf(m_attachment) + by;
    if (next < 0 || next >= m_shown.size())
        return;
    m_attachment = m_shown.at(next);
    load();
}

void AttachmentPreview::turn(int by)
{
    if (m_kind != PreviewKind::Pdf || m_page + by < 0 || m_page + by >= m_pages)
        return;
    m_page += by;
    paint();
}

void AttachmentPreview::zoom(double factor)
{
    if (m_kind == PreviewKind::Text) {
        factor > 1 ? m_text->zoomIn() : m_text->zoomOut();
        return;
    }
    if (m_image.isNull())
        return;
    const double now = m_zoom > 0 ? m_zoom : m_picture->width() * devicePixelRatioF() / m_image.width();
    m_zoom = factor == 0 ? 0 : std::clamp(now * factor, 0.05, 4.0);
    place();
}

void AttachmentPreview::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
    case Qt::Key_Space:
        close();
        break;
    case Qt::Key_Left:
        step(-1);
        break;
    case Qt::Key_Right:
        step(1);
        break;
    case Qt::Key_PageUp:
        turn(-1);
        break;
    case Qt::Key_PageDown:
        turn(1);
        break;
    case Qt::Key_Plus:
        zoom(1.25);
        break;
    case Qt::Key_Minus:
        zoom(0.8);
        break;
    case Qt::Key_0:
        zoom(0);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace kw
