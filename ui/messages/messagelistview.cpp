#include "ui/messages/messagelistview.h"

#include "ui/messages/cardpainter.h"
#include "ui/messages/listaccessible.h"
#include "ui/messages/tableheader.h"

#include <QAccessible>
#include <QApplication>
#include <QCursor>
#include <QScrollBar>

namespace kw {

MessageListView::MessageListView(QWidget *parent)
    : RowsView(parent)
    , m_painter(std::make_unique<CardPainter>())
    , m_header(new TableHeader(this))
{
    installListAccessibility();
    setObjectName(QStringLiteral("messageList"));
    setAccessibleName(tr("Messages"));
    setDragEnabled(true);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_header->hide();
    connect(m_header, &TableHeader::columnsChanged, this, [this] {
        m_painter->forgetAll();
        updateGeometries();
        viewport()->update();
    });
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
    model->setKeep([this](PageKey key) {
        const auto row = m_model->rowOf(key);
        return row && (currentRow() == *row || selectionModel()->isSelected(m_model->index(*row)));
    });
    model->setSentence([this](const ListRow &row) {
        const QString sentence = m_words.sentence(row);
        return m_context.hits
            ? tr("%1, in %2", "a message, its folder").arg(sentence, m_painter->placeOf(row))
            : sentence;
    });
    doItemsLayout();
}

// Rows of another height push the current one out of sight.
bool MessageListView::isCurrentSeen() const
{
    return currentIndex().isValid() && viewport()->rect().intersects(rowRect(currentRow()));
}

void MessageListView::setMode(ListMode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    const bool seen = isCurrentSeen();
    holdPlace();
    if (mode == ListMode::Table)
        m_painter = std::make_unique<TablePainter>(*m_header);
    else
        m_painter = std::make_unique<CardPainter>();
    m_header->setVisible(mode == ListMode::Table);
    updateContext();
    letPlaceGo();
    updateGeometries(); // the header takes its place at once
    if (seen)
        scrollTo(currentIndex());
}

void MessageListView::setDensity(ListDensity density)
{
    const bool seen = isCurrentSeen();
    holdPlace();
    m_context.density = density;
    updateContext();
    letPlaceGo();
    if (seen)
        scrollTo(currentIndex());
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

void MessageListView::setAccountColors(bool on)
{
    m_context.accountColors = on;
    updateContext();
    viewport()->update();
}

void MessageListView::setTextPercent(int percent)
{
    if (m_textPercent == percent)
        return;
    m_textPercent = percent;
    applyTextSize();
}

void MessageListView::applyTextSize()
{
    QFont font = QApplication::font(this);
    if (m_textPercent == 100) {
        setFont(QFont()); // follows the application's again
        return;
    }
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * m_textPercent / 100);
    else
        font.setPixelSize(font.pixelSize() * m_textPercent / 100);
    if (font != this->font())
        setFont(font);
}

void MessageListView::setPlaces(bool unified, const QHash<FolderId, QString> &folders)
{
    m_context.unified = unified;
    m_context.folders = folders;
    m_header->setUnified(unified);
    updateContext();
    viewport()->update();
}

void MessageListView::setHits(const std::optional<QList<SearchedWords>> &words)
{
    m_context.hits = words.has_value();
    m_context.hitWords = words.value_or(QList<SearchedWords>());
    m_header->setHits(m_context.hits);
    updateContext();
    viewport()->update();
}

std::optional<MessageListView::Place> MessageListView::place() const
{
    const int row = geometryOfRows().rowNear(verticalOffset());
    const auto key = m_model->keyAt(row);
    if (!key)
        return std::nullopt;
    return Place{*key, verticalOffset() - geometryOfRows().rowTop(row)};
}

bool MessageListView::goTo(const Place &place)
{
    const auto row = m_model->rowOf(place.top);
    if (!row)
        return false;
    verticalScrollBar()->setValue(geometryOfRows().rowTop(*row) + place.offset);
    return true;
}

void MessageListView::setWords(const RowWords &words)
{
    m_words = words;
    m_painter->forgetAll();
    doItemsLayout();
}

void MessageListView::setTags(const TagLooks &tags)
{
    m_words.setTags(tags);
    m_painter->forgetAll();
    viewport()->update();
}

void MessageListView::setEmptyText(const QString &text)
{
    if (std::exchange(m_emptyText, text) != text && geometryOfRows().rows() == 0)
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

RowsView::Shape MessageListView::shape()
{
    const QDateTime now = m_words.now();
    Shape shape{painter().rowHeight(), painter().headingHeight(), {}};
    if (m_groupsOn && m_model)
        shape.groups = m_dateGroups.of(*m_model, now);
    const qint64 toMidnight = now.msecsTo(now.date().addDays(1).startOfDay());
    m_midnight.start(int(std::clamp<qint64>(toMidnight + 1000, 1000, 86'400'000)));
    return shape;
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
    RowsView::updateGeometries();
}

void MessageListView::reset()
{
    m_painter->forgetAll();
    m_hovered = -1;
    RowsView::reset();
}

QRect MessageListView::starRect(int row) const
{
    return painter().starRect(rowRect(row));
}

void MessageListView::scrollContentsBy(int, int)
{
    viewport()->update();
    if (m_hovered >= 0)
        hover(rowAt(viewport()->mapFromGlobal(QCursor::pos())));
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

// --- events of the widget

void MessageListView::resizeEvent(QResizeEvent *event)
{
    holdPlace();
    RowsView::resizeEvent(event);
    m_painter->forgetAll();
    updateGeometries();
    letPlaceGo();
}

void MessageListView::changeEvent(QEvent *event)
{
    RowsView::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange && m_textPercent != 100)
        applyTextSize();
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

} // namespace kw
