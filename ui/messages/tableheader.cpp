#include "ui/messages/tableheader.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QStandardItemModel>

namespace kw {

namespace {
constexpr int MinSubject = 120; // pixels
constexpr int MinSender = 70;

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
    , m_unwanted{ListColumn::Place}
{
    makeColumns();
    setObjectName(QStringLiteral("messageTableHeader"));
    setAccessibleName(tr("Columns of the message list"));
    setSectionsClickable(true);
    setHighlightSections(false);
    setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    setSortIndicatorShown(true);
    setMinimumSectionSize(24);
    setStretchLastSection(false);
    setOldestFirst(false);
    for (int i = 0; i < ListColumns; ++i) {
        if (i != int(ListColumn::Subject))
            resizeSection(i, wantedWidth(ListColumn(i)));
    }
    showWanted();
    connect(this, &QHeaderView::sectionClicked, this, [this](int section) {
        if (section == int(ListColumn::Date))
            Q_EMIT sortRequested(sortIndicatorOrder() == Qt::AscendingOrder);
    });
    connect(this, &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        if (m_fitting)
            return;
        if (section == int(ListColumn::Sender))
            m_senderWidth = width;
        Q_EMIT columnsChanged();
    });
}

void TableHeader::makeColumns()
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
}

int TableHeader::wantedWidth(ListColumn column) const
{
    const QFontMetrics metrics(font());
    switch (column) {
    case ListColumn::Star:
        return 34;
    case ListColumn::Unread:
        return 24;
    case ListColumn::Sender:
        return m_senderWidth > 0 ? m_senderWidth : metrics.averageCharWidth() * 24;
    case ListColumn::Subject:
        return MinSubject;
    case ListColumn::Date:
        return metrics.horizontalAdvance(QStringLiteral("Wed 00:00 AM  ")) + 14;
    case ListColumn::Size:
        return metrics.horizontalAdvance(QStringLiteral("00,000 KB")) + 14;
    case ListColumn::Place:
        break;
    }
    return metrics.averageCharWidth() * (m_hits ? 20 : 12);
}

void TableHeader::showWanted()
{
    for (int i = 0; i < ListColumns; ++i)
        setSectionHidden(i, m_unwanted.contains(ListColumn(i)));
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
    if (unified)
        m_unwanted.remove(ListColumn::Place);
    else
        m_unwanted.insert(ListColumn::Place); // in one folder it would say the same in every row
    showWanted();
    Q_EMIT columnsChanged();
}

void TableHeader::setHits(bool on)
{
    if (std::exchange(m_hits, on) == on)
        return;
    const QString title = on ? tr("Folder") : titles()[int(ListColumn::Place)];
    for (const auto role : {Qt::DisplayRole, Qt::AccessibleTextRole, Qt::ToolTipRole})
        model()->setHeaderData(int(ListColumn::Place), Qt::Horizontal, title, role);
    resizeSection(int(ListColumn::Place), wantedWidth(ListColumn::Place));
    Q_EMIT columnsChanged();
}

void TableHeader::fit(int width)
{
    m_fitting = true;
    showWanted();
    const auto others = [this] {
        int sum = 0;
        for (int i = 0; i < ListColumns; ++i) {
            if (i != int(ListColumn::Subject) && i != int(ListColumn::Sender) && !isSectionHidden(i))
                sum += sectionSize(i);
        }
        return sum;
    };
    const int wanted = isSectionHidden(int(ListColumn::Sender)) ? 0 : wantedWidth(ListColumn::Sender);
    const int least = std::min(wanted, MinSender);
    for (const ListColumn column : {ListColumn::Size, ListColumn::Place}) {
        if (others() + wanted + MinSubject > width)
            setSectionHidden(int(column), true);
    }
    if (others() + least + MinSender > width)
        setSectionHidden(int(ListColumn::Star), true);
    const int left = width - others();
    const int sender = std::clamp(left - MinSubject, least, std::max(least, wanted));
    if (wanted > 0)
        resizeSection(int(ListColumn::Sender), sender);
    resizeSection(int(ListColumn::Subject), std::max(MinSender, left - (wanted > 0 ? sender : 0)));
    m_fitting = false;
}

// Of the columns only the date is a button; a press on another one leaves the arrow where the order is.
void TableHeader::mousePressEvent(QMouseEvent *event)
{
    setSectionsClickable(logicalIndexAt(event->position().toPoint()) == int(ListColumn::Date));
    QHeaderView::mousePressEvent(event);
}

void TableHeader::mouseReleaseEvent(QMouseEvent *event)
{
    QHeaderView::mouseReleaseEvent(event);
    setSectionsClickable(true);
}

void TableHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int section) const
{
    QHeaderView::initStyleOptionForIndex(option, section);
    if (section != int(ListColumn::Date))
        option->state &= ~(QStyle::State_MouseOver | QStyle::State_Sunken);
}

void TableHeader::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("messageTableColumns"));
    for (int i = 0; i < ListColumns; ++i) {
        QAction *action = menu.addAction(names()[i]);
        action->setCheckable(true);
        action->setChecked(!m_unwanted.contains(ListColumn(i)));
        action->setEnabled(i != int(ListColumn::Subject) && i != int(ListColumn::Date)
                           && (m_unified || i != int(ListColumn::Place)));
        connect(action, &QAction::toggled, this, [this, i](bool on) {
            if (on)
                m_unwanted.remove(ListColumn(i));
            else
                m_unwanted.insert(ListColumn(i));
            showWanted();
            Q_EMIT columnsChanged();
        });
    }
    menu.exec(event->globalPos());
}

} // namespace kw
