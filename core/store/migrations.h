#pragma once

struct sqlite3;

namespace kw {

// Brings a schema ("main" or "bodies") of an open connection to `version`, one transaction for each step,
// from whatever it has. Returns SQLite's result code; a step that fails leaves the version before it.
int migrateCache(sqlite3 *db, int version);
int migrateBodies(sqlite3 *db);

} // namespace kw
