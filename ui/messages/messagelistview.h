#pragma once

#include "ui/messages/rowpainter.h"
#include "ui/messages/rowsview.h"

#include <QTimer>

#include <memory>

namespace kw {

class TableHeader;
class TablePainter;

// Shows a PagedListModel as cards or as a table, and says what the person does with its rows.
class MessageListView : public RowsView
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
    void setAccountColors(bool on);
    void setTextPercent(int percent); // of the application's letters
    void setPlaces(bool unified, const QHash<FolderId, QString> &folders);
    // Its rows are hits of a search for these words, from any folder. Nothing: they are a folder's.
    void setHits(const std::optional<QList<SearchedWords>> &words);
    // Where it stands: its top row, and how many pixels of it are scrolled off.
    struct Place {
        PageKey top;
        int offset = 0;
    };
    std::optional<Place> place() const;
    bool goTo(const Place &place); // false: that row is not there (yet)
    void setWords(const RowWords &words); // tests and pictures: a fixed date
    void setTags(const TagLooks &tags);
    const QString &emptyText() const { return m_emptyText; }
    void setEmptyText(const QString &text); // shown where there are no rows
    void setLetterKeys(bool on) { m_letterKeys = on; } // J, K, S and U
    // Ids that a drag carries.
    void setDragIds(std::function<QList<MessageId>()> ids) { m_dragIds = std::move(ids); }

    QRect starRect(int row) const;
    TableHeader *header() const { return m_header; }
    const RowWords &words() const { return m_words; }

    void reset() override;

Q_SIGNALS:
    void starClicked(int row);
    void contextMenuAt(const QPoint &globalPos);
    void rowActivated(int row); // Enter, double click
    void toggleStarPressed(); // S
    void toggleReadPressed(); // U
    void readOnPressed(bool down); // Space, Shift+Space
    void escapePressed();

protected:
    Shape shape() override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles) override;
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
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    bool isCurrentSeen() const;
    void updateContext();
    void applyTextSize();
    void hover(int row);
    void paintRow(QPainter &painter, int row);
    void paintSticky(QPainter &painter);
    RowPainter &painter() const { return *m_painter; }

    PagedListModel *m_model = nullptr;
    ListMode m_mode = ListMode::Cards;
    bool m_groupsOn = true;
    bool m_letterKeys = true;
    int m_textPercent = 100;
    RowWords m_words;
    RowContext m_context;
    std::unique_ptr<RowPainter> m_painter;
    TableHeader *m_header;
    DateGroups m_dateGroups;
    QString m_emptyText;
    std::function<QList<MessageId>()> m_dragIds;
    int m_hovered = -1;
    QTimer m_midnight; // the groups are of today
};

} // namespace kw
