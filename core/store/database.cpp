#include "core/store/database.h"

#include "core/store/schema.h"
#include "core/store/statement.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QScopeGuard>

#include <sqlite3.h>

#include <unordered_map>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("kw::Store", text);
}

bool isDamage(int code)
{
    return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB;
}

Error errorFor(int code, const QString &directory, const char *detail)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {ErrorKind::Storage,
                say("The disk is full: nothing could be saved in %1. Free some space; Kittiwake goes on by "
                    "itself.")
                    .arg(directory),
                u"full"_s};
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return {ErrorKind::Storage,
                say("The mail cache in %1 cannot be written: check the permissions of that folder.")
                    .arg(directory),
                u"readonly"_s};
    case SQLITE_CANTOPEN:
        return {ErrorKind::Storage,
                say("The mail cache in %1 cannot be opened: check that the folder exists and is yours.")
                    .arg(directory),
                u"cantopen"_s};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorKind::Busy, say("The mail cache in %1 is in use by another program.").arg(directory),
                u"busy"_s};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {
            ErrorKind::Storage,
            say("The mail cache in %1 is damaged. Restart Kittiwake: it rebuilds the cache from the server.")
                .arg(directory),
            u"damaged"_s};
    default:
        return {ErrorKind::Storage,
                say("The mail cache in %1 failed: %2.").arg(directory, QString::fromUtf8(detail)),
                {}};
    }
}

QString cacheFile(const QString &dir)
{
    return dir + "/cache.db"_L1;
}
QString bodyFile(const QString &dir)
{
    return dir + "/bodies.db"_L1;
}
QString damageMark(const QString &dir)
{
    return dir + "/cache.db.damaged"_L1;
}

void removeDatabase(const QString &file)
{
    for (const auto suffix : {""_L1, "-wal"_L1, "-shm"_L1})
        QFile::remove(file + suffix);
}

qint64 pragma(sqlite3 *db, const char *sql)
{
    int failure = 0;
    Statement query(db, sql, &failure, false);
    return query.next() ? query.integer(0) : -1;
}

} // namespace

struct Database::Private {
    sqlite3 *db = nullptr;
    QString directory;
    Mode mode = Mode::ReadWrite;
    std::unique_ptr<QLockFile> lock;
    mutable std::unordered_map<const char *, std::unique_ptr<Statement>> statements;
    mutable int failure = SQLITE_OK; // first failure since the transaction began
    bool rebuilt = false;
    ChangeCollector changes;
    std::function<void(const ChangeSet &)> committed;
    int failCommit = -1;

    void close()
    {
        statements.clear();
        if (db)
            sqlite3_close_v2(db);
        db = nullptr;
    }
};

Database::Database()
    : d(std::make_unique<Private>())
{
}

Database::~Database()
{
    if (d->db && d->mode == Mode::ReadWrite)
        sqlite3_exec(d->db, "PRAGMA optimize", nullptr, nullptr, nullptr);
    d->close();
}

Result<std::unique_ptr<Database>> Database::open(const QString &directory, Mode mode)
{
    std::unique_ptr<Database> database(new Database);
    database->d->directory = directory;
    database->d->mode = mode;
    if (mode == Mode::ReadWrite) {
        QDir().mkpath(directory);
        auto lock = std::make_unique<QLockFile>(directory + "/writer.lock"_L1);
        lock->setStaleLockTime(0);
        if (!lock->tryLock(0)) {
            if (lock->error() == QLockFile::LockFailedError)
                return Error{ErrorKind::Busy,
                             say("This profile is in use by another Kittiwake. Close that one first."),
                             u"busy"_s};
            return errorFor(SQLITE_READONLY, directory, "");
        }
        database->d->lock = std::move(lock);
        if (QFile::exists(damageMark(directory))) {
            if (const auto done = database->rebuild(); !done)
                return done.error();
        }
    }
    auto opened = database->openFiles(directory, mode);
    if (!opened && opened.error().code == "damaged"_L1 && mode == Mode::ReadWrite) {
        opened = database->rebuild();
        if (opened)
            opened = database->openFiles(directory, mode);
    }
    if (!opened)
        return opened.error();
    return database;
}

