#pragma once

#include "core/base/deferred.h"
#include "core/imap/imaplink.h"
#include "core/sync/synccontext.h"

#include <deque>
#include <functional>

namespace kw {

// Lists the older part of one folder, from low_uid downward, newest first. Several sessions may work on it at
// once: each takes the next slice; low_uid follows the slices that are done without a gap, in the same commit
// as their rows, so a crash costs the slices in the air and nothing else. It never decides that something is
// gone: its listing may have begun with a server's wrong count. Where the server hangs up, less is asked for
// the next time (CutPlaces). Lives on the engine's thread; the folder must have had its first pass.
class Backfill
{
public:
    // Mail that arrived before `since` (seconds since the epoch; 0: none) stays on the server.
    Backfill(SyncContext &ctx, FolderId folder, qint64 since = 0);

    // Works on an open session until nothing is left to take, `pause` says that something more urgent waits,
    // or it fails. Selects the folder itself. NotFound: the folder was renumbered; the next pass starts anew.
    Task<Result<void>> work(ImapLink &link, std::function<bool()> pause);
    bool isComplete() const { return m_complete; }
    qint64 since() const { return m_since; }
    // True while a second session would find slices to take.
    bool hasSpareWork() const { return m_todo.count() > 2 * m_slice; }
    int added() const { return m_added; }
    // Called when a second session has become worth its while.
    std::function<void()> onSpareWork;

private:
    struct InAir {
        UidSet slice;
        Task<Result<QList<HeaderRecord>>> records;
        qint64 askedAt = 0; // monotonic ms
    };

    Task<Result<void>> enumerate(ImapLink &link);
    Task<Result<void>> findEnd(ImapLink &link);
    Task<Result<UidSet>> fetchAll(ImapLink &link, std::function<bool()> pause);
    void ask(ImapLink &link, std::deque<InAir> &air);
    void measure(const ImapLink &link, qint64 tookMs);
    UidSet take();
    Result<void> passOverCuts();
    Result<UidSet> store(const UidSet &slice, const QList<HeaderRecord> &records);
    Task<Result<void>> settleMissing(ImapLink &link, UidSet missing);
    quint32 lowestDone() const;
    Result<void> completeIfDone();
    void giveBack(const UidSet &slice);

    SyncContext &m_ctx;
    const FolderId m_folder;
    quint32 m_uidValidity = 0;
    const qint64 m_since;
    quint32 m_least = 1; // the last UID that is wanted
    bool m_knowsEnd = false; // m_least has been found out
    quint32 m_floor = 0; // UIDs below are not enumerated yet
    bool m_enumerating = false;
    QList<Deferred<bool>> m_awaitList; // sessions that wait until another has enumerated
    bool m_complete = false;
    quint32 m_slice; // headers per fetch and per commit
    int m_added = 0;
    UidSet m_todo;
    UidSet m_inFlight;
};

} // namespace kw
