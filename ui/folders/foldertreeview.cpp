#include "ui/folders/foldertreeview.h"

#include "ui/folders/foldermodel.h"
#include "ui/look/icons.h"
#include "ui/look/maildrag.h"
#include "ui/look/theme.h"

#include <QDrag>
#include <QDragMoveEvent>
#include <QMimeData>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

bool isAccount(const QModelIndex &index)
{
    return index.data(FolderModel::KindRole).toInt() == int(FolderNode::Kind::Account);
}

constexpr int UnfoldMs = 700; // of hovering with something in hand

} // namespace

FolderTreeView::FolderTreeView(QWidget *parent)
    : QTreeView(parent)
{
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(false); // the line wears a frame instead
    setAutoExpandDelay(UnfoldMs);
}

void FolderTreeView::initViewItemOption(QStyleOptionViewItem *option) const
{
    QTreeView::initViewItemOption(option);
    option->showDecorationSelected = false; // the style would paint its own square bar below the plate
}

void FolderTreeView::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const bool selected = selectionModel()->isSelected(index);
    const bool hovered
        = !selected && indexAt(viewport()->mapFromGlobal(QCursor::pos())) == index && underMouse();
    const bool target = m_target.isValid() && index == m_target;
    if (selected || hovered || target) {
        QColor fill
            = palette().color(isActiveWindow() ? QPalette::Active : QPalette::Inactive, QPalette::Highlight);
        if (!selected || isAccount(index))
            fill.setAlphaF(selected || target ? 0.22F : 0.10F);
        QRect plate(4, option.rect.top() + 1, viewport()->width() - 10, option.rect.height() - 2);
        if (isAccount(index) && index.row() > 0)
            plate.setTop(plate.top() + 10);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(fill);
        painter->drawRoundedRect(plate, 6, 6);
        if (target) {
            painter->setPen(QPen(palette().color(QPalette::Highlight), 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(plate.adjusted(1, 1, -1, -1), 6, 6);
        }
        painter->restore();
    }
    QTreeView::drawRow(painter, option, index);
}

void FolderTreeView::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (model()->rowCount(index) == 0)
        return;
    QRect line = rect;
    if (isAccount(index) && index.row() > 0)
        line.setTop(line.top() + 10);
    constexpr int side = 12;
    const bool leftToRight = layoutDirection() == Qt::LeftToRight;
    const int x = leftToRight ? line.right() - indentation() + (indentation() - side) / 2 + 2
                              : line.left() + (indentation() - side) / 2;
    const bool onPlate = selectionModel()->isSelected(index) && !isAccount(index);
    const QColor color = onPlate ? palette().color(QPalette::HighlightedText) : quietText(palette());
    const QLatin1StringView name = isExpanded(index) ? "down"_L1 : leftToRight ? "right"_L1 : "left"_L1;
    icon(name, color).paint(painter, QRect(x, line.center().y() - side / 2, side, side));
}

// The right button asks for a line's menu; what is open stays open.
void FolderTreeView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::RightButton)
        QTreeView::mousePressEvent(event);
}

// --- drag and drop

bool FolderTreeView::takes(const QModelIndex &index, const QMimeData *data) const
{
    const auto *folders = qobject_cast<const FolderModel *>(model());
    const FolderNode *line = folders ? folders->line(index) : nullptr;
    if (!line)
        return false;
    if (const FolderId folder = draggedFolder(data); isSet(folder))
        return isSet(line->account) && line->row.id != folder;
    if (line->kind == FolderNode::Kind::Unified)
        return line->role != FolderRole::Drafts && line->role != FolderRole::Sent;
    return isSet(line->row.id) && line->row.selectable && !line->row.unsupported;
}

void FolderTreeView::setTarget(const QModelIndex &index)
{
    if (index == m_target)
        return;
    m_target = index;
    viewport()->update();
}

void FolderTreeView::startDrag(Qt::DropActions)
{
    const auto *folders = qobject_cast<const FolderModel *>(model());
    const FolderNode *line = folders ? folders->line(currentIndex()) : nullptr;
    if (!line || !isSet(line->row.id) || line->role == FolderRole::Inbox)
        return;
    auto *drag = new QDrag(this);
    drag->setMimeData(dragOf(line->row.id));
    drag->setPixmap(dragPicture(line->title, this));
    drag->exec(Qt::MoveAction);
}

void FolderTreeView::dragEnterEvent(QDragEnterEvent *event)
{
    if (isSet(draggedFolder(event->mimeData())) || !draggedMessages(event->mimeData()).isEmpty())
        event->accept();
    else
        event->ignore();
}

void FolderTreeView::dragMoveEvent(QDragMoveEvent *event)
{
    QTreeView::dragMoveEvent(event); // scrolls near the edges, unfolds
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool taken = takes(index, event->mimeData());
    setTarget(taken ? index : QModelIndex());
    if (!taken) {
        event->ignore();
        return;
    }
    const bool copy = event->modifiers() & Qt::ControlModifier && !isSet(draggedFolder(event->mimeData()));
    event->setDropAction(copy ? Qt::CopyAction : Qt::MoveAction);
    event->accept();
}

void FolderTreeView::dragLeaveEvent(QDragLeaveEvent *event)
{
    QTreeView::dragLeaveEvent(event);
    setTarget({});
}

void FolderTreeView::dropEvent(QDropEvent *event)
{
    setTarget({});
    const QModelIndex index = indexAt(event->position().toPoint());
    setState(NoState);
    if (!takes(index, event->mimeData())) {
        event->ignore();
        return;
    }
    event->accept();
    if (const FolderId folder = draggedFolder(event->mimeData()); isSet(folder))
        Q_EMIT folderDropped(folder, index);
    else
        Q_EMIT messagesDropped(index, draggedMessages(event->mimeData()),
                               event->modifiers() & Qt::ControlModifier);
}

} // namespace kw
