#pragma once

#include <QStyledItemDelegate>

namespace kw {

// A finding as a card: the state's own shape and word, what was looked at, the sentence and what to do, all
// of it wrapped, never cut. Texts come from FindingsModel.
class FindingDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace kw
