#pragma once

#include "ui/messages/listgeometry.h"
#include "ui/messages/rowpainter.h"

#include <QAbstractItemView>
#include <QTimer>
#include <QVariantAnimation>

#include <memory>

namespace kw {

class TableHeader;
class TablePainter;

// Shows a PagedListModel of any length: every place is arithmetic, nothing grows with the number of rows.
// What syncs in above the top visible row moves the scroll bar, never the rows on screen.
class MessageListView : public QAbstractItemView
{
    Q_OBJECT
public:
    explicit MessageListView(QWidget *parent = nullptr);
    ~MessageListView() override;

    void setListModel(PagedListModel *model); // not owned
    PagedListModel *listModel() const { return m_model; }
    void setMode(ListMode mode);
    ListMode mode() const { return m_mode; }
    void setDensity(ListDensity density);
    void setDateGroups(bool on);
    void setAccounts(const AccountLooks &accounts);
    void setPlaces(bool unified, const QHash<FolderId, QString> &folders);
    void setWords(const RowWords &words); // tests and pictures: a fixed date
    void setEmptyText(const QString &text); // shown where there are no rows
    void setLetterKeys(bool on) { m_letterKeys = on; } // J, K, S and U
    // Ids that a drag carries.
    void setDragIds(std::function<QList<MessageId>()> ids) { m_dragIds = std::move(ids); }
    static QMimeData *dragData(const QList<MessageId> &ids);

    int currentRow() const { return currentIndex().row(); }
    void selectRow(int row); // makes it current, selects only it, scrolls to it
    int selectedRowCount() const;
    const ListGeometry &geometryOfRows() const { return m_geometry; }
    QRect rowRect(int row) const; // in the viewport
    QRect starRect(int row) const;
    TableHeader *header() const { return m_header; }
    const RowWords &words() const { return m_words; }

    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    void keyboardSearch(const QString &search) override;
    void reset() override;
    void doItemsLayout() override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void starClicked(int row);
    void contextMenuAt(const QPoint &globalPos);
    void rowActivated(int row); // Enter, double click
    void selectionChangedByAnyone();
    void toggleStarPressed(); // S
    void toggleReadPressed(); // U

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &) const override { return false; }
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void startDrag(Qt::DropActions actions) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void holdPlace();
    void letPlaceGo();
    void layOutRows();
    void updateContext();
    void hover(int row);
    void paintRow(QPainter &painter, int row);
    void paintSticky(QPainter &painter);
    void animateTo(int value);
    int pageRows() const;
    void announceCurrent();
    RowPainter &painter() const { return *m_painter; }

    PagedListModel *m_model = nullptr;
    ListMode m_mode = ListMode::Cards;
    bool m_groupsOn = true;
    bool m_letterKeys = true;
    RowWords m_words;
    RowContext m_context;
    std::unique_ptr<RowPainter> m_painter;
    TableHeader *m_header;
    DateGroups m_dateGroups;
    ListGeometry m_geometry;
    QString m_emptyText;
    std::function<QList<MessageId>()> m_dragIds;
    int m_hovered = -1;
    QTimer m_midnight;
    QVariantAnimation m_glide;
    // While deltas are applied: the top visible row and how far it is scrolled off.
    bool m_holding = false;
    int m_heldRow = -1;
    int m_heldOffset = 0;
    bool m_heldAtTop = true;
};

} // namespace kw
