#include "app/kittiwake/paintwatch.h"

#include <QAbstractItemView>
#include <QEvent>

namespace kw {

PaintWatch::PaintWatch(QWidget *window, QAbstractItemView *list, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_list(list)
{
    window->installEventFilter(this);
    list->viewport()->installEventFilter(this);
}

bool PaintWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Paint)
        return false;
    const auto *model = m_list->model();
    const bool rows = watched != m_window && model && model->rowCount() > 0;
    // Filters see the event before the widget paints, and the frame leaves after that.
    QMetaObject::invokeMethod(this, [this, rows] { painted(rows); }, Qt::QueuedConnection);
    return false;
}

void PaintWatch::painted(bool rows)
{
    if (!std::exchange(m_sawWindow, true))
        Q_EMIT firstPainted();
    if (!rows || std::exchange(m_sawRows, true))
        return;
    m_window->removeEventFilter(this);
    m_list->viewport()->removeEventFilter(this);
    Q_EMIT rowsPainted();
}

} // namespace kw