Result<void> Database::openFiles(const QString &directory, Mode mode)
{
    d->close();
    const QByteArray file = cacheFile(directory).toUtf8();
    // A reader takes part in the write-ahead log's shared memory, so it opens for writing too and promises
    // not to write.
    int flags
        = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (mode == Mode::ReadWrite ? SQLITE_OPEN_CREATE : 0);
    int code = sqlite3_open_v2(file.constData(), &d->db, flags, nullptr);
    if (mode == Mode::ReadWrite && code == SQLITE_OK && sqlite3_db_readonly(d->db, "main") == 1)
        code = SQLITE_READONLY;
    if (code != SQLITE_OK)
        return errorFor(code, directory, d->db ? sqlite3_errmsg(d->db) : "");
    sqlite3_extended_result_codes(d->db, 1);
    sqlite3_busy_timeout(d->db, 2000);
    const qint64 version = pragma(d->db, "PRAGMA user_version");
    if (version < 0)
        return lastError();
    if (version > CacheSchemaVersion)
        return Error{ErrorKind::Unsupported,
                     say("This profile was written by a newer version of Kittiwake. Nothing was changed; "
                         "please update this one."),
                     u"schema"_s};
    const char *setUp = mode == Mode::ReadWrite
        ? "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000; PRAGMA "
          "temp_store=MEMORY;"
          "PRAGMA wal_autocheckpoint=4000; PRAGMA journal_size_limit=33554432;"
        : "PRAGMA query_only=1; PRAGMA cache_size=-8000; PRAGMA temp_store=MEMORY;";
    if (const auto done = execute(setUp); !done)
        return done.error();
    if (const auto done = attachBodies(mode); !done)
        return done.error();
    if (mode == Mode::ReadWrite)
        return migrate();
    if (version == 0)
        return errorFor(SQLITE_CANTOPEN, directory, "");
    return {};
}

// The body file is disposable: whatever is wrong with it, it is made anew.
Result<void> Database::attachBodies(Mode mode)
{
    const QString file = bodyFile(d->directory);
    const auto attach = [&] {
        d->failure = SQLITE_OK;
        Statement query(d->db, "ATTACH ? AS bodies", &d->failure, false);
        query.bind(file).run();
        const qint64 version = d->failure == SQLITE_OK ? pragma(d->db, "PRAGMA bodies.user_version") : -1;
        return version;
    };
    qint64 version = attach();
    if (mode == Mode::ReadOnly)
        return version < 0 ? Result<void>(lastError()) : Result<void>{};
    if (version < 0 || version > BodySchemaVersion) {
        sqlite3_exec(d->db, "DETACH bodies", nullptr, nullptr, nullptr);
        removeDatabase(file);
        version = attach();
        if (version < 0)
            return lastError();
    }
    return execute(
        "PRAGMA bodies.journal_mode=WAL; PRAGMA bodies.synchronous=NORMAL; PRAGMA bodies.cache_size=-2000;");
}

Result<void> Database::migrate()
{
    const auto steps = [this](const char *schema, const char *(*step)(int)) -> Result<void> {
        const QByteArray versionQuery = QByteArray("PRAGMA ") + schema + ".user_version";
        int version = int(pragma(d->db, versionQuery.constData()));
        for (; const char *sql = step(version); ++version) {
            const QByteArray all = "BEGIN IMMEDIATE;" + QByteArray(sql) + "PRAGMA " + schema
                + ".user_version=" + QByteArray::number(version + 1) + "; COMMIT;";
            if (const auto done = execute(all.constData()); !done) {
                sqlite3_exec(d->db, "ROLLBACK", nullptr, nullptr, nullptr);
                return done.error();
            }
        }
        return {};
    };
    if (const auto done = steps("main", cacheMigration); !done)
        return done.error();
    return steps("bodies", bodyMigration);
}

// Puts the damaged file aside and starts empty. What the person did and the server does not know yet is
// carried over as far as it can be read.
Result<void> Database::rebuild()
{
    d->close();
    const QString file = cacheFile(d->directory);
    const QString aside = file + ".broken-"_L1 + QString::number(QDateTime::currentSecsSinceEpoch());
    for (const auto suffix : {""_L1, "-wal"_L1, "-shm"_L1}) {
        if (QFile::exists(file + suffix) && !QFile::rename(file + suffix, aside + suffix))
            return errorFor(SQLITE_READONLY, d->directory, "");
    }
    removeDatabase(bodyFile(d->directory)); // its rows are keyed by ids of the old file
    QFile::remove(damageMark(d->directory));
    if (const auto opened = openFiles(d->directory, Mode::ReadWrite); !opened)
        return opened.error();
    d->rebuilt = true;
    d->failure = SQLITE_OK;
    Statement attach(d->db, "ATTACH ? AS old", &d->failure, false);
    if (attach.bind(aside).run()) {
        // Failures are expected here: the file is broken. Whatever can be read is worth having.
        sqlite3_exec(d->db, "INSERT OR IGNORE INTO account SELECT * FROM old.account", nullptr, nullptr,
                     nullptr);
        sqlite3_exec(d->db, "INSERT OR IGNORE INTO op SELECT * FROM old.op", nullptr, nullptr, nullptr);
        sqlite3_exec(d->db, "DETACH old", nullptr, nullptr, nullptr);
    }
    d->failure = SQLITE_OK;
    return {};
}

