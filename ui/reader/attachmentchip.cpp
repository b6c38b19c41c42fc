#include "ui/reader/attachmentchip.h"

#include "ui/look/icons.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"
#include "ui/preview/pagepainter.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStyleOptionFocusRect>
#include <QStylePainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

constexpr int ChipWidth = 250;

} // namespace

QLatin1StringView fileTypeIcon(const QString &mimeType)
{
    if (mimeType.startsWith("image/"_L1))
        return "file-image"_L1;
    if (mimeType.startsWith("audio/"_L1))
        return "file-audio"_L1;
    if (mimeType.startsWith("video/"_L1))
        return "file-video"_L1;
    if (mimeType.startsWith("message/"_L1))
        return "file-mail"_L1;
    if (mimeType == "text/calendar"_L1)
        return "file-calendar"_L1;
    if (mimeType.contains("spreadsheet"_L1) || mimeType.contains("excel"_L1) || mimeType == "text/csv"_L1)
        return "file-sheet"_L1;
    if (mimeType.contains("zip"_L1) || mimeType.contains("tar"_L1) || mimeType.contains("compress"_L1))
        return "file-archive"_L1;
    if (mimeType.startsWith("text/"_L1) || mimeType.contains("pdf"_L1) || mimeType.contains("document"_L1))
        return "file-text"_L1;
    return "file"_L1;
}

AttachmentChip::AttachmentChip(const AttachmentInfo &info, QWidget *parent)
    : RoundedFrame(parent)
{
    const PreviewKind kind = previewKind(info);
    m_canLook = kind != PreviewKind::None && kind != PreviewKind::Mail;
    setFixedWidth(ChipWidth);
    setFocusPolicy(Qt::StrongFocus);
    const QString name = oneLine(info.name);
    setNames(this, "attachmentChip"_L1, tr("%1, %2", "file, size").arg(name, byteSize(info.size)));
    auto *picture = new QLabel(this);
    picture->setObjectName("attachmentIcon"_L1);
    picture->setPixmap(icon(fileTypeIcon(info.mimeType)).pixmap(QSize(22, 22), devicePixelRatioF()));
    auto *label = new ElidedLabel(this);
    label->setObjectName("attachmentName"_L1);
    label->setFullText(name);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *size = plainLabel(byteSize(info.size), "attachmentSize"_L1, this);
    setQuiet(size);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(label);
    words->addWidget(size);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 5, 6, 5);
    layout->setSpacing(4);
    layout->addWidget(picture);
    layout->addSpacing(4);
    layout->addLayout(words, 1);
    if (m_canLook) {
        auto *look = flatButton("show"_L1, tr("Look at %1").arg(name), "lookAtAttachment"_L1, this);
        connect(look, &QToolButton::clicked, this, &AttachmentChip::lookRequested);
        layout->addWidget(look);
    }
    auto *open = flatButton("open"_L1, tr("Open %1").arg(name), "openAttachment"_L1, this);
    auto *save = flatButton("save"_L1, tr("Save %1…").arg(name), "saveAttachment"_L1, this);
    connect(open, &QToolButton::clicked, this, &AttachmentChip::openRequested);
    connect(save, &QToolButton::clicked, this, &AttachmentChip::saveRequested);
    layout->addWidget(open);
    layout->addWidget(save);
}

void AttachmentChip::use()
{
    if (m_canLook)
        Q_EMIT lookRequested();
    else
        Q_EMIT openRequested();
}

void AttachmentChip::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton;
    m_pressedAt = event->position().toPoint();
}

void AttachmentChip::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressed
        || (event->position().toPoint() - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
        return;
    m_pressed = false;
    Q_EMIT dragged();
}

void AttachmentChip::mouseReleaseEvent(QMouseEvent *event)
{
    if (std::exchange(m_pressed, false) && rect().contains(event->position().toPoint()))
        use();
}

void AttachmentChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        use();
    else
        RoundedFrame::keyPressEvent(event);
}

void AttachmentChip::paintEvent(QPaintEvent *event)
{
    RoundedFrame::paintEvent(event);
    if (!hasFocus())
        return;
    QStylePainter painter(this);
    QStyleOptionFocusRect option;
    option.initFrom(this);
    option.rect = rect().adjusted(2, 2, -2, -2);
    painter.drawPrimitive(QStyle::PE_FrameFocusRect, option);
}

} // namespace kw
