#pragma once

#include "core/store/cachefiles.h"
#include "core/store/database.h"
#include "core/store/statement.h"

#include <QLockFile>

#include <unordered_map>

namespace kw {

struct Database::Private {
    sqlite3 *db = nullptr;
    CacheFiles files{{}};
    Mode mode = Mode::ReadWrite;
    std::unique_ptr<QLockFile> lock;
    mutable std::unordered_map<const char *, std::unique_ptr<Statement>> statements;
    mutable int failure = 0; // SQLite's first failure since the transaction began
    mutable bool damageSeen = false;
    bool rebuilt = false;
    bool keptAll = true;
    ChangeCollector changes;
    std::function<void(const ChangeSet &)> committed;
    std::function<void(const Error &)> damaged;
    int failCommit = -1;

    void close();
    void noticeDamage(int code) const; // does nothing for other codes
};

} // namespace kw
