#include "ui/folders/foldertreeview.h"

#include "ui/folders/foldermodel.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

bool isAccount(const QModelIndex &index)
{
    return index.data(FolderModel::KindRole).toInt() == int(FolderNode::Kind::Account);
}

} // namespace

void FolderTreeView::initViewItemOption(QStyleOptionViewItem *option) const
{
    QTreeView::initViewItemOption(option);
    option->showDecorationSelected = false; // the style would paint its own square bar below the plate
}

void FolderTreeView::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const bool selected = selectionModel()->isSelected(index);
    const bool hovered
        = !selected && indexAt(viewport()->mapFromGlobal(QCursor::pos())) == index && underMouse();
    if (selected || hovered) {
        QColor fill
            = palette().color(isActiveWindow() ? QPalette::Active : QPalette::Inactive, QPalette::Highlight);
        if (!selected || isAccount(index))
            fill.setAlphaF(selected ? 0.22F : 0.10F);
        QRect plate(4, option.rect.top() + 1, viewport()->width() - 10, option.rect.height() - 2);
        if (isAccount(index) && index.row() > 0)
            plate.setTop(plate.top() + 10);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(fill);
        painter->drawRoundedRect(plate, 6, 6);
        painter->restore();
    }
    QTreeView::drawRow(painter, option, index);
}

void FolderTreeView::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (model()->rowCount(index) == 0)
        return;
    QRect line = rect;
    if (isAccount(index) && index.row() > 0)
        line.setTop(line.top() + 10);
    constexpr int side = 12;
    const bool leftToRight = layoutDirection() == Qt::LeftToRight;
    const int x = leftToRight ? line.right() - indentation() + (indentation() - side) / 2 + 2
                              : line.left() + (indentation() - side) / 2;
    const bool onPlate = selectionModel()->isSelected(index) && !isAccount(index);
    const QColor color = onPlate ? palette().color(QPalette::HighlightedText) : quietText(palette());
    const QLatin1StringView name = isExpanded(index) ? "down"_L1 : leftToRight ? "right"_L1 : "left"_L1;
    icon(name, color).paint(painter, QRect(x, line.center().y() - side / 2, side, side));
}

} // namespace kw
