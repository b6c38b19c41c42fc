#pragma once

#include "core/store/database.h"

#include <QSet>

#include <optional>

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
    // One new, visible message of a thread.
    struct Arrival {
        ThreadId thread{};
        bool startsThread = false; // threadFor gave it its own number
        FolderId folder{};
        FolderRole role = FolderRole::None;
        PageKey key;
        bool unread = false;
    };
    // Counts new messages into their threads' rows without reading the threads again. To be called in the
    // transaction that inserted them, after the last threadFor.
    void arrived(const QList<Arrival> &arrivals);
    // Makes the thread's rows in every view right, including views of these folders and roles that it may
    // have left.
    void refresh(ThreadId thread, const QSet<qint64> &leftViews = {});
    void refreshLater(ThreadId thread);
    // Works off what refreshLater left, newest first; returns how many still wait (counted up to 10,000).
    int refreshSome(int limit);

private:
    ThreadId resolved(qint64 thread) const;
    ThreadId united(const QList<ThreadId> &threads);
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
    std::optional<Row> current(qint64 view, ThreadId thread) const;
    void put(qint64 view, ThreadId thread, const Row &row);
    void drop(qint64 view, ThreadId thread);
    void write(qint64 view, ThreadId thread, const std::optional<Row> &old, const Row &row);
    struct Gain {
        bool startsThread = false;
        Row row;
    };
    static void add(Row &row, const Row &more);

    Database &m_db;
    QSet<ThreadId> m_merged; // since the last arrived(): rows that no longer add up
};

} // namespace kw
