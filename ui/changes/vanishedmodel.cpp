#include "ui/changes/vanishedmodel.h"

#include "ui/changes/storereader.h"
#include "ui/look/words.h"

#include <QDateTime>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr qint64 Day = 86'400'000;
constexpr int RowPadding = 8;
} // namespace

VanishedModel::VanishedModel(StoreReader *reader, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
{
}

void VanishedModel::setAccounts(const AccountNames &accounts)
{
    m_accounts = accounts;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, Folder), index(int(m_rows.size()) - 1, Folder));
}

void VanishedModel::setDays(int days)
{
    m_days = days;
    refresh();
}

qint64 VanishedModel::since() const
{
    return QDateTime::currentMSecsSinceEpoch() - m_days * Day;
}

void VanishedModel::refresh()
{
    const quint64 ticket = ++m_ticket;
    const int limit = std::max(Page, int(m_rows.size()));
    m_asked = true;
    m_reader->read(
        this,
        [limit, since = since()](Database &db) { return JournalPages(db).vanished(since, nullptr, limit); },
        [this, ticket, limit](const QList<VanishedRow> &rows) {
            if (ticket != m_ticket)
                return;
            m_asked = false;
            m_atEnd = rows.size() < limit;
            follow(rows);
            Q_EMIT refreshed();
        });
}

bool VanishedModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_atEnd && !m_asked && !m_rows.isEmpty();
}

void VanishedModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const quint64 ticket = ++m_ticket;
    m_asked = true;
    m_reader->read(
        this,
        [last = m_rows.constLast(), since = since()](Database &db) {
            return JournalPages(db).vanished(since, &last, Page);
        },
        [this, ticket](const QList<VanishedRow> &rows) {
            if (ticket != m_ticket)
                return;
            m_asked = false;
            m_atEnd = rows.size() < Page;
            append(rows);
        });
}

void VanishedModel::append(const QList<VanishedRow> &rows)
{
    if (rows.isEmpty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows.size()) - 1);
    m_rows += rows;
    endInsertRows();
}

// The order never changes, so rows only come and go.
void VanishedModel::follow(const QList<VanishedRow> &rows)
{
    QSet<qint64> wanted;
    for (const VanishedRow &row : rows)
        wanted.insert(row.id);
    for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
        if (wanted.contains(m_rows.at(i).id))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.removeAt(i);
        endRemoveRows();
    }
    for (int i = 0; i < rows.size(); ++i) {
        if (i < m_rows.size() && m_rows.at(i).id == rows.at(i).id)
            continue;
        beginInsertRows({}, i, i);
        m_rows.insert(i, rows.at(i));
        endInsertRows();
    }
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, Left), index(int(m_rows.size()) - 1, Left));
}

const VanishedRow *VanishedModel::row(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_rows.size() ? &m_rows.at(index.row()) : nullptr;
}

int VanishedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int VanishedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString VanishedModel::daysLeft(const VanishedRow &row) const
{
    const qint64 left = row.at + m_days * Day - QDateTime::currentMSecsSinceEpoch();
    return left < Day ? tr("less than a day") : tr("%Ln day(s)", nullptr, int((left + Day - 1) / Day));
}

QString VanishedModel::place(const VanishedRow &row) const
{
    return placeName({row.account, row.folder, row.folderPath, FolderRole::None}, m_accounts);
}

QString VanishedModel::text(const VanishedRow &row, int column) const
{
    switch (column) {
    case Subject:
        return row.subject.isEmpty() ? tr("(no subject)") : oneLine(row.subject);
    case Sender:
        return oneLine(displayName(row.from));
    case Folder:
        return place(row);
    case Vanished:
        return shortDate(row.at / 1000);
    case Left:
        return daysLeft(row);
    default:
        return {};
    }
}

QVariant VanishedModel::data(const QModelIndex &index, int role) const
{
    const VanishedRow *found = row(index);
    if (!found)
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return role == Qt::DisplayRole ? text(*found, index.column())
                                       : text(*found, index.column()).toHtmlEscaped();
    if (role == Qt::SizeHintRole)
        return QSize(0, QFontMetrics(QGuiApplication::font()).height() + RowPadding);
    if (role == Qt::AccessibleTextRole && index.column() == Subject)
        return tr("%1, from %2, was in %3, vanished %4, kept for %5", "a row as one sentence")
            .arg(text(*found, Subject), text(*found, Sender), text(*found, Folder), text(*found, Vanished),
                 text(*found, Left));
    return {};
}

QVariant VanishedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Subject:
        return tr("Subject");
    case Sender:
        return tr("From");
    case Folder:
        return tr("Was in");
    case Vanished:
        return tr("Vanished");
    default:
        return tr("Kept for");
    }
}

} // namespace kw
