#include "ui/look/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <utility>

namespace kw {

FlowLayout::FlowLayout(QWidget *parent, int spacing)
    : QLayout(parent)
{
    setSpacing(spacing);
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

void FlowLayout::insertWidget(int index, QWidget *widget)
{
    addChildWidget(widget);
    m_items.insert(index, new QWidgetItem(widget));
    invalidate();
}

int FlowLayout::count() const
{
    return int(m_items.size());
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return place(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const
{
    return minimumSize();
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FlowLayout::place(const QRect &rect, bool really) const
{
    int x = 0;
    int y = 0;
    int height = 0;
    QList<std::pair<QLayoutItem *, QSize>> line;
    for (QLayoutItem *item : m_items) {
        const QSize size
            = item->sizeHint().boundedTo(QSize(qMax(1, rect.width()), item->sizeHint().height()));
        if (x > 0 && x + size.width() > rect.width()) {
            if (really)
                placeLine(rect, y, line);
            line.clear();
            x = 0;
            y += height + spacing();
            height = 0;
        }
        line.append({item, size});
        x += size.width() + spacing();
        height = qMax(height, size.height());
    }
    if (really)
        placeLine(rect, y, line);
    return y + height;
}

void FlowLayout::placeLine(const QRect &rect, int y, const QList<std::pair<QLayoutItem *, QSize>> &line) const
{
    int width = -spacing();
    for (const auto &[item, size] : line)
        width += size.width() + spacing();
    const auto direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int left = qMax(0, rect.width() - width);
    int x = m_centred ? left / 2 : 0;
    for (const auto &[item, wanted] : line) {
        QSize size = wanted;
        if (item->expandingDirections().testFlag(Qt::Horizontal) && !m_centred)
            size.rwidth() += std::exchange(left, 0);
        item->setGeometry(QStyle::visualRect(direction, rect, QRect(rect.topLeft() + QPoint(x, y), size)));
        x += size.width() + spacing();
    }
}

} // namespace kw
