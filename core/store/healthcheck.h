#pragma once

#include "core/store/database.h"

namespace kw {

// Whether the files of the cache are sound, as far as SQLite can see in a given time.
struct StoreHealth {
    QString damage; // SQLite's first complaint; empty: none was met
    bool checkedWhole = true; // false: the time was up before
};

// PRAGMA quick_check of both files, each for at most half of `milliseconds`. Only reads. On the database's
// thread, which it blocks.
StoreHealth checkHealth(Database &db, int milliseconds);

} // namespace kw
