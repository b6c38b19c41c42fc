#include "ui/messages/pagedlistmodel.h"

#include <QTimer>

#include <algorithm>

namespace kw {

namespace {
constexpr int RescanMs = 300;
constexpr int SeldomBy = 4; // times as long as the last scan took
} // namespace

PagedListModel::PagedListModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void PagedListModel::setSource(const ListSource *source, ListReader *reader)
{
    if (m_reader)
        disconnect(m_reader, nullptr, this, nullptr);
    m_source = source;
    m_reader = reader;
    if (m_reader) {
        connect(m_reader, &ListReader::firstPageRead, this, &PagedListModel::takeFirstPage);
        connect(m_reader, &ListReader::keysRead, this, &PagedListModel::takeKeys);
        connect(m_reader, &ListReader::progressed, this, [this](quint64 ticket, qint64 keys) {
            if (ticket != m_ticket)
                return;
            m_found = keys;
            Q_EMIT progressed();
        });
    }
    show(m_query);
}

void PagedListModel::show(const ListQuery &query)
{
    const bool slow = (!query.filter.isEmpty() || query.search) && m_reader && m_source;
    const bool others = query.search && !m_query.isFlat(); // rows that are no messages
    if (!slow || others || query.view != m_query.view || query.oldestFirst != m_query.oldestFirst) {
        m_query = query;
        const auto rows = m_source && !slow ? m_source->firstPage(query, FirstPage) : QList<ListRow>();
        const bool whole = rows.size() < FirstPage && (query.isFlat() || !query.oldestFirst);
        resetTo(rows, !m_source || (!slow && whole));
    } else {
        m_query = query; // flat rows stay good to look at until the answer is there
        const bool half = !m_exact && (m_tail > 0 || !query.search);
        if (half || !m_queue.isEmpty())
            resetTo({}, false);
    }
    m_ticket = 0;
    m_found = 0;
    const bool searching = std::exchange(m_awaitingFirstPage, slow);
    if (slow || !m_exact)
        requestKeys(slow ? FirstPage : 0);
    if (searching != slow)
        Q_EMIT searchingChanged();
}

void PagedListModel::renew(const ListQuery &query)
{
    if (m_awaitingFirstPage || query.isFlat() != m_query.isFlat()) {
        show(query);
        return;
    }
    m_query = query;
    rescan();
}

void PagedListModel::resetTo(const QList<ListRow> &firstPage, bool complete)
{
    beginResetModel();
    m_cache.forgetAll();
    m_queue.clear();
    m_lingering.clear();
    QList<PageKey> keys;
    for (const ListRow &row : firstPage)
        keys.append(row.key);
    if (m_query.oldestFirst)
        std::ranges::reverse(keys);
    m_index = KeyIndex::fromSorted(keys);
    m_cache.remember(firstPage);
    m_exact = complete;
    m_tail = 0;
    if (!complete && m_source && !m_awaitingFirstPage && !firstPage.isEmpty())
        m_tail = int(std::max<qint64>(0, m_source->total(m_query).value_or(0) - m_index.size()));
    endResetModel();
}

void PagedListModel::requestKeys(int firstPage)
{
    if (!m_reader)
        return;
    m_log.clear();
    m_scan.start();
    m_ticket = m_reader->request(m_query, firstPage);
}

void PagedListModel::rescan()
{
    if (!m_awaitingFirstPage)
        requestKeys(0);
}

void PagedListModel::rescanSoon()
{
    if (std::exchange(m_rescanPlanned, true))
        return;
    // Of a million hits: not all the time while mail comes in.
    const int delay = int(std::max<qint64>(RescanMs, m_query.search ? m_scanMs * SeldomBy : 0));
    QTimer::singleShot(delay, this, [this] {
        m_rescanPlanned = false;
        if (isToldByFlags(m_query.filter) && !m_query.search)
            return;
        if (m_ticket != 0) // the scan under way may have passed the new rows already
            rescanSoon();
        else
            rescan();
    });
}

void PagedListModel::takeFirstPage(quint64 ticket, const QList<ListRow> &rows)
{
    if (ticket != m_ticket)
        return;
    resetTo(rows, false);
    m_awaitingFirstPage = false;
    Q_EMIT searchingChanged();
}

void PagedListModel::takeKeys(quint64 ticket, const std::shared_ptr<KeyIndex> &keys)
{
    if (ticket != m_ticket)
        return;
    m_ticket = 0;
    m_scanMs = m_scan.elapsed();
    if (keys) {
        replayLog(*keys);
        Q_EMIT aboutToApply();
        reconcile(*keys);
        Q_EMIT applied();
    } else {
        setTail(0);
    }
    m_log.clear();
    if (!std::exchange(m_exact, true))
        Q_EMIT exactChanged();
}

void PagedListModel::replayLog(KeyIndex &index) const
{
    for (const RowChange &change : m_log) {
        if (change.before && change.before != change.now) {
            if (const auto position = index.find(*change.before))
                index.remove(*position, 1);
        }
        if (change.now && change.mayInsert && !index.find(*change.now))
            index.insert(index.lowerBound(*change.now), {&*change.now, 1});
    }
    for (const qint64 id : m_lingering) {
        const ListRow *row = m_cache.find(id);
        if (row && m_index.find(row->key) && !index.find(row->key))
            index.insert(index.lowerBound(row->key), {&row->key, 1});
    }
}

// The keys just read against those we have: rows that stay keep their selection.
void PagedListModel::reconcile(KeyIndex &fresh)
{
    int from = 0; // the part of `fresh` that the known rows span
    int to = fresh.size();
    if (!m_exact && m_index.size() > 0 && !m_query.oldestFirst)
        to = std::min(to, fresh.lowerBound(m_index.at(m_index.size() - 1)) + 1);
    else if (!m_exact && m_index.size() > 0)
        from = fresh.lowerBound(m_index.at(0));
    else if (!m_exact)
        to = 0;
    KeyDifference difference = m_index.differenceTo(fresh, from, to);
    if (m_query.search || !isToldByFlags(m_query.filter))
        letLinger(difference.gone, fresh);
    removeKeys(difference.gone);
    insertKeys(difference.added);
    setTail(fresh.size() - m_index.size());
    m_index = std::move(fresh);
    m_tail = 0;
    m_cache.askAgainForGone();
    if (m_queue.isEmpty())
        return;
    // The log holds what is still waiting, so that it is in place already; only the rows' text is old.
    m_queue.clear();
    m_cache.forgetAll();
    if (m_index.size() > 0)
        Q_EMIT dataChanged(index(0), index(m_index.size() - 1));
}

// What is selected and no longer belongs to the list stays until something else is selected: "is:unread"
// would take away what one reads, and a tag taken away the message that had it.
void PagedListModel::letLinger(QList<PageKey> &gone, KeyIndex &fresh)
{
    gone.removeIf([&](PageKey key) {
        if (!m_keep || !m_keep(key))
            return false;
        const auto message = m_source->message(MessageId(key.id));
        const bool belongs = message && message->date == key.date
            && (m_query.search ? !message->hidden : isIn(m_query.view, *message));
        if (!belongs)
            return false;
        if (!fresh.find(key))
            fresh.insert(fresh.lowerBound(key), {&key, 1});
        m_lingering.insert(key.id);
        return true;
    });
}

void PagedListModel::setTail(int rows)
{
    const int first = m_index.size();
    if (rows > m_tail) {
        beginInsertRows({}, first + m_tail, first + rows - 1);
        m_tail = rows;
        endInsertRows();
    } else if (rows < m_tail) {
        beginRemoveRows({}, first + rows, first + m_tail - 1);
        m_tail = rows;
        endRemoveRows();
    }
}

int PagedListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_index.size() + m_tail;
}

