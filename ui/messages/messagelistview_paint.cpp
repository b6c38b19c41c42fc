#include "ui/messages/messagelistview.h"

#include <QPaintEvent>
#include <QPainter>

namespace kw {

void MessageListView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().color(QPalette::Active, QPalette::Base));
    if (geometryOfRows().rows() == 0) {
        painter.setPen(ListColors::of(palette(), ListColors::Ground::Plain).muted);
        painter.drawText(viewport()->rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                         m_emptyText);
        return;
    }
    const int top = event->rect().top() + verticalOffset();
    const int bottom = event->rect().bottom() + verticalOffset();
    const int first = std::max(0, geometryOfRows().rowNear(top));
    for (int row = first; row < geometryOfRows().rows() && geometryOfRows().rowTop(row) <= bottom; ++row)
        paintRow(painter, row);
    for (int group = std::max(0, geometryOfRows().groupOf(first)); group < geometryOfRows().groups().size();
         ++group) {
        const int y = geometryOfRows().headingTop(group);
        if (y > bottom + geometryOfRows().headingHeight())
            break;
        const QRect rect(0, y - verticalOffset(), viewport()->width(), geometryOfRows().headingHeight());
        m_painter->paintHeading(painter, rect, geometryOfRows().groups()[group].title);
    }
    paintSticky(painter);
}

void MessageListView::paintRow(QPainter &painter, int row)
{
    const QRect rect = rowRect(row);
    const ListRow *data = m_model->row(row);
    if (!data) {
        m_painter->paintPlaceholder(painter, rect);
        return;
    }
    RowState state;
    state.selected = selectionModel()->isSelected(model()->index(row, 0));
    state.focused = row == currentRow() && hasFocus();
    state.hovered = row == m_hovered;
    state.active = hasFocus() || !isActiveWindow() ? hasFocus() : true;
    m_painter->paint(painter, rect, *data, state);
}

// The heading of the rows at the top stays in sight and is pushed out by the next one.
void MessageListView::paintSticky(QPainter &painter)
{
    const int group = geometryOfRows().groupOf(geometryOfRows().rowNear(verticalOffset()));
    if (group < 0 || geometryOfRows().headingTop(group) >= verticalOffset())
        return;
    int y = 0;
    if (group + 1 < geometryOfRows().groups().size())
        y = std::min(
            0, geometryOfRows().headingTop(group + 1) - verticalOffset() - geometryOfRows().headingHeight());
    const QRect rect(0, y, viewport()->width(), geometryOfRows().headingHeight());
    m_painter->paintHeading(painter, rect, geometryOfRows().groups()[group].title);
}

} // namespace kw
