#pragma once

#include <QStyledItemDelegate>

namespace kw {

// An action as a card of two lines, three where there is a reason; what was refused of it below. Texts come
// from ChangesModel.
class ChangeDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace kw
