#pragma once

namespace kw {

// The newest schema this program knows; kept in PRAGMA user_version of each file.
constexpr int CacheSchemaVersion = 15;
constexpr int BodySchemaVersion = 4;

// SQL that brings a file from version n to n+1 (n = 0: an empty file). Null beyond the newest.
const char *cacheMigration(int from);
const char *bodyMigration(int from); // for the schema name `bodies`

} // namespace kw
