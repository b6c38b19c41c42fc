#include "ui/messages/messagelistview.h"

#include "ui/messages/cardpainter.h"
#include "ui/messages/listaccessible.h"
#include "ui/messages/tableheader.h"

#include <QAccessible>
#include <QCursor>
#include <QScrollBar>

namespace kw {

namespace {
constexpr int GlideMs = 110;
} // namespace

MessageListView::MessageListView(QWidget *parent)
    : QAbstractItemView(parent)
    , m_painter(std::make_unique<CardPainter>())
    , m_header(new TableHeader(this))
{
    installListAccessibility();
    setObjectName(QStringLiteral("messageList"));
    setAccessibleName(tr("Messages"));
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setAutoScroll(false); // only the person's own steps scroll (see keyPressEvent)
    setDragEnabled(true);
    setEditTriggers(NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_header->hide();
    connect(m_header, &TableHeader::columnsChanged, this, [this] {
        m_painter->forgetAll();
        updateGeometries();
        viewport()->update();
    });
    m_glide.setDuration(GlideMs);
    m_glide.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_glide, &QVariantAnimation::valueChanged, this,
            [this](const QVariant &value) { verticalScrollBar()->setValue(value.toInt()); });
    m_midnight.setSingleShot(true);
    m_midnight.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_midnight, &QTimer::timeout, this, [this] {
        m_painter->forgetAll();
        doItemsLayout();
    });
    m_context.words = &m_words;
    updateContext();
}

MessageListView::~MessageListView() = default;

void MessageListView::setListModel(PagedListModel *model)
{
    m_model = model;
    setModel(model);
    connect(model, &PagedListModel::aboutToApply, this, &MessageListView::holdPlace);
    connect(model, &PagedListModel::applied, this, &MessageListView::letPlaceGo);
    connect(model, &QAbstractItemModel::rowsMoved, this,
            [this](const QModelIndex &, int from, int, const QModelIndex &, int to) {
                if (from < m_heldRow && to > m_heldRow)
                    --m_heldRow;
                else if (from > m_heldRow && to <= m_heldRow)
                    ++m_heldRow;
            });
    model->setKeep([this](PageKey key) {
        const auto row = m_model->rowOf(key);
        return row && (currentRow() == *row || selectionModel()->isSelected(m_model->index(*row)));
    });
    model->setSentence([this](const ListRow &row) { return m_words.sentence(row); });
    doItemsLayout();
}

void MessageListView::setMode(ListMode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    holdPlace();
    if (mode == ListMode::Table)
        m_painter = std::make_unique<TablePainter>(*m_header);
    else
        m_painter = std::make_unique<CardPainter>();
    m_header->setVisible(mode == ListMode::Table);
    updateContext();
    letPlaceGo();
    updateGeometries(); // the header takes its place at once
}

void MessageListView::setDensity(ListDensity density)
{
    holdPlace();
    m_context.density = density;
    updateContext();
    letPlaceGo();
}

void MessageListView::setDateGroups(bool on)
{
    holdPlace();
    m_groupsOn = on;
    letPlaceGo();
}

void MessageListView::setAccounts(const AccountLooks &accounts)
{
    m_context.accounts = accounts;
    updateContext();
    viewport()->update();
}

void MessageListView::setPlaces(bool unified, const QHash<FolderId, QString> &folders)
{
    m_context.unified = unified;
    m_context.folders = folders;
    m_header->setUnified(unified);
    updateContext();
    viewport()->update();
}

void MessageListView::setWords(const RowWords &words)
{
    m_words = words;
    m_painter->forgetAll();
    doItemsLayout();
}

void MessageListView::setEmptyText(const QString &text)
{
    if (std::exchange(m_emptyText, text) != text && m_geometry.rows() == 0)
        viewport()->update();
}

void MessageListView::updateContext()
{
    m_context.font = font();
    m_context.palette = palette();
    m_context.direction = layoutDirection();
    m_painter->setContext(m_context);
}

// --- layout

