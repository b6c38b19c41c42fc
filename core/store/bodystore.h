#pragma once

#include "core/store/database.h"

#include <QSet>

#include <optional>

namespace kw {

// Downloaded messages, compressed, in the disposable body file. Write methods need an open Transaction.
class BodyStore
{
public:
    explicit BodyStore(Database &db);

    void put(MessageId id, const StoredBody &body, qint64 nowMs);
    std::optional<StoredBody> get(MessageId id) const; // also right on a read-only database
    // As it is stored, for who unpacks it on another thread.
    struct Packed {
        QByteArray header;
        QByteArray text;
        qint64 octets() const; // unpacked
        std::optional<StoredBody> unpacked() const; // nothing where it is damaged
    };
    std::optional<Packed> packed(MessageId id) const;
    std::optional<StoredBody> getWhole(MessageId id) const; // nothing where parts were left out
    void touch(MessageId id, qint64 nowMs); // least-recently-used order
    void remove(MessageId id);
    qint64 totalBytes() const; // as stored
    // Newest messages of this folder without a body, not older than `sinceSeconds`, not larger than
    // `maxSize`.
    QList<MessageId> missing(FolderId folder, qint64 sinceSeconds, quint32 maxSize, int limit) const;

    // --- room
    // Least recently used first; drafts and what the journal still needs never go, texts of `keptLast` (the
    // folders that are to be here whole) only when there is nothing else.
    struct Eviction {
        AccountId account{}; // none: of all accounts
        qint64 bytes = 0; // to be freed; what goes last may free more
        int most = 0; // messages in one go; 0: as many as it takes
        QSet<FolderId> keptLast;
    };
    struct Evicted {
        int count = 0;
        qint64 bytes = 0;
    };
    Evicted evict(const Eviction &what);
    // What each account's texts take, as stored.
    QHash<AccountId, qint64> bytesByAccount() const;
    // Octets that are free within the file.
    qint64 freeBytes() const;
    // Gives some free pages back to the disk; true: there are more. Outside any transaction.
    bool giveBack(int pages);

    // What an account may still download ahead, as measured last; put() takes from it. Unset: no limit.
    void setRoom(AccountId account, std::optional<qint64> bytes);
    bool hasRoom(AccountId account) const;

private:
    Evicted evictSome(const Eviction &what, bool keptToo);

    Database &m_db;
    QHash<AccountId, qint64> m_room;
};

} // namespace kw
