#include "core/store/search/indexconnection.h"

#include "core/store/cachefiles.h"
#include "core/store/search/indexschema.h"
#include "core/store/search/tokenizer.h"
#include "core/store/storagefault.h"

#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

namespace kw {

using namespace Qt::StringLiterals;

IndexConnection::IndexConnection(QString directory)
    : m_directory(std::move(directory))
{
}

IndexConnection::~IndexConnection()
{
    close();
}

void IndexConnection::close()
{
    m_statements.clear();
    sqlite3_close_v2(m_db);
    m_db = nullptr;
}

int IndexConnection::connect()
{
    close();
    m_failure = SQLITE_OK;
    int code = sqlite3_open_v2(indexPath(m_directory).toUtf8().constData(), &m_db,
                               SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code != SQLITE_OK)
        return code;
    sqlite3_extended_result_codes(m_db, 1);
    sqlite3_busy_timeout(m_db, 2000);
    code = registerTokenizer(m_db, &m_newWords);
    if (code != SQLITE_OK)
        return code;
    // A tail that is lost with the power is found by its progress and indexed again.
    return run("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000; PRAGMA "
               "temp_store=MEMORY; PRAGMA wal_autocheckpoint=4000; PRAGMA journal_size_limit=67108864;");
}

int IndexConnection::open()
{
    const QString file = indexPath(m_directory);
    const bool wasThere = QFileInfo(file).size() > 0;
    bool isUseless = QFile::exists(indexMark(m_directory));
    if (!isUseless) {
        const int code = connect();
        if (code != SQLITE_OK && !isDamage(code))
            return code;
        isUseless = code != SQLITE_OK || value("PRAGMA user_version") != IndexVersion;
    }
    if (!isUseless)
        return SQLITE_OK;
    close();
    CacheFiles::remove(file);
    QFile::remove(indexMark(m_directory));
    m_madeAnew = wasThere;
    int code = connect();
    if (code == SQLITE_OK)
        code = run(("BEGIN;" + QByteArray(IndexSchema)
                    + "PRAGMA user_version=" + QByteArray::number(IndexVersion) + "; COMMIT;")
                       .constData());
    return code;
}

Statement &IndexConnection::prepared(const char *sql)
{
    auto &statement = m_statements[sql];
    if (!statement)
        statement = std::make_unique<Statement>(m_db, sql, &m_failure);
    statement->rewind();
    return *statement;
}

int IndexConnection::run(const char *sql)
{
    return sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr);
}

qint64 IndexConnection::value(const char *sql)
{
    Statement query(m_db, sql, &m_failure, false);
    return query.next() ? query.integer(0) : -1;
}

Error IndexConnection::fault(int code)
{
    if (isDamage(code)) {
        QFile mark(indexMark(m_directory));
        if (!mark.open(QIODevice::WriteOnly))
            return storageFault(SQLITE_READONLY, m_directory);
    }
    return storageFault(code, m_directory, sqlite3_errmsg(m_db));
}

Result<void> IndexConnection::transact(const std::function<bool()> &changes)
{
    m_failure = SQLITE_OK;
    if (const int code = run("BEGIN IMMEDIATE"); code != SQLITE_OK)
        return fault(code);
    if (!changes()) {
        run("ROLLBACK");
        m_failure = SQLITE_OK;
        return Error{ErrorKind::Cancelled, {}, {}};
    }
    int code = m_failure;
    if (code == SQLITE_OK)
        code = run("COMMIT");
    if (code == SQLITE_OK)
        return {};
    const Error error = fault(code);
    run("ROLLBACK");
    m_failure = SQLITE_OK;
    return error;
}

bool IndexConnection::isSound()
{
    int failure = SQLITE_OK;
    {
        Statement check(m_db, "PRAGMA quick_check(1)", &failure, false);
        if (!check.next() || check.text(0) != "ok"_L1)
            return false;
    }
    return failure == SQLITE_OK
        && run("INSERT INTO word(word, rank) VALUES('integrity-check', 0);"
               "INSERT INTO recent(recent, rank) VALUES('integrity-check', 0);")
        == SQLITE_OK;
}

int IndexConnection::changesSoFar() const
{
    return sqlite3_total_changes(m_db);
}

} // namespace kw
