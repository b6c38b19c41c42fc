#pragma once

#include "core/store/database.h"

#include <QSet>

namespace kw {

struct HeaderDigest;

// Which messages belong together, and the rows of conversation lists. A thread is the union of messages
// connected by Message-ID, References and In-Reply-To over all folders. Write methods need an open
// Transaction.
class ConversationStore
{
public:
    explicit ConversationStore(Database &db);

    // The thread for a new message, merging threads that it connects; `fresh` is used when it has no
    // relatives.
    ThreadId threadFor(const HeaderDigest &digest, ThreadId fresh);
    // Makes the thread's rows in every view right, including views of these folders and roles that it may
    // have left.
    void refresh(ThreadId thread, const QSet<qint64> &leftViews = {});
    void refreshLater(ThreadId thread);
    // Works off what refreshLater left, newest first; returns how many still wait (counted up to 10,000).
    int refreshSome(int limit);

private:
    ThreadId resolved(qint64 thread) const;
    void merge(ThreadId from, ThreadId into);
    quint32 size(ThreadId thread) const;
    struct Row {
        qint64 date = 0;
        quint32 count = 0;
        quint32 unread = 0;
        qint64 last = 0;
        bool operator==(const Row &) const = default;
    };
    QHash<qint64, Row> computed(ThreadId thread) const;
    void put(qint64 view, ThreadId thread, const Row *row);

    Database &m_db;
};

} // namespace kw
