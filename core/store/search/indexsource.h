#pragma once

#include "core/base/mailtypes.h"
#include "core/store/database.h"
#include "core/store/search/indexdocument.h"

#include <QList>

#include <optional>

namespace kw {

// What of the cache there is to be indexed. Serves the thread of its Database.
class IndexSource
{
public:
    explicit IndexSource(Database &db);

    // Messages whose words changed, or that went; new ones are not among them (index_feed).
    struct Change {
        qint64 seq = 0;
        MessageId id{};
    };
    QList<Change> feed(qint64 after, int most) const; // ascending
    qint64 lastChange() const; // the newest number that was ever given out
    qint64 waiting(qint64 after) const; // how many changes came later
    // Everything that came after this is still there. False too where the cache is not the one that was
    // indexed, or lost its newest changes with the power.
    bool hasAllSince(qint64 after) const;

    QList<MessageId> messages(MessageId above, int most) const; // ascending
    MessageId lastMessage() const; // the highest number that was ever given out
    qint64 count() const; // 1 M messages: some 50 ms

    // A message as lists and envelopes know it.
    struct Row {
        MessageId id{};
        qint64 date = 0; // seconds since the epoch
        quint64 headerHash = 0;
        Address from;
        QString subject;
        QString to;
        QString cc;
        QString list;
        bool isWhole = false; // its whole header was seen
    };
    std::optional<Row> row(MessageId id) const;

    // What the index should know of the messages from this id on, ascending.
    struct State {
        MessageId id{};
        quint64 headerHash = 0;
        IndexDepth depth = IndexDepth::Row; // that there is material for
        bool hasAttachment = false;
    };
    QList<State> states(MessageId from, int most) const;

    // For the one who writes, within a Transaction. True: there is more.
    bool trim(qint64 upTo);
    // Without anybody who takes it in, the feed may not grow for ever. Likewise.
    void limit(qint64 most);

private:
    Database &m_db;
};

} // namespace kw
