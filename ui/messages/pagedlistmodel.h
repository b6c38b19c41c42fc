#pragma once

#include "ui/messages/changequeue.h"
#include "ui/messages/listreader.h"
#include "ui/messages/rowcache.h"

#include <QAbstractListModel>
#include <QElapsedTimer>
#include <QSet>

#include <functional>

namespace kw {

// A list of messages or conversations of any length. Holds the key of every row (8 bytes) and the text of
// about 1,500 rows; other rows are read when they are asked for. Deltas become exact row signals; nothing is
// ever reloaded because of them. GUI thread.
//
// Until the reader thread has read the keys, rows beyond the first page are placeholders whose number comes
// from the counters.
class PagedListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { MessageIdRole = Qt::UserRole, ThreadIdRole };
    static constexpr int FirstPage = 128;

    explicit PagedListModel(QObject *parent = nullptr);

    // Neither is owned; both must outlive the model or be replaced (nullptr: an empty list).
    void setSource(const ListSource *source, ListReader *reader);
    // A filter or a search is read on the reader thread; the old rows stay until its first page is there.
    void show(const ListQuery &query);
    // The same list, in which there may be more now or less: no row that stays loses its place.
    void renew(const ListQuery &query);
    void rescanSoon(); // the same, a while later: there may be much of it
    const ListQuery &query() const { return m_query; }
    void apply(const ChangeSet &changes);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    // The row's text, read now if need be; null while it is unknown. Valid until the next call of this model.
    const ListRow *row(int row) const;
    // Nothing for placeholders.
    std::optional<PageKey> keyAt(int row) const;
    std::optional<int> rowOf(PageKey key) const;
    // Rows whose key is newer than this one, in list positions: the rows before it (newest first) or after it
    // (oldest first).
    int newerThan(PageKey key) const { return m_index.lowerBound(key); }
    int knownRows() const { return m_index.size(); }
    bool isExact() const { return m_exact; }
    bool isSearching() const { return m_awaitingFirstPage; }
    // Of a search under way: how many there are at least.
    qint64 foundSoFar() const { return std::max<qint64>(m_found, m_index.size()); }

    // Says whether a row is selected or current: such rows move with their selection, and stay although a
    // filter no longer matches until releaseKept() finds them unselected.
    void setKeep(std::function<bool(PageKey)> keep) { m_keep = std::move(keep); }
    void releaseKept();
    void setSentence(std::function<QString(const ListRow &)> sentence) { m_sentence = std::move(sentence); }

    // Bytes held by keys and cached rows (estimated).
    qsizetype bytes() const;

Q_SIGNALS:
    // Around every group of row signals, so that a view can lay out once.
    void aboutToApply();
    void applied();
    void exactChanged();
    void searchingChanged();
    void progressed(); // foundSoFar() is another one

private:
    void takeFirstPage(quint64 ticket, const QList<ListRow> &rows);
    void takeKeys(quint64 ticket, const std::shared_ptr<KeyIndex> &keys);
    void resetTo(const QList<ListRow> &firstPage, bool complete);
    void requestKeys(int firstPage);
    void replayLog(KeyIndex &index) const;
    void reconcile(KeyIndex &fresh);
    void letLinger(QList<PageKey> &gone, KeyIndex &fresh);
    void rescan();
    void setTail(int rows);

    void workOff();
    void applySome(QList<RowChange>::const_iterator begin, QList<RowChange>::const_iterator end);
    bool isKnownPlace(PageKey key) const;
    void removeKeys(QList<PageKey> keys);
    void insertKeys(QList<PageKey> keys);
    void moveKey(PageKey from, PageKey to);
    void refresh(const QList<PageKey> &keys);

    int toPosition(int row) const { return m_query.oldestFirst ? m_index.size() - 1 - row : row; }
    int toRow(int position) const { return toPosition(position); }

    const ListSource *m_source = nullptr;
    ListReader *m_reader = nullptr;
    ListQuery m_query;
    KeyIndex m_index;
    int m_tail = 0; // placeholders after the known rows
    bool m_exact = true;
    bool m_awaitingFirstPage = false;
    bool m_rescanPlanned = false;
    qint64 m_found = 0;
    QElapsedTimer m_scan; // the one under way
    qint64 m_scanMs = 0; // how long the last one took
    quint64 m_ticket = 0; // of the scan under way; 0: none
    QList<RowChange> m_log; // what came while the scan was under way
    ChangeQueue m_queue;
    bool m_working = false;
    QSet<qint64> m_lingering; // ids that no longer match the filter
    std::function<bool(PageKey)> m_keep;
    std::function<QString(const ListRow &)> m_sentence;
    mutable RowCache m_cache;
};

} // namespace kw
