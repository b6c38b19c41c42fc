#include "core/store/migrations.h"

#include "core/store/schema.h"
#include "core/store/statement.h"

#include <sqlite3.h>

namespace kw {

namespace {

int migrate(sqlite3 *db, const QByteArray &schema, const char *(*step)(int), int target)
{
    int failure = SQLITE_OK;
    int version = 0;
    {
        Statement query(db, "PRAGMA " + schema + ".user_version", &failure, false);
        if (!query.next())
            return failure;
        version = int(query.integer(0));
    }
    for (; version < target; ++version) {
        const QByteArray all = "BEGIN IMMEDIATE;" + QByteArray(step(version)) + "PRAGMA " + schema
            + ".user_version=" + QByteArray::number(version + 1) + "; COMMIT;";
        failure = sqlite3_exec(db, all.constData(), nullptr, nullptr, nullptr);
        if (failure != SQLITE_OK) {
            sqlite3_exec(db, "ROLLBACK", nullptr, nullptr, nullptr);
            return failure;
        }
    }
    return SQLITE_OK;
}

} // namespace

int migrateCache(sqlite3 *db, int version)
{
    return migrate(db, "main", cacheMigration, version);
}

int migrateBodies(sqlite3 *db)
{
    return migrate(db, "bodies", bodyMigration, BodySchemaVersion);
}

} // namespace kw
