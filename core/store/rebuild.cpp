#include "core/store/rebuild.h"

#include "core/store/migrations.h"
#include "core/store/salvage.h"
#include "core/store/schema.h"
#include "core/store/statement.h"
#include "core/store/storagefault.h"

#include <QFile>

#include <memory>

#include <sqlite3.h>

namespace kw {

namespace {

using Connection = std::unique_ptr<sqlite3, decltype(&sqlite3_close_v2)>;

Connection connectTo(const QString &file)
{
    sqlite3 *db = nullptr;
    if (sqlite3_open_v2(file.toUtf8().constData(), &db,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr)
        != SQLITE_OK) {
        sqlite3_close_v2(db);
        db = nullptr;
    }
    return {db, sqlite3_close_v2};
}

// The damaged file: nothing in it is believed, nothing is written to it.
Connection connectToDamaged(const QString &file)
{
    constexpr int PageSize = 4096;
    QFile bytes(file);
    // SQLite throws away the log of an empty file; that log may hold everything.
    if (bytes.exists() && bytes.size() == 0 && !bytes.resize(PageSize))
        return {nullptr, sqlite3_close_v2};
    auto db = connectTo(file);
    if (!db)
        return db;
    sqlite3_db_config(db.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    // writable_schema: a file that is shorter than its header says is read as far as it goes.
    sqlite3_exec(db.get(), "PRAGMA writable_schema=1; PRAGMA cell_size_check=1; PRAGMA query_only=1;",
                 nullptr, nullptr, nullptr);
    return db;
}

// The version of a schema that can be read; 0: nothing can.
int readableVersion(sqlite3 *db)
{
    int failure = SQLITE_OK;
    int version = 0;
    {
        Statement query(db, "PRAGMA user_version", &failure, false);
        version = query.next() ? int(query.integer(0)) : 0;
    }
    Statement table(db, "SELECT 1 FROM message LIMIT 0", &failure, false);
    return failure == SQLITE_OK ? version : 0;
}

Result<bool> makeReplacement(const CacheFiles &files)
{
    CacheFiles::remove(files.replacement());
    const auto old = connectToDamaged(files.cache());
    const int version = old ? readableVersion(old.get()) : 0;
    if (version > CacheSchemaVersion)
        return newerSchema();
    const auto fresh = connectTo(files.replacement());
    if (!fresh)
        return storageFault(SQLITE_CANTOPEN, files.directory());
    // What is carried over has the old schema; it comes up to date together with it.
    int code = migrateCache(fresh.get(), version > 0 ? version : CacheSchemaVersion);
    bool keptAll = false;
    if (code == SQLITE_OK && version > 0) {
        const auto salvaged = salvage(old.get(), fresh.get());
        code = salvaged.code;
        keptAll = salvaged.keptAll;
    }
    if (code == SQLITE_OK)
        code = migrateCache(fresh.get(), CacheSchemaVersion);
    if (code != SQLITE_OK)
        return storageFault(code, files.directory(), sqlite3_errmsg(fresh.get()));
    return keptAll;
}

} // namespace

Result<bool> rebuildCache(const CacheFiles &files)
{
    if (!files.ready()) {
        const auto made = makeReplacement(files);
        if (!made) {
            CacheFiles::remove(files.replacement());
            return made.error();
        }
        if (const auto marked = files.setReady(*made); !marked)
            return marked.error();
    }
    const bool keptAll = files.ready() && files.ready()->keptAll;
    if (const auto done = files.replace(); !done)
        return done.error();
    return keptAll;
}

} // namespace kw