void MessageListView::holdPlace()
{
    if (m_holding)
        return;
    m_holding = true;
    const int y = verticalOffset();
    m_heldAtTop = y == 0;
    m_heldRow = m_geometry.rowNear(y);
    m_heldOffset = m_heldRow < 0 ? 0 : y - m_geometry.rowTop(m_heldRow);
}

void MessageListView::letPlaceGo()
{
    if (!std::exchange(m_holding, false))
        return;
    layOutRows();
    // At the very top new mail is what the person waits for; anywhere else the rows on screen stay where they
    // are.
    if (!m_heldAtTop && m_heldRow >= 0 && m_geometry.rows() > 0) {
        const int row = std::min(m_heldRow, m_geometry.rows() - 1);
        verticalScrollBar()->setValue(m_geometry.rowTop(row) + m_heldOffset);
    }
    viewport()->update();
}

void MessageListView::layOutRows()
{
    const QDateTime now = m_words.now();
    QList<DateGroup> groups;
    if (m_groupsOn && m_model)
        groups = m_dateGroups.of(*m_model, now);
    m_geometry.set(m_model ? m_model->rowCount() : 0, painter().rowHeight(), painter().headingHeight(),
                   groups);
    const int height = viewport()->height();
    verticalScrollBar()->setRange(0, std::max(0, m_geometry.height() - height));
    verticalScrollBar()->setPageStep(height);
    verticalScrollBar()->setSingleStep(std::max(1, painter().rowHeight() / 2));
    const qint64 toMidnight = now.msecsTo(now.date().addDays(1).startOfDay());
    m_midnight.start(int(std::clamp<qint64>(toMidnight + 1000, 1000, 86'400'000)));
}

void MessageListView::doItemsLayout()
{
    layOutRows();
    QAbstractItemView::doItemsLayout();
    viewport()->update();
}

void MessageListView::updateGeometries()
{
    const bool table = m_mode == ListMode::Table;
    const int head = table ? m_header->sizeHint().height() : 0;
    if (viewportMargins().top() != head)
        setViewportMargins(0, head, 0, 0);
    if (table) {
        // Not the viewport's own geometry: right after its margins change that is still the old one.
        const QRect inner = contentsRect();
        const int bar = verticalScrollBar()->isVisible() ? verticalScrollBar()->width() : 0;
        const int width = inner.width() - bar;
        const int left = inner.left() + (isRightToLeft() ? bar : 0);
        m_header->setGeometry(left, inner.top(), width, head);
        m_header->fit(width);
    }
    layOutRows();
    QAbstractItemView::updateGeometries();
}

void MessageListView::reset()
{
    m_painter->forgetAll();
    m_hovered = -1;
    m_glide.stop();
    QAbstractItemView::reset();
    m_holding = false;
    layOutRows();
    verticalScrollBar()->setValue(0);
    viewport()->update();
}

int MessageListView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

QRect MessageListView::rowRect(int row) const
{
    return QRect(0, m_geometry.rowTop(row) - verticalOffset(), viewport()->width(), m_geometry.rowHeight());
}

QRect MessageListView::starRect(int row) const
{
    return painter().starRect(rowRect(row));
}

QRect MessageListView::visualRect(const QModelIndex &index) const
{
    return index.isValid() ? rowRect(index.row()) : QRect();
}

QModelIndex MessageListView::indexAt(const QPoint &point) const
{
    const int row = m_geometry.rowAt(point.y() + verticalOffset());
    return row >= 0 ? model()->index(row, 0) : QModelIndex();
}

void MessageListView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const int row = index.row();
    const int group = m_geometry.groupOf(row);
    const bool first = group >= 0 && m_geometry.groups()[group].firstRow == row;
    // A heading in sight belongs to its first row; elsewhere it sticks to the top and would cover a row.
    const int lead = group >= 0 ? m_geometry.headingHeight() : 0;
    const int top = m_geometry.rowTop(row) - lead;
    const int bottom = m_geometry.rowTop(row) + m_geometry.rowHeight();
    const int height = viewport()->height();
    int value = verticalOffset();
    if (hint == PositionAtTop || (hint == EnsureVisible && top < value))
        value = top;
    else if (hint == PositionAtBottom || (hint == EnsureVisible && bottom > value + height))
        value = bottom - height;
    else if (hint == PositionAtCenter)
        value = (top + bottom - height) / 2;
    if (row == 0 && first)
        value = std::min(value, top);
    m_glide.stop();
    verticalScrollBar()->setValue(value);
}

