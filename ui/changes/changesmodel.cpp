#include "ui/changes/changesmodel.h"

#include "ui/changes/storereader.h"
#include "ui/look/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

ChangesModel::ChangesModel(StoreReader *reader, QObject *parent)
    : QAbstractItemModel(parent)
    , m_reader(reader)
{
}

void ChangesModel::setAccounts(const AccountNames &accounts)
{
    m_accounts = accounts;
    allTextsChanged();
}

void ChangesModel::setTags(const TagLooks &tags)
{
    m_tags = tags;
    allTextsChanged();
}

void ChangesModel::setOnline(bool online)
{
    if (std::exchange(m_online, online) != online)
        allTextsChanged();
}

void ChangesModel::allTextsChanged()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, 0));
}

void ChangesModel::refresh()
{
    const quint64 ticket = ++m_ticket;
    const int limit = std::max(Page, int(m_rows.size()));
    m_asked = true;
    m_reader->read(
        this, [limit](Database &db) { return JournalPages(db).changes({}, limit); },
        [this, ticket, limit](const QList<ChangeRow> &rows) {
            if (ticket != m_ticket)
                return;
            m_asked = false;
            m_atEnd = rows.size() < limit;
            follow(rows);
            Q_EMIT refreshed();
        });
}

bool ChangesModel::canFetchMore(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return !m_atEnd && !m_asked;
    if (isItem(parent))
        return false;
    const ChangeRow &row = m_rows.at(parent.row());
    return row.refused > m_items.value(row.action.id).size() && !m_itemsAsked.contains(row.action.id);
}

void ChangesModel::fetchMore(const QModelIndex &parent)
{
    if (parent.isValid()) {
        fetchItems(m_rows.at(parent.row()).action.id);
        return;
    }
    if (m_asked || m_atEnd)
        return;
    const quint64 ticket = ++m_ticket;
    m_asked = true;
    std::optional<JournalPages::Key> after;
    if (!m_rows.isEmpty())
        after = JournalPages::keyOf(m_rows.constLast());
    m_reader->read(
        this, [after](Database &db) { return JournalPages(db).changes(after, Page); },
        [this, ticket](const QList<ChangeRow> &rows) {
            if (ticket != m_ticket)
                return; // a refresh came first; the view asks again
            m_asked = false;
            m_atEnd = rows.size() < Page;
            append(rows);
        });
}

void ChangesModel::append(const QList<ChangeRow> &rows)
{
    QList<ChangeRow> fresh;
    for (const ChangeRow &row : rows) {
        if (rowOf(row.action.id) < 0) // one that was refused meanwhile is above already
            fresh.append(row);
    }
    if (fresh.isEmpty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + fresh.size()) - 1);
    m_rows += fresh;
    endInsertRows();
}

// Selection, open branches and the scroll position stay with their rows.
void ChangesModel::follow(const QList<ChangeRow> &rows)
{
    QSet<ActionId> wanted;
    for (const ChangeRow &row : rows)
        wanted.insert(row.action.id);
    for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
        if (wanted.contains(m_rows.at(i).action.id))
            continue;
        beginRemoveRows({}, i, i);
        m_items.remove(m_rows.at(i).action.id);
        m_rows.removeAt(i);
        endRemoveRows();
    }
    for (int i = 0; i < rows.size(); ++i)
        place(i, rows.at(i));
}

void ChangesModel::place(int row, const ChangeRow &now)
{
    if (row >= m_rows.size() || m_rows.at(row).action.id != now.action.id) {
        const int from = rowOf(now.action.id);
        if (from < 0) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, now);
            endInsertRows();
            return;
        }
        beginMoveRows({}, from, from, {}, row);
        m_rows.move(from, row);
        endMoveRows();
    }
    const bool otherItems = m_rows.at(row).refused != now.refused;
    if (otherItems)
        forgetItems(row);
    m_rows[row] = now;
    Q_EMIT dataChanged(index(row, 0), index(row, 0));
    if (otherItems && now.refused > 0)
        fetchItems(now.action.id);
}

void ChangesModel::forgetItems(int row)
{
    const ActionId action = m_rows.at(row).action.id;
    const int count = int(m_items.value(action).size());
    if (count == 0)
        return;
    beginRemoveRows(index(row, 0), 0, count - 1);
    m_items.remove(action);
    endRemoveRows();
}

void ChangesModel::fetchItems(ActionId action)
{
    if (m_itemsAsked.contains(action))
        return;
    m_itemsAsked.insert(action);
    const auto known = m_items.value(action);
    const OpId after = known.isEmpty() ? OpId{} : known.constLast().op;
    m_reader->read(
        this, [action, after](Database &db) { return JournalPages(db).refusedItems(action, after, Page); },
        [this, action](const QList<RefusedItem> &items) {
            m_itemsAsked.remove(action);
            addItems(action, items);
        });
}

void ChangesModel::addItems(ActionId action, const QList<RefusedItem> &items)
{
    const int row = rowOf(action);
    const auto known = m_items.value(action);
    if (row < 0 || items.isEmpty() || (!known.isEmpty() && known.constLast().op >= items.first().op))
        return;
    beginInsertRows(index(row, 0), int(known.size()), int(known.size() + items.size()) - 1);
    m_items[action] += items;
    endInsertRows();
}

int ChangesModel::rowOf(ActionId action) const
{
    const auto it = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                 [action](const ChangeRow &row) { return row.action.id == action; });
    return it == m_rows.cend() ? -1 : int(it - m_rows.cbegin());
}

const ChangeRow *ChangesModel::change(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const int row = isItem(index) ? rowOf(ActionId(index.internalId())) : index.row();
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

QModelIndex ChangesModel::index(int row, int column, const QModelIndex &parent) const
{
    if (column != 0 || row < 0 || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(raw(m_rows.at(parent.row()).action.id)) : 0);
}

QModelIndex ChangesModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || !isItem(child))
        return {};
    const int row = rowOf(ActionId(child.internalId()));
    return row < 0 ? QModelIndex() : createIndex(row, 0, quintptr(0));
}

int ChangesModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_rows.size());
    return isItem(parent) ? 0 : int(m_items.value(m_rows.at(parent.row()).action.id).size());
}

bool ChangesModel::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return !m_rows.isEmpty();
    return !isItem(parent) && m_rows.at(parent.row()).refused > 0;
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    const ChangeRow *row = change(index);
    if (!row)
        return {};
    if (!isItem(index))
        return changeData(*row, role);
    const auto items = m_items.value(row->action.id);
    return index.row() < items.size() ? refusedData(items.at(index.row()), role) : QVariant();
}

QVariant ChangesModel::changeData(const ChangeRow &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return changeTitle(row.action, m_tags);
    case Qt::AccessibleTextRole:
        return changeSentence(row, m_accounts, m_tags, m_online);
    case WhereRole:
        return placeNames(row, m_accounts);
    case StateRole:
        return changeState(row, m_online);
    case TimeRole:
        return shortDate(row.action.at / 1000);
    case ReasonRole:
        return oneLine(row.action.error);
    case ToneRole:
        return int(changeTone(row));
    case IconRole:
        return QString(changeIcon(row.action));
    default:
        return {};
    }
}

QVariant ChangesModel::refusedData(const RefusedItem &item, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return refusedTitle(item);
    case Qt::AccessibleTextRole:
        return u"%1, %2"_s.arg(refusedTitle(item), oneLine(item.error));
    case WhereRole:
        return placeName(item.place, m_accounts);
    case ReasonRole:
        return oneLine(item.error);
    case ToneRole:
        return int(Tone::Bad);
    default:
        return {};
    }
}

} // namespace kw
