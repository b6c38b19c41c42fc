#include "ui/look/alignforms.h"

#include <QFormLayout>
#include <QLabel>
#include <QWidget>

#include <algorithm>

namespace kw {

void alignForms(QWidget *window)
{
    QList<QWidget *> labels;
    for (const QFormLayout *form : window->findChildren<QFormLayout *>()) {
        for (int row = 0; row < form->rowCount(); ++row) {
            const QLayoutItem *item = form->itemAt(row, QFormLayout::LabelRole);
            if (item && item->widget())
                labels.append(item->widget());
        }
    }
    int width = 0;
    for (const QWidget *label : std::as_const(labels))
        width = std::max(width, label->sizeHint().width());
    for (QWidget *label : std::as_const(labels))
        label->setMinimumWidth(width);
}

} // namespace kw
