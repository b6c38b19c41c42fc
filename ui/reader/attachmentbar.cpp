#include "ui/reader/attachmentbar.h"

#include "ui/look/flowlayout.h"
#include "ui/look/icons.h"
#include "ui/look/roundedframe.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

constexpr int ChipWidth = 250;
constexpr int MostChips = 60; // the rest is reached by "Save all"

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

AttachmentBar::AttachmentBar(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel({}, "attachmentTitle"_L1, this))
    , m_saveAll(flatButton("save"_L1, tr("Save All…"), "saveAllAttachments"_L1, this))
    , m_chips(new QWidget)
    , m_flow(new FlowLayout(m_chips, 8))
{
    setNames(this, "attachmentBar"_L1, tr("Attachments"));
    setNames(m_chips, "attachmentChips"_L1, tr("Attachments"));
    setQuiet(m_title);
    m_saveAll->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_saveAll->setText(tr("Save All…"));
    auto *scroll = new QScrollArea(this);
    setNames(scroll, "attachmentScroll"_L1, tr("Attachments"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMaximumHeight(112);
    scroll->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    scroll->viewport()->setAutoFillBackground(false);
    m_chips->setAutoFillBackground(false);
    scroll->setWidget(m_chips);
    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_saveAll);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 6, 10, 10);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(scroll);
    connect(m_saveAll, &QToolButton::clicked, this, [this] { Q_EMIT saveAllRequested(m_indices); });
    setVisible(false);
}

void AttachmentBar::setAttachments(const QList<AttachmentInfo> &attachments, bool showsHtml)
{
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_indices.clear();
    qint64 size = 0;
    for (int i = 0; i < attachments.size(); ++i) {
        const AttachmentInfo &info = attachments.at(i);
        if (showsHtml && info.isShownInHtml)
            continue;
        m_indices.append(i);
        size += info.size;
        if (m_indices.size() <= MostChips)
            m_flow->addWidget(makeChip(info, i));
    }
    m_title->setText(tr("%1, %2", "attachments, size")
                         .arg(tr("%Ln attachment(s)", nullptr, int(m_indices.size())), byteSize(size)));
    m_saveAll->setVisible(m_indices.size() > 1);
    setVisible(!m_indices.isEmpty());
}

QWidget *AttachmentBar::makeChip(const AttachmentInfo &info, int index)
{
    auto *chip = new RoundedFrame(m_chips);
    chip->setFixedWidth(ChipWidth);
    const QString name = oneLine(info.name);
    setNames(chip, "attachmentChip"_L1, tr("%1, %2", "file, size").arg(name, byteSize(info.size)));
    auto *picture = new QLabel(chip);
    picture->setObjectName("attachmentIcon"_L1);
    picture->setPixmap(icon(fileTypeIcon(info.mimeType)).pixmap(QSize(22, 22), devicePixelRatioF()));
    auto *label = new ElidedLabel(chip);
    label->setObjectName("attachmentName"_L1);
    label->setFullText(name);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *size = plainLabel(byteSize(info.size), "attachmentSize"_L1, chip);
    setQuiet(size);
    auto *open = flatButton("open"_L1, tr("Open %1").arg(name), "openAttachment"_L1, chip);
    auto *save = flatButton("save"_L1, tr("Save %1…").arg(name), "saveAttachment"_L1, chip);
    connect(open, &QToolButton::clicked, this, [this, index] { Q_EMIT openRequested(index); });
    connect(save, &QToolButton::clicked, this, [this, index] { Q_EMIT saveRequested(index); });
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(label);
    words->addWidget(size);
    auto *layout = new QHBoxLayout(chip);
    layout->setContentsMargins(10, 5, 6, 5);
    layout->setSpacing(8);
    layout->addWidget(picture);
    layout->addLayout(words, 1);
    layout->addWidget(open);
    layout->addWidget(save);
    layout->setSpacing(4);
    return chip;
}

void AttachmentBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(lineColor(palette()));
    painter.drawLine(0, 0, width(), 0);
}

} // namespace kw
