#include "ui/reader/attachmentchip.h"

#include "ui/look/icons.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"
#include "ui/preview/pagepainter.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QProgressBar>
#include <QStyleOptionFocusRect>
#include <QStylePainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

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
    , m_bytes(info.size)
    , m_isHere(info.isHere)
{
    const PreviewKind kind = previewKind(info);
    m_canLook = kind != PreviewKind::None && kind != PreviewKind::Mail;
    setFixedWidth(ChipWidth);
    setFocusPolicy(Qt::StrongFocus);
    const QString name = oneLine(info.name);
    setNames(this, "attachmentChip"_L1, tr("%1, %2", "file, size").arg(name, sizeWords()));
    auto *picture = new QLabel(this);
    picture->setObjectName("attachmentIcon"_L1);
    picture->setPixmap(icon(fileTypeIcon(info.mimeType)).pixmap(QSize(22, 22), devicePixelRatioF()));
    auto *label = new ElidedLabel(this);
    label->setObjectName("attachmentName"_L1);
    label->setFullText(name);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_size = plainLabel(sizeWords(), "attachmentSize"_L1, this);
    setQuiet(m_size);
    m_progress = new QProgressBar(this);
    setNames(m_progress, "attachmentProgress"_L1, tr("Download of %1").arg(name));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    QSizePolicy room = m_progress->sizePolicy();
    room.setRetainSizeWhenHidden(true); // no chip grows beside the others
    m_progress->setSizePolicy(room);
    m_progress->hide();
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(label);
    words->addWidget(m_size);
    words->addWidget(m_progress);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 5, 6, 5);
    layout->setSpacing(4);
    layout->addWidget(picture);
    layout->addSpacing(4);
    layout->addLayout(words, 1);
    addButtons(name);
}

void AttachmentChip::addButtons(const QString &name)
{
    const auto add = [this](QLatin1StringView picture, const QString &words, QLatin1StringView objectName,
                            void (AttachmentChip::*signal)()) {
        auto *button = flatButton(picture, words, objectName, this);
        connect(button, &QToolButton::clicked, this, signal);
        layout()->addWidget(button);
        return button;
    };
    if (m_canLook)
        m_uses.append(add("show"_L1, tr("Look at %1").arg(name), "lookAtAttachment"_L1,
                          &AttachmentChip::lookRequested));
    m_uses.append(
        add("open"_L1, tr("Open %1").arg(name), "openAttachment"_L1, &AttachmentChip::openRequested));
    m_uses.append(
        add("save"_L1, tr("Save %1…").arg(name), "saveAttachment"_L1, &AttachmentChip::saveRequested));
    m_cancel = add("close"_L1, tr("Stop the download of %1").arg(name), "cancelAttachment"_L1,
                   &AttachmentChip::cancelRequested);
    m_cancel->hide();
}

QString AttachmentChip::sizeWords() const
{
    return m_isHere ? byteSize(m_bytes) : tr("%1, on the server").arg(byteSize(m_bytes));
}

void AttachmentChip::showProgress(qint64 done, qint64 total)
{
    constexpr int Steps = 1000;
    m_progress->setRange(0, Steps);
    const double share = total > 0 ? std::clamp(double(done) / double(total), 0.0, 1.0) : 0.0;
    m_progress->setValue(int(share * Steps));
    m_progress->show();
    m_size->setText(
        tr("%1 of %2", "downloaded").arg(byteSize(qint64(share * double(m_bytes))), byteSize(m_bytes)));
    for (QToolButton *button : std::as_const(m_uses))
        button->hide();
    m_cancel->show();
}

void AttachmentChip::endProgress()
{
    m_progress->hide();
    m_size->setText(sizeWords());
    for (QToolButton *button : std::as_const(m_uses))
        button->show();
    m_cancel->hide();
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
