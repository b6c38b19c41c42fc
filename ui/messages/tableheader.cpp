#include "ui/messages/tableheader.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QStandardItemModel>

namespace kw {

namespace {
constexpr int MinSubject = 120;

QStringList titles()
{
    return {QString(),
            QString(),
            TableHeader::tr("Sender"),
            TableHeader::tr("Subject"),
            TableHeader::tr("Date"),
            TableHeader::tr("Size"),
            TableHeader::tr("Account")};
}

QStringList names()
{
    auto names = titles();
    names[int(ListColumn::Star)] = TableHeader::tr("Star");
    names[int(ListColumn::Unread)] = TableHeader::tr("Unread");
    return names;
}
} // namespace

TableHeader::TableHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    auto *columns = new QStandardItemModel(0, ListColumns, this);
    columns->setHorizontalHeaderLabels(titles());
    for (int i = 0; i < ListColumns; ++i) {
        columns->setHeaderData(i, Qt::Horizontal, names()[i], Qt::AccessibleTextRole);
        columns->setHeaderData(i, Qt::Horizontal, names()[i], Qt::ToolTipRole);
    }
    columns->setHeaderData(int(ListColumn::Date), Qt::Horizontal, tr("Sort by date, newest or oldest first"),
                           Qt::ToolTipRole);
    columns->setHeaderData(int(ListColumn::Size), Qt::Horizontal, int(Qt::AlignTrailing | Qt::AlignVCenter),
                           Qt::TextAlignmentRole);
    setModel(columns);
    setObjectName(QStringLiteral("messageTableHeader"));
    setAccessibleName(tr("Columns of the message list"));
    setSectionsClickable(true);
    setHighlightSections(false);
    setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    setSortIndicatorShown(true);
    setMinimumSectionSize(24);
    setStretchLastSection(false);
    setOldestFirst(false);
    setSectionHidden(int(ListColumn::Place), true);
    const QFontMetrics metrics(font());
    const auto set = [this](ListColumn column, int width) { resizeSection(int(column), width); };
    set(ListColumn::Star, 34);
    set(ListColumn::Unread, 24);
    set(ListColumn::Sender, metrics.averageCharWidth() * 24);
    set(ListColumn::Date, metrics.horizontalAdvance(QStringLiteral("Wed 00:00 AM  ")) + 14);
    set(ListColumn::Size, metrics.horizontalAdvance(QStringLiteral("00,000 KB")) + 14);
    set(ListColumn::Place, metrics.averageCharWidth() * 12);
    connect(this, &QHeaderView::sectionClicked, this, [this](int section) {
        if (section == int(ListColumn::Date))
            Q_EMIT sortRequested(sortIndicatorOrder() == Qt::AscendingOrder);
    });
    connect(this, &QHeaderView::sortIndicatorChanged, this, [this](int section, Qt::SortOrder order) {
        if (section != int(ListColumn::Date)) // the arrow tells the truth: it stays where the order is
            setSortIndicator(int(ListColumn::Date),
                             order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    connect(this, &QHeaderView::sectionResized, this, [this] {
        if (!m_fitting)
            Q_EMIT columnsChanged();
    });
}

void TableHeader::setOldestFirst(bool on)
{
    const QSignalBlocker quiet(this);
    setSortIndicator(int(ListColumn::Date), on ? Qt::AscendingOrder : Qt::DescendingOrder);
}

void TableHeader::setUnified(bool unified)
{
    if (std::exchange(m_unified, unified) == unified)
        return;
    setSectionHidden(int(ListColumn::Place), !unified); // in one folder it would say the same in every row
    Q_EMIT columnsChanged();
}

void TableHeader::fit(int width)
{
    m_fitting = true;
    int others = 0;
    for (int i = 0; i < ListColumns; ++i) {
        if (i != int(ListColumn::Subject) && !isSectionHidden(i))
            others += sectionSize(i);
    }
    resizeSection(int(ListColumn::Subject), std::max(MinSubject, width - others));
    m_fitting = false;
}

void TableHeader::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("messageTableColumns"));
    for (int i = 0; i < ListColumns; ++i) {
        QAction *action = menu.addAction(names()[i]);
        action->setCheckable(true);
        action->setChecked(!isSectionHidden(i));
        action->setEnabled(i != int(ListColumn::Subject) && i != int(ListColumn::Date)
                           && (m_unified || i != int(ListColumn::Place)));
        connect(action, &QAction::toggled, this, [this, i](bool on) {
            setSectionHidden(i, !on);
            Q_EMIT columnsChanged();
        });
    }
    menu.exec(event->globalPos());
}

} // namespace kw
