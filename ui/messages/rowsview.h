#pragma once

#include "ui/messages/heldplace.h"

#include <QAbstractItemView>
#include <QVariantAnimation>

namespace kw {

// A list of any number of rows under headings: every place is arithmetic, nothing grows with the number of
// rows. It knows where rows lie, scrolls, selects and keeps its place; what a row is and how it looks is its
// heir's. What comes in above the top visible row moves the scroll bar, never the rows on screen.
class RowsView : public QAbstractItemView
{
    Q_OBJECT
public:
    explicit RowsView(QWidget *parent = nullptr);

    int currentRow() const { return currentIndex().row(); }
    // Makes it current, selects only it, scrolls to it – or leaves everything where it is.
    enum class Scroll { ToIt, Not };
    void selectRow(int row, Scroll scroll = Scroll::ToIt);
    int selectedRowCount() const;
    const ListGeometry &geometryOfRows() const { return m_geometry; }
    QRect rowRect(int row) const; // in the viewport

    void setModel(QAbstractItemModel *model) override;
    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    void keyboardSearch(const QString &search) override;
    void reset() override;
    void doItemsLayout() override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void selectionChangedByAnyone();

protected:
    struct Shape {
        int rowHeight = 1; // pixels
        int headingHeight = 0;
        QList<DateGroup> groups;
    };
    virtual Shape shape() { return {}; } // also asked while the heir is not made yet

    // Around changes that come in a group: rows on screen stay where they are.
    void holdPlace();
    void letPlaceGo();
    void layOutRows();
    int rowAt(const QPoint &place) const { return m_geometry.rowAt(place.y() + verticalOffset()); }

    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &) const override { return false; }
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void updateGeometries() override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void animateTo(int value);
    int pageRows() const;
    void announceCurrent();

    ListGeometry m_geometry;
    QVariantAnimation m_glide;
    HeldPlace m_place;
};

} // namespace kw
