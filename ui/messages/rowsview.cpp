#include "ui/messages/rowsview.h"

#include <QAccessible>
#include <QScrollBar>
#include <QStyle>
#include <QWheelEvent>

namespace kw {

namespace {
constexpr int GlideMs = 110;
} // namespace

RowsView::RowsView(QWidget *parent)
    : QAbstractItemView(parent)
{
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setAutoScroll(false); // only the person's own steps scroll
    setEditTriggers(NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    m_glide.setDuration(GlideMs);
    m_glide.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_glide, &QVariantAnimation::valueChanged, this,
            [this](const QVariant &value) { verticalScrollBar()->setValue(value.toInt()); });
}

void RowsView::setModel(QAbstractItemModel *model)
{
    QAbstractItemView::setModel(model);
    connect(
        model, &QAbstractItemModel::rowsMoved, this,
        [this](const QModelIndex &, int from, int, const QModelIndex &, int to) { m_place.moved(from, to); });
}

void RowsView::layOutRows()
{
    const Shape now = shape();
    m_geometry.set(model() ? model()->rowCount() : 0, now.rowHeight, now.headingHeight, now.groups);
    const int height = viewport()->height();
    verticalScrollBar()->setRange(0, std::max(0, m_geometry.height() - height));
    verticalScrollBar()->setPageStep(height);
    verticalScrollBar()->setSingleStep(std::max(1, m_geometry.rowHeight() / 2));
}

void RowsView::updateGeometries()
{
    layOutRows();
    QAbstractItemView::updateGeometries();
}

void RowsView::reset()
{
    m_glide.stop();
    QAbstractItemView::reset();
    m_place.drop();
    layOutRows();
    verticalScrollBar()->setValue(0);
    viewport()->update();
}

void RowsView::holdPlace()
{
    if (!m_place.isHeld())
        m_place.hold(m_geometry, verticalOffset());
}

void RowsView::letPlaceGo()
{
    if (!m_place.isHeld())
        return;
    layOutRows();
    if (const auto offset = m_place.letGo(m_geometry))
        verticalScrollBar()->setValue(*offset);
    viewport()->update();
}

int RowsView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

QRect RowsView::rowRect(int row) const
{
    return QRect(0, m_geometry.rowTop(row) - verticalOffset(), viewport()->width(), m_geometry.rowHeight());
}

QRect RowsView::visualRect(const QModelIndex &index) const
{
    return index.isValid() ? rowRect(index.row()) : QRect();
}

QModelIndex RowsView::indexAt(const QPoint &point) const
{
    const int row = m_geometry.rowAt(point.y() + verticalOffset());
    return row >= 0 ? model()->index(row, 0) : QModelIndex();
}

void RowsView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const int row = index.row();
    const int group = m_geometry.groupOf(row);
    const bool first = group >= 0 && m_geometry.groups()[group].firstRow == row;
    // A heading in sight belongs to its first row; elsewhere it sticks to the top and would cover a row.
    const int lead = group >= 0 ? m_geometry.headingHeight() : 0;
    const int top = m_geometry.rowTop(row) - lead;
    const int bottom = m_geometry.rowTop(row) + m_geometry.rowHeight();
    const int height = viewport()->height();
    int value = verticalOffset();
    if (hint == PositionAtTop || (hint == EnsureVisible && top < value))
        value = top;
    else if (hint == PositionAtBottom || (hint == EnsureVisible && bottom > value + height))
        value = bottom - height;
    else if (hint == PositionAtCenter)
        value = (top + bottom - height) / 2;
    if (row == 0 && first)
        value = std::min(value, top);
    m_glide.stop();
    verticalScrollBar()->setValue(value);
}

void RowsView::rowsInserted(const QModelIndex &, int start, int end)
{
    m_place.inserted(start, end);
    if (!m_place.isHeld())
        doItemsLayout();
}

void RowsView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    m_place.removed(start, end);
    QAbstractItemView::rowsAboutToBeRemoved(parent, start, end);
}

int RowsView::selectedRowCount() const
{
    int count = 0;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        count += range.height();
    return count;
}

void RowsView::selectRow(int row, Scroll scroll)
{
    const QModelIndex index = model()->index(row, 0);
    if (!index.isValid())
        return;
    // Not setCurrentIndex: that looks at the keys that happen to be down, and Ctrl would toggle.
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    if (scroll == Scroll::ToIt)
        scrollTo(index);
}

void RowsView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const QRect area = rect.normalized();
    const int first = m_geometry.rowNear(area.top() + verticalOffset());
    int last = m_geometry.rowNear(area.bottom() + verticalOffset());
    if (first < 0)
        return;
    last = std::max(first, last);
    selectionModel()->select(QItemSelection(model()->index(first, 0), model()->index(last, 0)), command);
}

QRegion RowsView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QItemSelectionRange &range : selection) {
        const QRect rect = rowRect(range.top()).united(rowRect(range.bottom())) & viewport()->rect();
        region += rect;
    }
    return region;
}

void RowsView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected);
    viewport()->update();
    Q_EMIT selectionChangedByAnyone();
}

void RowsView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    viewport()->update();
    if (!m_place.isHeld())
        announceCurrent();
    Q_EMIT selectionChangedByAnyone();
}

void RowsView::announceCurrent()
{
    if (!QAccessible::isActive() || !currentIndex().isValid() || !hasFocus())
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(currentRow());
    QAccessible::updateAccessibility(&event);
}

void RowsView::focusInEvent(QFocusEvent *event)
{
    // Not the item view's own: it would make a row current that the person did not choose.
    QAbstractScrollArea::focusInEvent(event); // NOLINT(bugprone-parent-virtual-call)
    viewport()->update();
    announceCurrent();
}

void RowsView::focusOutEvent(QFocusEvent *event)
{
    QAbstractItemView::focusOutEvent(event);
    viewport()->update();
}

QSize RowsView::sizeHint() const
{
    return {m_geometry.rowHeight() * 6, m_geometry.rowHeight() * 8};
}

void RowsView::doItemsLayout()
{
    layOutRows();
    QAbstractItemView::doItemsLayout();
    viewport()->update();
}

int RowsView::pageRows() const
{
    return std::max(1, (viewport()->height() - m_geometry.headingHeight()) / m_geometry.rowHeight() - 1);
}

QModelIndex RowsView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
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

void RowsView::keyboardSearch(const QString &)
{
    // Letters are commands here; searching row by row through a million messages is not.
}

// Touch pads tell pixels and are followed at once; a wheel's notches are glided over, as far as the style
// animates at all.
void RowsView::wheelEvent(QWheelEvent *event)
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

void RowsView::animateTo(int value)
{
    const int to = std::clamp(value, 0, verticalScrollBar()->maximum());
    m_glide.stop();
    m_glide.setStartValue(verticalOffset());
    m_glide.setEndValue(to);
    m_glide.start();
}

} // namespace kw
