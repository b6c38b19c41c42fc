#pragma once

#include "ui/messages/keyindex.h"
#include "ui/messages/listsource.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace kw {

// The list's reader thread: slow reads (all keys, the first page of a filter, sums) with a source of its own.
// Lives on the GUI thread; the destructor waits for the query that runs.
class ListReader : public QObject
{
    Q_OBJECT
public:
    using Factory = std::function<std::unique_ptr<ListSource>()>; // called on the reader thread; null: try
                                                                  // again at the next request

    explicit ListReader(Factory factory, QObject *parent = nullptr);
    ~ListReader() override;

    // Answered by firstPageRead (only where asked for) and then keysRead, unless a later request came first.
    quint64 request(const ListQuery &query, int firstPage);

    // Answered by counted, unless a later question came first: how many messages of the view these
    // conversations have.
    quint64 count(ViewId view, const QList<KeyRange> &conversations);

Q_SIGNALS:
    void firstPageRead(quint64 ticket, const QList<kw::ListRow> &rows);
    void keysRead(quint64 ticket, const std::shared_ptr<kw::KeyIndex> &keys);
    // So many keys so far, where there are many.
    void progressed(quint64 ticket, qint64 keys);
    void counted(quint64 ticket, qint64 messages);

private:
    const ListSource *source(); // null: it cannot be opened now
    void run(const ListQuery &query, int firstPage, quint64 ticket);
    bool isStale(quint64 ticket) const { return ticket != m_wanted.load(); }

    QThread m_thread;
    QObject *m_worker; // lives on the thread, deleted when it ends
    Factory m_factory;
    std::unique_ptr<ListSource> m_source; // touched by the reader thread only
    std::atomic<quint64> m_wanted = 0;
    std::atomic<quint64> m_countWanted = 0;
};

} // namespace kw