QVariant PagedListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ListRow *row = this->row(index.row());
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return row->message.subject;
    case Qt::AccessibleTextRole:
        return m_sentence ? m_sentence(*row) : row->message.subject;
    case MessageIdRole:
        return QVariant::fromValue(row->message.id);
    case ThreadIdRole:
        return raw(row->thread);
    default:
        return {};
    }
}

QHash<int, QByteArray> PagedListModel::roleNames() const
{
    auto names = QAbstractListModel::roleNames();
    names.insert(MessageIdRole, "messageId");
    names.insert(ThreadIdRole, "threadId");
    return names;
}

Qt::ItemFlags PagedListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

std::optional<PageKey> PagedListModel::keyAt(int row) const
{
    if (row < 0 || row >= m_index.size())
        return std::nullopt;
    return m_index.at(toPosition(row));
}

std::optional<int> PagedListModel::rowOf(PageKey key) const
{
    const auto position = m_index.find(key);
    return position ? std::optional(toRow(*position)) : std::nullopt;
}

const ListRow *PagedListModel::row(int row) const
{
    if (row < 0 || row >= m_index.size() || !m_source)
        return nullptr;
    return m_cache.row(m_index, toPosition(row), *m_source, m_query);
}

qsizetype PagedListModel::bytes() const
{
    return m_index.bytes() + m_cache.bytes();
}

} // namespace kw