void MessageListView::scrollContentsBy(int, int)
{
    viewport()->update();
    if (m_hovered >= 0)
        hover(m_geometry.rowAt(viewport()->mapFromGlobal(QCursor::pos()).y() + verticalOffset()));
}

void MessageListView::rowsInserted(const QModelIndex &, int start, int end)
{
    if (m_holding && start <= m_heldRow)
        m_heldRow += end - start + 1;
    if (!m_holding)
        doItemsLayout();
}

void MessageListView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    if (m_holding && end < m_heldRow)
        m_heldRow -= end - start + 1;
    else if (m_holding && start <= m_heldRow)
        m_heldRow = start;
    QAbstractItemView::rowsAboutToBeRemoved(parent, start, end);
}

void MessageListView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                                  const QList<int> &)
{
    if (bottomRight.row() - topLeft.row() > 1000)
        m_painter->forgetAll();
    else
        for (int row = topLeft.row(); row <= bottomRight.row(); ++row) {
            if (const auto key = m_model->keyAt(row))
                m_painter->forget(*key);
        }
    viewport()->update(rowRect(topLeft.row()).united(rowRect(bottomRight.row())) & viewport()->rect());
}

// --- selection

int MessageListView::selectedRowCount() const
{
    int count = 0;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        count += range.height();
    return count;
}

void MessageListView::selectRow(int row)
{
    const QModelIndex index = model()->index(row, 0);
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    scrollTo(index);
}

void MessageListView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const QRect area = rect.normalized();
    const int first = m_geometry.rowNear(area.top() + verticalOffset());
    int last = m_geometry.rowNear(area.bottom() + verticalOffset());
    if (first < 0)
        return;
    last = std::max(first, last);
    selectionModel()->select(QItemSelection(model()->index(first, 0), model()->index(last, 0)), command);
}

QRegion MessageListView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QItemSelectionRange &range : selection) {
        const QRect rect = rowRect(range.top()).united(rowRect(range.bottom())) & viewport()->rect();
        region += rect;
    }
    return region;
}

void MessageListView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected);
    viewport()->update();
    Q_EMIT selectionChangedByAnyone();
}

void MessageListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    viewport()->update();
    if (!m_holding)
        announceCurrent();
    Q_EMIT selectionChangedByAnyone();
}

void MessageListView::announceCurrent()
{
    if (!QAccessible::isActive() || !currentIndex().isValid() || !hasFocus())
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(currentRow());
    QAccessible::updateAccessibility(&event);
}

// --- events of the widget

void MessageListView::resizeEvent(QResizeEvent *event)
{
    holdPlace();
    QAbstractItemView::resizeEvent(event);
    m_painter->forgetAll();
    updateGeometries();
    letPlaceGo();
}

void MessageListView::changeEvent(QEvent *event)
{
    QAbstractItemView::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
    case QEvent::LayoutDirectionChange:
    case QEvent::LocaleChange:
        if (m_painter) {
            holdPlace();
            updateContext();
            letPlaceGo();
        }
        break;
    case QEvent::ActivationChange:
        viewport()->update();
        break;
    default:
        break;
    }
}

void MessageListView::focusInEvent(QFocusEvent *event)
{
    // Not the item view's own: it would make a row current that the person did not choose.
    QAbstractScrollArea::focusInEvent(event); // NOLINT(bugprone-parent-virtual-call)
    viewport()->update();
    announceCurrent();
}

void MessageListView::focusOutEvent(QFocusEvent *event)
{
    QAbstractItemView::focusOutEvent(event);
    viewport()->update();
}

QSize MessageListView::sizeHint() const
{
    return {painter().rowHeight() * 6, painter().rowHeight() * 8};
}

} // namespace kw
