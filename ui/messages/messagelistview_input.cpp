#include "ui/messages/messagelistview.h"

#include <QContextMenuEvent>
#include <QDataStream>
#include <QDrag>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QStyle>

// What the person does with keyboard, mouse and wheel.
namespace kw {

// --- keyboard

int MessageListView::pageRows() const
{
    return std::max(1, (viewport()->height() - m_geometry.headingHeight()) / m_geometry.rowHeight() - 1);
}

QModelIndex MessageListView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int last = m_geometry.rows() - 1;
    if (last < 0)
        return {};
    const int row = currentRow();
    if (row < 0) // nothing is current yet: the first key press goes where the eye is
        return model()->index(action == MoveEnd ? last : m_geometry.rowNear(verticalOffset()), 0);
    int to = row;
    switch (action) {
    case MoveUp:
    case MovePrevious:
        to = row - 1;
        break;
    case MoveDown:
    case MoveNext:
        to = row + 1;
        break;
    case MovePageUp:
        to = row - pageRows();
        break;
    case MovePageDown:
        to = row + pageRows();
        break;
    case MoveHome:
        to = 0;
        break;
    case MoveEnd:
        to = last;
        break;
    case MoveLeft:
    case MoveRight:
        break;
    }
    return model()->index(std::clamp(to, 0, last), 0);
}

void MessageListView::keyboardSearch(const QString &)
{
    // Letters are commands here; searching row by row through a million messages is not.
}

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
    // The window's own shortcuts, where it has some, come before these.
    if (m_letterKeys && event->modifiers() == Qt::NoModifier
        && (event->key() == Qt::Key_S || event->key() == Qt::Key_U)) {
        if (selectionModel()->hasSelection())
            event->key() == Qt::Key_S ? Q_EMIT toggleStarPressed() : Q_EMIT toggleReadPressed();
        return;
    }
    const QModelIndex before = currentIndex();
    QAbstractItemView::keyPressEvent(event);
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
    return QAbstractItemView::viewportEvent(event);
}

void MessageListView::mouseMoveEvent(QMouseEvent *event)
{
    hover(m_geometry.rowAt(event->position().toPoint().y() + verticalOffset()));
    QAbstractItemView::mouseMoveEvent(event);
}

void MessageListView::mousePressEvent(QMouseEvent *event)
{
    const QPoint place = event->position().toPoint();
    const int row = m_geometry.rowAt(place.y() + verticalOffset());
    if (event->button() == Qt::LeftButton && row >= 0
        && starRect(row).adjusted(-4, -4, 4, 4).contains(place)) {
        Q_EMIT starClicked(row);
        return;
    }
    QAbstractItemView::mousePressEvent(event);
    if (row >= 0 && row == currentRow())
        scrollTo(currentIndex());
}

void MessageListView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint place = event->position().toPoint();
    const int row = m_geometry.rowAt(place.y() + verticalOffset());
    if (row >= 0 && event->button() == Qt::LeftButton
        && !starRect(row).adjusted(-4, -4, 4, 4).contains(place))
        Q_EMIT rowActivated(row);
}

// Touch pads tell pixels and are followed at once; a wheel's notches are glided over, as far as the style
// animates at all.
void MessageListView::wheelEvent(QWheelEvent *event)
{
    const bool still = !style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this);
    if (!event->pixelDelta().isNull() || event->angleDelta().y() == 0 || still) {
        m_glide.stop();
        QAbstractItemView::wheelEvent(event);
        return;
    }
    const int from
        = m_glide.state() == QAbstractAnimation::Running ? m_glide.endValue().toInt() : verticalOffset();
    animateTo(from - event->angleDelta().y() * 3 * verticalScrollBar()->singleStep() / 120);
    event->accept();
}

void MessageListView::animateTo(int value)
{
    const int to = std::clamp(value, 0, verticalScrollBar()->maximum());
    m_glide.stop();
    m_glide.setStartValue(verticalOffset());
    m_glide.setEndValue(to);
    m_glide.start();
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

QMimeData *MessageListView::dragData(const QList<MessageId> &ids)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    for (const MessageId id : ids)
        stream << raw(id);
    auto *data = new QMimeData;
    data->setData(QStringLiteral("application/x-kittiwake-messages"), bytes);
    return data;
}

void MessageListView::startDrag(Qt::DropActions)
{
    const auto ids = m_dragIds ? m_dragIds() : QList<MessageId>();
    if (ids.isEmpty())
        return;
    auto *drag = new QDrag(this);
    drag->setMimeData(dragData(ids));
    drag->exec(Qt::MoveAction | Qt::CopyAction, Qt::MoveAction);
}

} // namespace kw
