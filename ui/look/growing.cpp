#include "ui/look/growing.h"

#include <QLayout>
#include <QScreen>
#include <QTimer>
#include <QWidget>

#include <algorithm>

namespace kw {

void growToContents(QWidget *window)
{
    QTimer::singleShot(0, window, [window] {
        QLayout *layout = window->layout();
        layout->activate();
        const int wanted = layout->hasHeightForWidth() ? layout->totalHeightForWidth(window->width())
                                                       : layout->totalSizeHint().height();
        const int most = window->screen()->availableSize().height();
        if (wanted > window->height())
            window->resize(window->width(), std::min(wanted, most));
    });
}

} // namespace kw
