#include "ui/reader/attachmentbar.h"

#include "ui/look/flowlayout.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"
#include "ui/reader/attachmentchip.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

constexpr int MostChips = 60; // the rest is reached by "Save all"

} // namespace

AttachmentBar::AttachmentBar(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel({}, "attachmentTitle"_L1, this))
    , m_downloadAll(flatButton("download"_L1, tr("Download All"), "downloadAllAttachments"_L1, this))
    , m_saveAll(flatButton("save"_L1, tr("Save All…"), "saveAllAttachments"_L1, this))
    , m_scroll(new QScrollArea(this))
    , m_chips(new QWidget)
    , m_flow(new FlowLayout(m_chips, 8))
{
    setNames(this, "attachmentBar"_L1, tr("Attachments"));
    setNames(m_chips, "attachmentChips"_L1, tr("Attachments"));
    setQuiet(m_title);
    m_saveAll->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_saveAll->setText(tr("Save All…"));
    m_downloadAll->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_downloadAll->setText(tr("Download All"));
    m_downloadAll->setToolTip(tr("Keep all attachments on this computer, to open them offline too"));
    setNames(m_scroll, "attachmentScroll"_L1, tr("Attachments"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_chips->setAutoFillBackground(false);
    m_scroll->setWidget(m_chips);
    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_downloadAll);
    top->addWidget(m_saveAll);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 6, 10, 10);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_scroll);
    connect(m_downloadAll, &QToolButton::clicked, this, [this] { Q_EMIT downloadAllRequested(m_indices); });
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
    m_byIndex.clear();
    qint64 size = 0;
    bool allHere = true;
    for (int i = 0; i < attachments.size(); ++i) {
        const AttachmentInfo &info = attachments.at(i);
        if (showsHtml && info.isShownInHtml)
            continue;
        m_indices.append(i);
        size += info.size;
        allHere = allHere && info.isHere;
        if (m_indices.size() <= MostChips)
            m_flow->addWidget(makeChip(info, i));
    }
    m_title->setText(tr("%1, %2", "attachments, size")
                         .arg(tr("%Ln attachment(s)", nullptr, int(m_indices.size())), byteSize(size)));
    m_saveAll->setVisible(m_indices.size() > 1);
    m_downloadAll->setVisible(!allHere);
    setVisible(!m_indices.isEmpty());
    fitHeight();
}

// As many lines as the chips need, up to two and a half.
void AttachmentBar::fitHeight()
{
    constexpr int Most = 124;
    const QMargins margins = layout()->contentsMargins();
    const int chips = m_flow->heightForWidth(width() - margins.left() - margins.right());
    m_scroll->setFixedHeight(std::min(chips, Most));
}

void AttachmentBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

void AttachmentBar::showProgress(int attachment, qint64 done, qint64 total)
{
    if (AttachmentChip *chip = m_byIndex.value(attachment))
        chip->showProgress(done, total);
}

void AttachmentBar::endProgress()
{
    for (AttachmentChip *chip : std::as_const(m_byIndex))
        chip->endProgress();
}

QWidget *AttachmentBar::makeChip(const AttachmentInfo &info, int index)
{
    auto *chip = new AttachmentChip(info, m_chips);
    connect(chip, &AttachmentChip::lookRequested, this,
            [this, index] { Q_EMIT lookRequested(m_indices, index); });
    connect(chip, &AttachmentChip::openRequested, this, [this, index] { Q_EMIT openRequested(index); });
    connect(chip, &AttachmentChip::saveRequested, this, [this, index] { Q_EMIT saveRequested(index); });
    connect(chip, &AttachmentChip::dragged, this, [this, index] { Q_EMIT dragged(index); });
    connect(chip, &AttachmentChip::cancelRequested, this, &AttachmentBar::cancelRequested);
    m_byIndex.insert(index, chip);
    return chip;
}

void AttachmentBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(lineColor(palette()));
    painter.drawLine(0, 0, width(), 0);
}

} // namespace kw
