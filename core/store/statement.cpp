#include "core/store/statement.h"

#include <sqlite3.h>

namespace kw {

Statement::Statement(sqlite3 *db, const char *sql, int *failure, bool persistent)
    : m_failure(failure)
{
    note(sqlite3_prepare_v3(db, sql, -1, persistent ? SQLITE_PREPARE_PERSISTENT : 0, &m_statement, nullptr));
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

void Statement::note(int code)
{
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE && *m_failure == SQLITE_OK)
        *m_failure = code;
}

void Statement::rewind()
{
    sqlite3_reset(m_statement);
}

void Statement::bindOne(int index, qint64 value)
{
    note(sqlite3_bind_int64(m_statement, index, value));
}

void Statement::bindOne(int index, const QString &text)
{
    if (text.isEmpty()) {
        bindOne(index, nullptr);
        return;
    }
    // Kept here, so that SQLite need not copy it once more.
    if (index >= m_texts.size())
        m_texts.resize(index + 1);
    QByteArray &utf8 = m_texts[index] = text.toUtf8();
    note(sqlite3_bind_text(m_statement, index, utf8.constData(), int(utf8.size()), SQLITE_STATIC));
}

void Statement::bindOne(int index, const QByteArray &blob)
{
    note(sqlite3_bind_blob64(m_statement, index, blob.constData(), sqlite3_uint64(blob.size()),
                             SQLITE_TRANSIENT));
}

void Statement::bindOne(int index, std::nullptr_t)
{
    note(sqlite3_bind_null(m_statement, index));
}

// A full disk makes SQLite roll the transaction back by itself; from then on every further write of it would
// commit alone.
bool Statement::isStranded() const
{
    return *m_failure != SQLITE_OK && sqlite3_get_autocommit(sqlite3_db_handle(m_statement)) != 0
        && sqlite3_stmt_readonly(m_statement) == 0;
}

bool Statement::next()
{
    if (!m_statement || isStranded())
        return false;
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    note(code);
    // Frees the read lock at once: an open reader would keep the write-ahead log from being reused.
    sqlite3_reset(m_statement);
    return false;
}

bool Statement::holds()
{
    const bool yes = next() && integer(0) != 0;
    rewind();
    return yes;
}

bool Statement::run()
{
    if (!m_statement || isStranded())
        return false;
    const int code = sqlite3_step(m_statement);
    note(code);
    sqlite3_reset(m_statement);
    return code == SQLITE_DONE || code == SQLITE_ROW;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return QByteArray(bytes, sqlite3_column_bytes(m_statement, column));
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

} // namespace kw
