#include "ui/messages/pagedlistmodel.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>

namespace kw {

namespace {
constexpr int CachedRows = 1536;
constexpr int FetchBack = 16;
constexpr int FetchAhead = 64;
constexpr int ChangesPerStep = 256;
constexpr qint64 WorkMs = 3; // of the GUI thread at a time
constexpr int RescanMs = 300;
} // namespace

PagedListModel::PagedListModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_cache(CachedRows)
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
    }
    show(m_query);
}

void PagedListModel::show(const ListQuery &query)
{
    const bool slow = !query.filter.isEmpty() && m_reader && m_source;
    if (!slow || query.view != m_query.view || query.oldestFirst != m_query.oldestFirst) {
        m_query = query;
        const auto rows = m_source && !slow ? m_source->firstPage(query, FirstPage) : QList<ListRow>();
        const bool whole = rows.size() < FirstPage && (query.isFlat() || !query.oldestFirst);
        resetTo(rows, !m_source || (!slow && whole));
    } else {
        m_query = query; // flat rows stay good to look at until the answer is there
        if (!m_exact || !m_queue.isEmpty())
            resetTo({}, false);
    }
    m_ticket = 0;
    const bool searching = std::exchange(m_awaitingFirstPage, slow);
    if (slow || !m_exact)
        requestKeys(slow ? FirstPage : 0);
    if (searching != slow)
        Q_EMIT searchingChanged();
}

void PagedListModel::resetTo(const QList<ListRow> &firstPage, bool complete)
{
    beginResetModel();
    m_cache.clear();
    m_gone.clear();
    m_queue.clear();
    m_queueDone = 0;
    m_lingering.clear();
    QList<PageKey> keys;
    for (const ListRow &row : firstPage)
        keys.append(row.key);
    if (m_query.oldestFirst)
        std::ranges::reverse(keys);
    m_index = KeyIndex::fromSorted(keys);
    remember(firstPage);
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
    m_ticket = m_reader->request(m_query, firstPage);
}