bool Database::wasRebuilt() const
{
    return d->rebuilt;
}

QString Database::directory() const
{
    return d->directory;
}

sqlite3 *Database::handle() const
{
    return d->db;
}

Statement &Database::prepared(const char *sql) const
{
    auto &slot = d->statements[sql];
    if (!slot)
        slot = std::make_unique<Statement>(d->db, sql, &d->failure);
    slot->rewind();
    return *slot;
}

std::unique_ptr<Statement> Database::statement(const QByteArray &sql) const
{
    return std::make_unique<Statement>(d->db, sql.constData(), &d->failure, false);
}

Result<void> Database::execute(const char *sql)
{
    const int code = sqlite3_exec(d->db, sql, nullptr, nullptr, nullptr);
    if (code == SQLITE_OK)
        return {};
    return errorFor(code, d->directory, sqlite3_errmsg(d->db));
}

Error Database::lastError() const
{
    const int code = d->failure != SQLITE_OK ? d->failure : sqlite3_extended_errcode(d->db);
    if (isDamage(code) && d->mode == Mode::ReadWrite) {
        QFile mark(damageMark(d->directory)); // the next start rebuilds
        if (!mark.open(QIODevice::WriteOnly))
            qWarning("The mark for a damaged cache could not be written.");
    }
    return errorFor(code, d->directory, sqlite3_errmsg(d->db));
}

ChangeCollector &Database::changes()
{
    return d->changes;
}

void Database::onCommitted(std::function<void(const ChangeSet &)> callback)
{
    d->committed = std::move(callback);
}

void Database::failCommit(int n)
{
    d->failCommit = n;
}

void Database::flushCounters()
{
    const auto counts = d->changes.counts();
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it->total == 0 && it->unread == 0)
            continue;
        Statement &update = prepared(
            "UPDATE folder SET total=total+?2, unread=unread+?3 WHERE id=?1 RETURNING total, unread");
        update.bind(it.key(), it->total, it->unread);
        if (update.next())
            d->changes.setCounters(it.key(), {update.number(0), update.number(1)});
        update.rewind();
    }
}

Transaction::Transaction(Database &db, bool durable)
    : m_db(db)
    , m_durable(durable)
{
    Q_ASSERT_X(sqlite3_get_autocommit(db.handle()), "Transaction", "transactions do not nest");
    if (durable && !db.execute("PRAGMA synchronous=FULL"))
        m_durable = false;
    db.d->failure = SQLITE_OK;
    db.d->changes.clear();
    const auto begun = db.execute("BEGIN IMMEDIATE");
    m_open = bool(begun);
    if (!begun) {
        m_error = begun.error();
        // Without a transaction every statement would commit by itself; they must fail instead.
        sqlite3_exec(db.handle(), "PRAGMA query_only=1", nullptr, nullptr, nullptr);
    }
}

Transaction::~Transaction()
{
    if (m_open) {
        sqlite3_exec(m_db.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
        m_db.d->changes.clear();
    }
    if (!m_error.text.isEmpty())
        sqlite3_exec(m_db.handle(), "PRAGMA query_only=0", nullptr, nullptr, nullptr);
    if (m_durable)
        sqlite3_exec(m_db.handle(), "PRAGMA synchronous=NORMAL", nullptr, nullptr, nullptr);
}

Result<void> Transaction::commit()
{
    if (!m_open)
        return m_error.text.isEmpty() ? Error{ErrorKind::Storage, say("This change was saved already."), {}}
                                      : m_error;
    m_db.flushCounters();
    if (m_db.d->failure != SQLITE_OK)
        return m_db.lastError();
    const bool fails = m_db.d->failCommit == 0;
    if (m_db.d->failCommit >= 0)
        --m_db.d->failCommit;
    if (fails)
        return errorFor(SQLITE_FULL, m_db.d->directory, "");
    const auto done = m_db.execute("COMMIT");
    if (!done)
        return done.error();
    m_open = false;
    const ChangeSet changes = m_db.d->changes.take();
    if (m_db.d->committed && !changes.isEmpty())
        m_db.d->committed(changes);
    return {};
}

} // namespace kw
