#pragma once

#include "core/base/ids.h"

#include <QTreeView>

namespace kw {

// A tree whose selection is one rounded plate over the whole line, arrows included. Takes messages and
// folders that are dropped on its lines.
class FolderTreeView : public QTreeView
{
    Q_OBJECT
public:
    explicit FolderTreeView(QWidget *parent = nullptr);
    // Its menu is open. Invalid: none is.
    void setMarked(const QModelIndex &index) { setTarget(index); }

Q_SIGNALS:
    void messagesDropped(const QModelIndex &on, const QList<kw::MessageId> &ids, bool copy);
    void folderDropped(kw::FolderId folder, const QModelIndex &on);

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void initViewItemOption(QStyleOptionViewItem *option) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    bool takes(const QModelIndex &index, const QMimeData *data) const;
    void setTarget(const QModelIndex &index);

    QPersistentModelIndex m_target; // where it would be dropped now, or whose menu is open
};

} // namespace kw
