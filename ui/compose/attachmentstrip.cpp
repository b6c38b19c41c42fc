#include "ui/compose/attachmentstrip.h"

#include "ui/look/flowlayout.h"
#include "ui/look/icons.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"
#include "ui/reader/attachmentchip.h"

#include <QContextMenuEvent>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeDatabase>
#include <QScrollArea>
#include <QStyleOptionFocusRect>
#include <QStylePainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr int MostLines = 3;
constexpr int WidestChip = 260;
} // namespace

qint64 sizeOf(const DraftAttachment &attachment)
{
    return attachment.path.isEmpty() ? attachment.data.size() : QFileInfo(attachment.path).size();
}

Result<DraftAttachment> attachmentOf(const QString &path)
{
    const QFileInfo info(path);
    const auto failed = [](const QString &sentence) { return Error{ErrorKind::Invalid, sentence, {}}; };
    if (info.isDir())
        return failed(
            AttachmentStrip::tr("“%1” is a folder. Pack it into a file to attach it.").arg(info.fileName()));
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return failed(AttachmentStrip::tr("“%1” cannot be read.").arg(info.fileName()));
    DraftAttachment out;
    out.name = info.fileName();
    out.mimeType = QMimeDatabase().mimeTypeForFile(info).name();
    if (info.size() > AttachmentStrip::KeptInDraft)
        out.path = info.absoluteFilePath();
    else
        out.data = file.read(AttachmentStrip::KeptInDraft);
    return out;
}

DraftChip::DraftChip(const DraftAttachment &attachment, QWidget *parent)
    : RoundedFrame(parent)
{
    const QString name = oneLine(attachment.name);
    const QString size = byteSize(sizeOf(attachment));
    setNames(this, "draftChip"_L1, tr("%1, %2", "file, size").arg(name, size));
    setToolTip(attachment.path.isEmpty() ? QString() : attachment.path.toHtmlEscaped());
    setFocusPolicy(Qt::StrongFocus);
    setMaximumWidth(WidestChip);
    auto *picture = new QLabel(this);
    picture->setObjectName("draftChipIcon"_L1);
    picture->setPixmap(icon(fileTypeIcon(attachment.mimeType)).pixmap(QSize(18, 18), devicePixelRatioF()));
    auto *label = new ElidedLabel(this);
    label->setObjectName("draftChipName"_L1);
    label->setFullText(name);
    auto *octets = plainLabel(size, "draftChipSize"_L1, this);
    setQuiet(octets);
    auto *close = flatButton("close"_L1, tr("Remove %1").arg(name), "removeAttachment"_L1, this);
    close->setIconSize(QSize(12, 12));
    connect(close, &QToolButton::clicked, this, &DraftChip::removeRequested);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 2, 2);
    layout->setSpacing(6);
    layout->addWidget(picture);
    layout->addWidget(label, 1);
    layout->addWidget(octets);
    layout->addWidget(close);
}

void DraftChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        Q_EMIT removeRequested();
    else if (event->modifiers() == Qt::NoModifier
             && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
                 || event->key() == Qt::Key_Space))
        Q_EMIT openRequested();
    else
        RoundedFrame::keyPressEvent(event);
}

void DraftChip::mouseDoubleClickEvent(QMouseEvent *)
{
    Q_EMIT openRequested();
}

void DraftChip::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    setNames(menu, "draftChipMenu"_L1, accessibleName());
    connect(menu->addAction(icon("open"_L1), tr("&Open")), &QAction::triggered, this,
            &DraftChip::openRequested);
    connect(menu->addAction(icon("trash"_L1), tr("&Remove")), &QAction::triggered, this,
            &DraftChip::removeRequested);
    menu->popup(event->globalPos());
}

void DraftChip::paintEvent(QPaintEvent *event)
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

AttachmentStrip::AttachmentStrip(QWidget *parent)
    : QWidget(parent)
    , m_scroll(new QScrollArea(this))
    , m_chips(new QWidget)
    , m_flow(new FlowLayout(m_chips, 6))
    , m_total(plainLabel({}, "attachmentsTotal"_L1, this))
{
    setNames(this, "attachmentStrip"_L1, tr("Attachments"));
    setNames(m_chips, "attachmentChips"_L1, tr("Attachments"));
    setNames(m_scroll, "attachmentsScroll"_L1, tr("Attachments"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_chips);
    setQuiet(m_total);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_chips->setBackgroundRole(QPalette::Base);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_total, 0, Qt::AlignTop);
    hide();
}

void AttachmentStrip::setAttachments(const QList<DraftAttachment> &attachments)
{
    m_attachments = attachments;
    renew();
}

void AttachmentStrip::add(const DraftAttachment &attachment)
{
    m_attachments.append(attachment);
    renew();
    Q_EMIT changed();
}

QStringList AttachmentStrip::addFiles(const QList<QUrl> &files)
{
    QStringList failed;
    const qsizetype before = m_attachments.size();
    for (const QUrl &url : files) {
        if (const auto attachment = attachmentOf(url.toLocalFile()))
            m_attachments.append(*attachment);
        else
            failed.append(attachment.error().text);
    }
    if (m_attachments.size() > before) {
        renew();
        Q_EMIT changed();
    }
    return failed;
}

void AttachmentStrip::renew()
{
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // its own button may be what called us
        delete item;
    }
    qint64 total = 0;
    for (qsizetype i = 0; i < m_attachments.size(); ++i) {
        auto *chip = new DraftChip(m_attachments[i], m_chips);
        connect(chip, &DraftChip::removeRequested, this, [this, i] { remove(i); });
        connect(chip, &DraftChip::openRequested, this, [this, i] { Q_EMIT openRequested(m_attachments[i]); });
        m_flow->addWidget(chip);
        chip->show();
        total += sizeOf(m_attachments[i]);
    }
    m_total->setText(m_attachments.size() < 2
                         ? QString()
                         : tr("%Ln file(s), %1", nullptr, int(m_attachments.size())).arg(byteSize(total)));
    setVisible(!m_attachments.isEmpty());
    fitHeight();
}

// The keyboard goes on with the next one.
void AttachmentStrip::remove(qsizetype index)
{
    m_attachments.remove(index);
    renew();
    if (m_flow->count() > 0)
        m_flow->itemAt(int(qMin(index, qsizetype(m_flow->count()) - 1)))->widget()->setFocus();
    Q_EMIT changed();
}

void AttachmentStrip::fitHeight()
{
    if (m_flow->count() == 0)
        return;
    const int line = m_flow->itemAt(0)->sizeHint().height();
    const QMargins around = layout()->contentsMargins();
    const int besides = m_total->text().isEmpty() ? 0 : m_total->sizeHint().width();
    const int room = width() - around.left() - around.right() - layout()->spacing() - besides;
    const int wanted = m_flow->heightForWidth(qMax(50, room));
    m_scroll->setFixedHeight(qMin(wanted, MostLines * (line + 6)));
}

void AttachmentStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

} // namespace kw
