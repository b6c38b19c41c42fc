#include "ui/messages/pagedlistmodel.h"

#include <algorithm>

// Deltas become row signals.
namespace kw {

namespace {
constexpr int ChangesPerStep = 256;
constexpr qint64 WorkMs = 3; // of the GUI thread at a time
} // namespace

void PagedListModel::apply(const ChangeSet &changes)
{
    const RowChanges result = rowChanges(changes, m_query);
    if (m_ticket != 0)
        m_log.append(result.rows);
    if (result.undecided)
        rescanSoon();
    m_cache.askAgainForGone();
    m_queue.append(result.rows);
    if (!result.touched.isEmpty())
        refresh(m_cache.showing(result.touched));
    if (!result.threads.isEmpty())
        refresh(m_cache.keysOf(result.threads));
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
        const QList<RowChange> some = m_queue.take(ChangesPerStep);
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
        m_cache.forget(keys[i++].id);
        if (!last)
            continue;
        int first = *last;
        while (i < keys.size() && first > 0 && m_index.at(first - 1) == keys[i]) {
            --first;
            m_cache.forget(keys[i++].id);
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
    m_cache.forget(from.id);
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
        if (!m_cache.forget(key.id))
            continue;
        if (const auto row = rowOf(key))
            Q_EMIT dataChanged(index(*row), index(*row));
    }
}

void PagedListModel::releaseKept()
{
    if (m_lingering.isEmpty())
        return;
    QList<PageKey> gone;
    for (const qint64 id : std::as_const(m_lingering)) {
        const ListRow *row = m_cache.find(id);
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

} // namespace kw
