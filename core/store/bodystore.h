#pragma once

#include "core/store/database.h"

#include <optional>

namespace kw {

// Downloaded messages, compressed, in the disposable body file. Write methods need an open Transaction.
class BodyStore
{
public:
    explicit BodyStore(Database &db);

    void put(MessageId id, const StoredBody &body, qint64 nowMs);
    std::optional<StoredBody> get(MessageId id) const; // also right on a read-only database
    void touch(MessageId id, qint64 nowMs); // least-recently-used order
    void remove(MessageId id);
    qint64 totalBytes() const; // as stored
    // Evicts least recently used bodies until at most `budget` bytes remain; returns how many went.
    int evict(qint64 budget);
    // Newest messages of this folder without a body, not older than `sinceSeconds`, not larger than
    // `maxSize`.
    QList<MessageId> missing(FolderId folder, qint64 sinceSeconds, quint32 maxSize, int limit) const;

private:
    Database &m_db;
};

} // namespace kw
