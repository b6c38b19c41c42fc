// How a profile's files come to be open: lock, damage, versions, the attached bodies.
#include "core/store/databaseprivate.h"
#include "core/store/migrations.h"
#include "core/store/rebuild.h"
#include "core/store/schema.h"
#include "core/store/storagefault.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <sqlite3.h>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

qint64 pragma(sqlite3 *db, const char *sql)
{
    int failure = SQLITE_OK;
    Statement query(db, sql, &failure, false);
    return query.next() ? query.integer(0) : -1;
}

// Evicted texts give their room back to the disk, step by step (BodyStore::giveBack). That is decided when a
// file is made; one from before is written anew once, if that takes a second at most.
int makeShrinkable(sqlite3 *db, const QString &file)
{
    constexpr qint64 Incremental = 2;
    constexpr qint64 QuicklyRewritten = 128 << 20; // octets
    if (pragma(db, "PRAGMA bodies.auto_vacuum") == Incremental)
        return SQLITE_OK;
    const int code = sqlite3_exec(db, "PRAGMA bodies.auto_vacuum=2", nullptr, nullptr, nullptr);
    const qint64 size = QFileInfo(file).size();
    if (code != SQLITE_OK || size == 0 || size > QuicklyRewritten)
        return code;
    sqlite3_exec(db, "VACUUM bodies", nullptr, nullptr, nullptr); // where it cannot be: another time
    return SQLITE_OK;
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const QString &directory, Mode mode)
{
    std::unique_ptr<Database> database(new Database);
    Private &d = *database->d;
    d.files = CacheFiles(directory);
    d.mode = mode;
    if (mode == Mode::ReadWrite) {
        if (const auto locked = database->lock(); !locked)
            return locked.error();
        if (d.files.isDamaged()) {
            if (const auto done = database->rebuild(); !done)
                return done.error();
        }
    }
    auto opened = database->openFiles();
    if (!opened && opened.error().code == "damaged"_L1 && mode == Mode::ReadWrite) {
        opened = database->rebuild();
        if (opened)
            opened = database->openFiles();
    }
    if (!opened)
        return opened.error();
    if (mode == Mode::ReadOnly && database->isOld()) {
        // The first to look after an update: whoever may write brings the files up to date.
        d.close();
        if (const auto writer = open(directory, Mode::ReadWrite); !writer)
            return writer.error();
        if (const auto again = database->openFiles(); !again)
            return again.error();
    }
    return database;
}

bool Database::isOld() const
{
    return pragma(d->db, "PRAGMA user_version") < CacheSchemaVersion
        || pragma(d->db, "PRAGMA bodies.user_version") < BodySchemaVersion;
}

Result<void> Database::lock()
{
    QDir().mkpath(directory());
    auto lock = std::make_unique<QLockFile>(directory() + "/writer.lock"_L1);
    lock->setStaleLockTime(0);
    // A process it had just started keeps a killed program's lock for the moment until it becomes another
    // one.
    constexpr int PatienceMs = 500;
    if (!lock->tryLock(PatienceMs)) {
        if (lock->error() == QLockFile::LockFailedError)
            return Error{
                ErrorKind::Busy,
                QCoreApplication::translate(
                    "kw::Store", "This profile is in use by another Kittiwake. Close that one first."),
                u"busy"_s};
        return storageFault(lock->error() == QLockFile::PermissionError ? SQLITE_READONLY : SQLITE_FULL,
                            directory());
    }
    d->lock = std::move(lock);
    return {};
}

Result<void> Database::rebuild()
{
    d->close();
    const auto keptAll = rebuildCache(d->files);
    if (!keptAll)
        return keptAll.error();
    d->rebuilt = true;
    d->keptAll = *keptAll;
    d->failure = SQLITE_OK;
    d->damageSeen = false;
    return {};
}

Result<void> Database::openFiles()
{
    d->close();
    const QByteArray file = d->files.cache().toUtf8();
    const bool writes = d->mode == Mode::ReadWrite;
    // A reader takes part in the write-ahead log's shared memory, so it opens for writing too and promises
    // not to write.
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (writes ? SQLITE_OPEN_CREATE : 0);
    int code = sqlite3_open_v2(file.constData(), &d->db, flags, nullptr);
    if (writes && code == SQLITE_OK && sqlite3_db_readonly(d->db, "main") == 1)
        code = SQLITE_READONLY;
    if (code != SQLITE_OK)
        return storageFault(code, directory(), d->db ? sqlite3_errmsg(d->db) : "");
    sqlite3_extended_result_codes(d->db, 1);
    sqlite3_busy_timeout(d->db, 2000);
    const qint64 version = pragma(d->db, "PRAGMA user_version");
    if (version < 0)
        return lastError();
    if (version > CacheSchemaVersion)
        return newerSchema();
    if (version == 0 && !writes)
        return storageFault(SQLITE_CANTOPEN, directory());
    if (version == 0)
        CacheFiles::remove(d->files.bodies()); // whatever it holds, its ids are those of another cache
    const char *setUp = writes
        ? "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000; PRAGMA "
          "temp_store=MEMORY;"
          "PRAGMA wal_autocheckpoint=4000; PRAGMA journal_size_limit=33554432;"
        : "PRAGMA query_only=1; PRAGMA cache_size=-8000; PRAGMA temp_store=MEMORY;";
    if (const auto done = execute(setUp); !done)
        return done.error();
    if (const auto done = attachBodies(); !done)
        return done.error();
    if (!writes)
        return {};
    code = migrateCache(d->db, CacheSchemaVersion);
    if (code == SQLITE_OK)
        code = migrateBodies(d->db);
    return code == SQLITE_OK ? Result<void>() : storageFault(code, directory(), sqlite3_errmsg(d->db));
}

// The body file is disposable: whatever is wrong with it, it is made anew.
Result<void> Database::attachBodies()
{
    const QString file = d->files.bodies();
    const auto attach = [&] {
        d->failure = SQLITE_OK;
        Statement query(d->db, "ATTACH ? AS bodies", &d->failure, false);
        query.bind(file).run();
        return d->failure == SQLITE_OK ? pragma(d->db, "PRAGMA bodies.user_version") : -1;
    };
    qint64 version = attach();
    if (d->mode == Mode::ReadOnly)
        return version < 0 ? Result<void>(lastError()) : Result<void>{};
    if (version < 0 || version > BodySchemaVersion) {
        sqlite3_exec(d->db, "DETACH bodies", nullptr, nullptr, nullptr);
        CacheFiles::remove(file);
        version = attach();
        if (version < 0)
            return lastError();
    }
    if (const auto done = makeShrinkable(d->db, file); done != SQLITE_OK)
        return storageFault(done, directory(), sqlite3_errmsg(d->db));
    return execute(
        "PRAGMA bodies.journal_mode=WAL; PRAGMA bodies.synchronous=NORMAL; PRAGMA bodies.cache_size=-2000;");
}

} // namespace kw
