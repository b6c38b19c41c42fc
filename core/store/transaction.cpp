#include "core/store/databaseprivate.h"
#include "core/store/storagefault.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace kw {

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
        return m_error.text.isEmpty()
            ? Error{ErrorKind::Storage,
                    QCoreApplication::translate("kw::Store", "This change was saved already."),
                    {}}
            : m_error;
    m_db.flushCounters();
    if (m_db.d->failure != SQLITE_OK)
        return m_db.lastError();
    const bool fails = m_db.d->failCommit == 0;
    if (m_db.d->failCommit >= 0)
        --m_db.d->failCommit;
    if (fails)
        return storageFault(SQLITE_FULL, m_db.directory());
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
