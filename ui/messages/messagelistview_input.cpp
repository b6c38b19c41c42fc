#include "ui/messages/messagelistview.h"

#include "ui/look/maildrag.h"

#include <QContextMenuEvent>
#include <QDrag>
#include <QKeyEvent>

// What the person does with keyboard, mouse and wheel.
namespace kw {

// --- keyboard

void MessageListView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
    if (m_letterKeys && plain && (event->key() == Qt::Key_J || event->key() == Qt::Key_K)) {
        QKeyEvent step(event->type(), event->key() == Qt::Key_J ? Qt::Key_Down : Qt::Key_Up,
                       event->modifiers());
        keyPressEvent(&step);
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (plain && currentRow() >= 0) {
            Q_EMIT rowActivated(currentRow());
            return;
        }
    }
    if (plain && event->key() == Qt::Key_Space) {
        Q_EMIT readOnPressed(!(event->modifiers() & Qt::ShiftModifier));
        return;
    }
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
        Q_EMIT escapePressed();
        return;
    }
    // The window's own shortcuts, where it has some, come before these.
    if (m_letterKeys && event->modifiers() == Qt::NoModifier
        && (event->key() == Qt::Key_S || event->key() == Qt::Key_U)) {
        if (selectionModel()->hasSelection())
            event->key() == Qt::Key_S ? Q_EMIT toggleStarPressed() : Q_EMIT toggleReadPressed();
        return;
    }
    const QModelIndex before = currentIndex();
    RowsView::keyPressEvent(event);
    if (currentIndex().isValid() && currentIndex() != before)
        scrollTo(currentIndex());
}

// --- mouse

void MessageListView::hover(int row)
{
    if (row == m_hovered)
        return;
    if (m_hovered >= 0)
        viewport()->update(rowRect(m_hovered));
    m_hovered = row;
    if (m_hovered >= 0)
        viewport()->update(rowRect(m_hovered));
}

bool MessageListView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        hover(-1);
    return RowsView::viewportEvent(event);
}

void MessageListView::mouseMoveEvent(QMouseEvent *event)
{
    hover(rowAt(event->position().toPoint()));
    RowsView::mouseMoveEvent(event);
}

void MessageListView::mousePressEvent(QMouseEvent *event)
{
    const QPoint place = event->position().toPoint();
    const int row = rowAt(place);
    if (event->button() == Qt::LeftButton && row >= 0
        && starRect(row).adjusted(-4, -4, 4, 4).contains(place)) {
        Q_EMIT starClicked(row);
        return;
    }
    RowsView::mousePressEvent(event);
    if (row >= 0 && row == currentRow())
        scrollTo(currentIndex());
}

void MessageListView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint place = event->position().toPoint();
    const int row = rowAt(place);
    if (row >= 0 && event->button() == Qt::LeftButton
        && !starRect(row).adjusted(-4, -4, 4, 4).contains(place))
        Q_EMIT rowActivated(row);
}

void MessageListView::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint place = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard && currentRow() >= 0) {
        const QRect rect = rowRect(currentRow()) & viewport()->rect();
        place = viewport()->mapToGlobal(rect.center());
    }
    Q_EMIT contextMenuAt(place);
    event->accept();
}

void MessageListView::startDrag(Qt::DropActions)
{
    const auto ids = m_dragIds ? m_dragIds() : QList<MessageId>();
    if (ids.isEmpty())
        return;
    auto *drag = new QDrag(this);
    drag->setMimeData(dragOf(ids));
    drag->setPixmap(dragPicture(tr("%Ln message(s)", nullptr, int(ids.size())), this));
    drag->exec(Qt::MoveAction | Qt::CopyAction, Qt::MoveAction);
}

} // namespace kw