void PagedListModel::rescanSoon()
{
    if (std::exchange(m_rescanPlanned, true))
        return;
    QTimer::singleShot(RescanMs, this, [this] {
        m_rescanPlanned = false;
        if (m_query.filter.text.isEmpty())
            return;
        if (m_ticket != 0) // the scan under way may have passed the new rows already
            rescanSoon();
        else
            requestKeys(0);
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
        const ListRow *row = m_cache.object(id);
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
    QList<PageKey> gone;
    QList<PageKey> added;
    int position = 0;
    for (int i = from; i < to; ++i) {
        const PageKey key = fresh.at(i);
        while (position < m_index.size() && m_index.at(position) > key)
            gone.append(m_index.at(position++));
        if (position < m_index.size() && m_index.at(position) == key)
            ++position;
        else
            added.append(key);
    }
    while (position < m_index.size())
        gone.append(m_index.at(position++));
    removeKeys(gone);
    insertKeys(added);
    setTail(fresh.size() - m_index.size());
    m_index = std::move(fresh);
    m_tail = 0;
    m_gone.clear();
    if (m_queue.isEmpty())
        return;
    // The log holds what is still waiting, so that it is in place already; only the rows' text is old.
    m_queue.clear();
    m_queueDone = 0;
    m_cache.clear();
    if (m_index.size() > 0)
        Q_EMIT dataChanged(index(0), index(m_index.size() - 1));
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

void PagedListModel::apply(const ChangeSet &changes)
{
    const RowChanges result = rowChanges(changes, m_query);
    if (m_ticket != 0)
        m_log.append(result.rows);
    if (result.undecided)
        rescanSoon();
    m_gone.clear();
    if (!result.rows.isEmpty())
        m_queue.append(result.rows);
    if (!result.touched.isEmpty())
        refreshTouched(result.touched);
    if (!m_working)
        workOff();
}

// A burst larger than the time we may take goes on in later turns of the event loop; every change is
// idempotent, so that rows read from the newer database in between do no harm.
void PagedListModel::workOff()
{
    m_working = false;
    if (m_queue.isEmpty())
        return;
    m_working = true;
    QElapsedTimer timer;
    timer.start();
    Q_EMIT aboutToApply();
    while (!m_queue.isEmpty() && timer.elapsed() < WorkMs) {
        const QList<RowChange> some = m_queue.first().mid(m_queueDone, ChangesPerStep);
        m_queueDone += some.size();
        if (m_queueDone >= m_queue.first().size()) {
            m_queue.removeFirst();
            m_queueDone = 0;
        }
        applySome(some.cbegin(), some.cend());
    }
    m_working = !m_queue.isEmpty();
    if (m_working)
        QMetaObject::invokeMethod(this, &PagedListModel::workOff, Qt::QueuedConnection);
    Q_EMIT applied();
}

// Among placeholders no row has a place; the scan under way brings them.
bool PagedListModel::isKnownPlace(PageKey key) const
{
    if (m_exact)
        return true;
    if (m_index.size() == 0)
        return false;
    return m_query.oldestFirst ? key < m_index.at(0) : key > m_index.at(m_index.size() - 1);
}

void PagedListModel::applySome(QList<RowChange>::const_iterator begin, QList<RowChange>::const_iterator end)
{
    QList<PageKey> removed;
    QList<PageKey> inserted;
    QList<PageKey> updated;
    QList<std::pair<PageKey, PageKey>> moved;
    for (auto change = begin; change != end; ++change) {
        const bool had = change->before && m_index.find(*change->before);
        if (change->now)
            m_lingering.remove(change->now->id);
        if (!change->now) {
            if (had && !m_query.filter.isEmpty() && change->isFiltered && m_keep && m_keep(*change->before)) {
                m_lingering.insert(change->before->id);
                updated.append(*change->before);
            } else if (had) {
                removed.append(*change->before);
            }
        } else if ((had && change->before == change->now) || m_index.find(*change->now)) {
            updated.append(*change->now);
            if (had && change->before != change->now) // the rows read were ahead of this delta
                removed.append(*change->before);
        } else if (had && isKnownPlace(*change->now) && m_keep && m_keep(*change->before)) {
            moved.append({*change->before, *change->now});
        } else {
            if (had)
                removed.append(*change->before);
            if (isKnownPlace(*change->now) && (had || change->mayInsert))
                inserted.append(*change->now);
        }
    }
    removeKeys(std::move(removed));
    insertKeys(std::move(inserted));
    for (const auto &[from, to] : moved)
        moveKey(from, to);
    refresh(updated);
}

void PagedListModel::removeKeys(QList<PageKey> keys)
{
    std::ranges::sort(keys); // oldest first: from the end of the index
    qsizetype i = 0;
    while (i < keys.size()) {
        const auto last = m_index.find(keys[i]);
        m_cache.remove(keys[i++].id);
        if (!last)
            continue;
        int first = *last;
        while (i < keys.size() && first > 0 && m_index.at(first - 1) == keys[i]) {
            --first;
            m_cache.remove(keys[i++].id);
        }
        const int row = m_query.oldestFirst ? toRow(*last) : first;
        beginRemoveRows({}, row, row + *last - first);
        m_index.remove(first, *last - first + 1);
        endRemoveRows();
    }
}

void PagedListModel::insertKeys(QList<PageKey> keys)
{
    std::ranges::sort(keys, std::greater());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    qsizetype end = keys.size();
    while (end > 0) { // from the end of the index, so that places found stay good
        const int position = m_index.lowerBound(keys[end - 1]);
        qsizetype begin = end - 1;
        while (begin > 0 && (position == 0 || keys[begin - 1] < m_index.at(position - 1)))
            --begin;
        const int count = int(end - begin);
        const int row = m_query.oldestFirst ? m_index.size() - position : position;
        beginInsertRows({}, row, row + count - 1);
        m_index.insert(position, {keys.constData() + begin, size_t(count)});
        endInsertRows();
        end = begin;
    }
}

void PagedListModel::moveKey(PageKey from, PageKey to)
{
    const auto position = m_index.find(from);
    if (!position || m_index.find(to))
        return;
    m_cache.remove(from.id);
    const int target = m_index.lowerBound(to); // counted with the row still in its old place
    const int row = toRow(*position);
    const int targetRow = m_query.oldestFirst ? m_index.size() - target : target;
    const bool moves = targetRow != row && targetRow != row + 1;
    if (moves)
        beginMoveRows({}, row, row, {}, targetRow);
    m_index.remove(*position, 1);
    m_index.insert(m_index.lowerBound(to), {&to, 1});
    if (moves)
        endMoveRows();
    refresh({to});
}

void PagedListModel::refresh(const QList<PageKey> &keys)
{
    for (const PageKey key : keys) {
        // What is not cached has not been shown lately and is read anew anyway.
        if (!m_cache.remove(key.id))
            continue;
        if (const auto row = rowOf(key))
            Q_EMIT dataChanged(index(*row), index(*row));
    }
}

void PagedListModel::refreshTouched(const QSet<MessageId> &touched)
{
    QList<PageKey> keys;
    const auto cached = m_cache.keys();
    for (const qint64 id : cached) {
        const ListRow *row = m_cache.object(id);
        if (row && touched.contains(row->message.id))
            keys.append(row->key);
    }
    refresh(keys);
}

void PagedListModel::releaseKept()
{
    if (m_lingering.isEmpty())
        return;
    QList<PageKey> gone;
    for (const qint64 id : std::as_const(m_lingering)) {
        const ListRow *row = m_cache.object(id);
        const auto message = row ? std::nullopt : m_source->message(MessageId(id));
        const PageKey key = row ? row->key : PageKey{message ? message->date : 0, id};
        if (!m_keep || !m_keep(key))
            gone.append(key);
    }
    for (const PageKey key : std::as_const(gone))
        m_lingering.remove(key.id);
    if (gone.isEmpty())
        return;
    Q_EMIT aboutToApply();
    removeKeys(gone);
    Q_EMIT applied();
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
    const auto key = keyAt(row);
    if (!key || !m_source)
        return nullptr;
    const ListRow *cached = m_cache.object(key->id);
    if (!cached && !m_gone.contains(key->id)) {
        fetch(toPosition(row));
        cached = m_cache.object(key->id);
    }
    return cached;
}

void PagedListModel::fetch(int position) const
{
    const auto missing = [this](int p) { return !m_cache.contains(m_index.at(p).id); };
    int first = position;
    int last = position;
    while (first > 0 && position - first < FetchBack && missing(first - 1))
        --first;
    while (last + 1 < m_index.size() && last - position < FetchAhead && missing(last + 1))
        ++last;
    QList<PageKey> keys;
    for (int p = first; p <= last; ++p)
        keys.append(m_index.at(p));
    remember(m_source->rows(m_query, keys));
    for (const PageKey key : std::as_const(keys)) {
        if (!m_cache.contains(key.id))
            m_gone.insert(key.id);
    }
}

void PagedListModel::remember(const QList<ListRow> &rows) const
{
    for (const ListRow &row : rows)
        m_cache.insert(row.key.id, new ListRow(row));
}

qsizetype PagedListModel::bytes() const
{
    qsizetype bytes = m_index.bytes();
    const auto cached = m_cache.keys();
    for (const qint64 id : cached) {
        const ListRow *row = m_cache.object(id);
        const MessageRow &m = row->message;
        bytes += qsizetype(sizeof(ListRow)) + 64;
        for (const QString &text : {m.from.name, m.from.email, m.recipients, m.subject, m.preview})
            bytes += text.capacity() * 2 + 24;
    }
    return bytes;
}

} // namespace kw
