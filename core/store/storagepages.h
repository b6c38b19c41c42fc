#pragma once

#include "core/store/database.h"

#include <QMetaType>

namespace kw {

// What one account takes on this computer.
struct CacheUse {
    AccountId account{};
    QString key;
    qint64 texts = 0; // octets of downloaded messages, as stored
    qint64 downloaded = 0; // messages
    qint64 listed = 0; // messages
    qint64 lists = 0; // octets of cache.db: its share by number of messages, an estimate
};

struct StorageReport {
    QList<CacheUse> accounts; // by key
    qint64 cacheFile = 0; // octets on the disk, with the log
    qint64 bodiesFile = 0;
    qint64 reusable = 0; // octets within the body file that hold nothing at present
};

// Reads the whole index of downloaded messages (500,000: about a second): for a reader thread.
StorageReport measureStorage(Database &db);

} // namespace kw

Q_DECLARE_METATYPE(kw::StorageReport)
