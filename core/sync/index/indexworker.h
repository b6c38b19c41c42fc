#pragma once

#include "core/sync/index/indexupkeep.h"

#include <QTimer>

#include <atomic>

namespace kw {

// Lets the upkeep of the index go on by itself, out of everybody's way: at full speed while nothing else
// happens, a little at a time while the engine syncs or the person does something. Lives on a thread of its
// own.
class IndexWorker : public QObject
{
    Q_OBJECT
public:
    explicit IndexWorker(const QString &directory);

    void begin();
    // Something changed in the cache, or the person did something: look soon, and take it easy for a while.
    void traffic();
    void rebuild();
    void setAttachmentTexts(bool on);
    struct Pauses {
        int startMs; // after begin()
        int gentleMs; // between small batches
        int restMs; // until it looks by itself
    };
    void setPauses(const Pauses &pauses); // for tests
    // From any thread: what is going on ends within some ten milliseconds, and nothing begins any more.
    void stop() { m_isStopped = true; }

Q_SIGNALS:
    void wrote(); // at most every 300 ms
    void statusChanged(const kw::IndexStatus &status); // at most every 500 ms
    void takenIn(qint64 feed); // the cache need not remember its changes up to here

private:
    void work();
    int pauseAfter(Indexer::Step step) const;
    int pauseAfter(const Error &error);
    void tell(bool isWorking);
    void tellNow();
    bool isQuiet() const;

    IndexUpkeep m_upkeep;
    std::atomic<bool> m_isStopped = false;
    QTimer m_next;
    QTimer m_telling;
    QElapsedTimer m_sinceTraffic;
    QElapsedTimer m_sinceWrote;
    IndexStatus m_status;
    IndexStatus m_told;
    qint64 m_takenIn = 0;
    int m_failures = 0; // in a row
    Pauses m_pauses;
    bool m_isUp = false; // it has begun
    bool m_hasWritten = false; // since wrote()
};

} // namespace kw
