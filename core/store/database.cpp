#include "core/store/databaseprivate.h"
#include "core/store/storagefault.h"

#include <sqlite3.h>

namespace kw {

void Database::Private::close()
{
    statements.clear();
    if (db)
        sqlite3_close_v2(db);
    db = nullptr;
}

void Database::Private::noticeDamage(int code) const
{
    if (damageSeen || !isDamage(code))
        return;
    damageSeen = true;
    files.markDamaged(); // the next start rebuilds
    if (damaged)
        damaged(storageFault(code, files.directory()));
}

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

bool Database::wasRebuilt() const
{
    return d->rebuilt;
}

bool Database::keptAll() const
{
    return d->keptAll;
}

QString Database::directory() const
{
    return d->files.directory();
}

sqlite3 *Database::handle() const
{
    return d->db;
}

Statement &Database::prepared(const char *sql) const
{
    d->noticeDamage(d->failure); // of the statements before: whoever only reads asks for no error
    auto &slot = d->statements[sql];
    if (!slot)
        slot = std::make_unique<Statement>(d->db, sql, &d->failure);
    slot->rewind();
    return *slot;
}

std::unique_ptr<Statement> Database::statement(const QByteArray &sql) const
{
    d->noticeDamage(d->failure);
    return std::make_unique<Statement>(d->db, sql.constData(), &d->failure, false);
}

Result<void> Database::execute(const char *sql)
{
    const int code = sqlite3_exec(d->db, sql, nullptr, nullptr, nullptr);
    if (code == SQLITE_OK)
        return {};
    return storageFault(code, directory(), sqlite3_errmsg(d->db));
}

Error Database::lastError() const
{
    const int code = d->failure != SQLITE_OK ? d->failure : sqlite3_extended_errcode(d->db);
    d->noticeDamage(code);
    // Its own words are about the last call, which may have gone well.
    const bool isLast = code == sqlite3_extended_errcode(d->db) || code == sqlite3_errcode(d->db);
    return storageFault(code, directory(), isLast ? sqlite3_errmsg(d->db) : sqlite3_errstr(code));
}

Result<void> Database::readSoFar() const
{
    return d->failure == SQLITE_OK ? Result<void>() : lastError();
}

ChangeCollector &Database::changes()
{
    return d->changes;
}

void Database::onCommitted(std::function<void(const ChangeSet &)> callback)
{
    d->committed = std::move(callback);
}

void Database::onDamaged(std::function<void(const Error &)> callback)
{
    d->damaged = std::move(callback);
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

} // namespace kw
