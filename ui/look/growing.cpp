#include "ui/look/growing.h"

#include <QEvent>
#include <QLayout>
#include <QScreen>
#include <QTimer>
#include <QWidget>

#include <algorithm>

namespace kw {

namespace {

// Layouts answer to a window's width only when it has one, so the height is settled after the event.
class Growing : public QObject
{
public:
    explicit Growing(QWidget *window)
        : QObject(window)
        , m_window(window)
    {
        m_soon.setSingleShot(true);
        m_soon.setInterval(0);
        connect(&m_soon, &QTimer::timeout, this, &Growing::grow);
        window->installEventFilter(this);
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
            m_soon.start();
        return false;
    }

private:
    void grow()
    {
        QLayout *layout = m_window->layout();
        layout->activate();
        const int wanted = layout->hasHeightForWidth() ? layout->totalHeightForWidth(m_window->width())
                                                       : layout->totalSizeHint().height();
        const int most = m_window->screen()->availableSize().height();
        if (wanted > m_window->height())
            m_window->resize(m_window->width(), std::min(wanted, most));
    }

    QWidget *m_window;
    QTimer m_soon;
};

} // namespace

void growWithContents(QWidget *window)
{
    new Growing(window);
}

} // namespace kw
