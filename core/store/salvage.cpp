#include "core/store/salvage.h"

#include <QByteArray>
#include <QList>

#include <limits>
#include <memory>
#include <optional>

#include <sqlite3.h>

namespace kw {

namespace {

using Prepared = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

Prepared prepare(sqlite3 *db, const QByteArray &sql)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(db, sql.constData(), int(sql.size()), &statement, nullptr);
    return {statement, sqlite3_finalize};
}

// Rows of one table in the order of an integer key that is the table's own order, so that a page that cannot
// be read can be stepped over.
class RowSource
{
public:
    RowSource(sqlite3 *db, const QByteArray &table, const QByteArray &key, const QByteArray &condition)
        : m_rows(prepare(db,
                         "SELECT " + key + ", * FROM " + table + " NOT INDEXED WHERE " + key + ">=?1 AND ("
                             + condition + ") ORDER BY " + key))
        , m_probe(prepare(db,
                          "SELECT " + key + " FROM " + table + " NOT INDEXED WHERE " + key + ">=?1 ORDER BY "
                              + key + " LIMIT 1"))
    {
    }

    bool isValid() const { return m_rows && m_probe; }
    bool hasGaps() const { return m_gaps; }

    // The statement on its next row, which begins with the key; null at the end.
    sqlite3_stmt *next()
    {
        while (true) {
            if (!m_running) {
                sqlite3_reset(m_rows.get());
                sqlite3_bind_int64(m_rows.get(), 1, m_from);
                m_running = true;
            }
            const int code = sqlite3_step(m_rows.get());
            if (code == SQLITE_ROW) {
                m_from = sqlite3_column_int64(m_rows.get(), 0);
                if (m_from < Last)
                    ++m_from;
                return m_rows.get();
            }
            if (code == SQLITE_DONE)
                return nullptr;
            m_gaps = true;
            m_running = false;
            if (!stepOver())
                return nullptr;
        }
    }

private:
    static constexpr qint64 Last = std::numeric_limits<qint64>::max();

    // The key from which on something can be read (or nothing is left); nullopt: damage.
    std::optional<qint64> probe(qint64 from)
    {
        sqlite3_reset(m_probe.get());
        sqlite3_bind_int64(m_probe.get(), 1, from);
        const int code = sqlite3_step(m_probe.get());
        if (code == SQLITE_ROW)
            return sqlite3_column_int64(m_probe.get(), 0);
        return code == SQLITE_DONE ? std::optional(Last) : std::nullopt;
    }

    // Moves behind the damage: ever longer steps until something can be read, then back to where that begins.
    bool stepOver()
    {
        qint64 bad = m_from;
        qint64 good = Last;
        for (qint64 step = 1;; step *= 2) {
            const bool end = m_from > 0 && step >= Last - m_from;
            const qint64 at = end ? Last : m_from + step;
            if (const auto found = probe(at)) {
                good = at;
                break;
            }
            if (end || step >= Last / 2)
                return false;
            bad = at;
        }
        while (good - bad > 1) {
            const qint64 middle = bad + (good - bad) / 2;
            (probe(middle) ? good : bad) = middle;
        }
        m_from = good;
        return good < Last;
    }

    Prepared m_rows;
    Prepared m_probe;
    qint64 m_from = std::numeric_limits<qint64>::min();
    bool m_running = false;
    bool m_gaps = false;
};

class Salvager
{
public:
    Salvager(sqlite3 *damaged, sqlite3 *fresh)
        : m_old(damaged)
        , m_new(fresh)
    {
    }

    Salvaged run()
    {
        write("BEGIN IMMEDIATE");
        copy("account", "id", "1");
        copy("folder", "id", "1");
        for (const char *table : {"action", "op", "vanished", "letter", "letter_revision", "letter_part"})
            copyIfKnown(table, "id", "1");
        copyIfKnown("letter_text", "letter_id", "1");
        copy("message", "id", "pending<>0 OR uid IS NULL OR hidden<>0");
        copyMessagesOf("op", "message_id");
        copyMessagesOf("op", "source_id");
        for (const char *row : {"original", "kept_row", "sent_row"})
            copyMessagesOf("letter", row);
        copyIfKnown("pending_keyword", "message_id", "1");
        copyThreads();
        settle();
        write("COMMIT");
        if (m_result.code != SQLITE_OK)
            sqlite3_exec(m_new, "ROLLBACK", nullptr, nullptr, nullptr);
        return m_result;
    }

private:
    void write(const QByteArray &sql)
    {
        if (m_result.code == SQLITE_OK)
            m_result.code = sqlite3_exec(m_new, sql.constData(), nullptr, nullptr, nullptr);
    }

    qint64 number(sqlite3 *db, const QByteArray &sql) const
    {
        const auto query = prepare(db, sql);
        return query && sqlite3_step(query.get()) == SQLITE_ROW ? sqlite3_column_int64(query.get(), 0) : 0;
    }

    bool isKnown(const char *table, const char *column = "1") const
    {
        return prepare(m_new, QByteArray("SELECT ") + column + " FROM " + table) != nullptr;
    }

    void copyIfKnown(const char *table, const char *key, const char *condition)
    {
        if (isKnown(table))
            copy(table, key, condition);
    }

    void copy(const QByteArray &table, const QByteArray &key, const QByteArray &condition)
    {
        if (m_result.code != SQLITE_OK)
            return;
        RowSource source(m_old, table, key, condition);
        if (!source.isValid()) {
            m_result.keptAll = false;
            return;
        }
        Prepared insert(nullptr, sqlite3_finalize);
        while (sqlite3_stmt *row = source.next()) {
            const int columns = sqlite3_column_count(row) - 1;
            if (!insert)
                insert = prepare(m_new,
                                 "INSERT INTO " + table + " VALUES(?" + QByteArray(",?").repeated(columns - 1)
                                     + ")");
            if (!put(insert.get(), row, columns))
                return;
        }
        m_result.keptAll = m_result.keptAll && !source.hasGaps();
    }

    // A row that the table does not take is garbage (or there already); anything else ends it all.
    bool put(sqlite3_stmt *insert, sqlite3_stmt *row, int columns)
    {
        for (int i = 0; i < columns; ++i)
            sqlite3_bind_value(insert, i + 1, sqlite3_column_value(row, i + 1));
        const int code = sqlite3_step(insert);
        sqlite3_reset(insert);
        if (code == SQLITE_DONE)
            return true;
        const int extended = sqlite3_extended_errcode(m_new);
        if (extended == SQLITE_CONSTRAINT_PRIMARYKEY || extended == SQLITE_CONSTRAINT_ROWID)
            return true;
        m_result.keptAll = false;
        if ((code & 0xff) == SQLITE_CONSTRAINT)
            return true;
        m_result.code = code;
        return false;
    }

    // Messages that the journal speaks of.
    void copyMessagesOf(const char *table, const char *column)
    {
        if (!isKnown(table, column))
            return;
        QList<qint64> ids;
        {
            const auto query = prepare(m_new,
                                       QByteArray("SELECT DISTINCT ") + column + " FROM " + table + " WHERE "
                                           + column + " NOT IN (SELECT id FROM message)");
            while (query && sqlite3_step(query.get()) == SQLITE_ROW)
                ids.append(sqlite3_column_int64(query.get(), 0));
        }
        for (const qint64 id : ids)
            copy("message", "id", "id=" + QByteArray::number(id));
    }

    // Only what leads to the messages that are kept: the rest comes with its messages.
    void copyThreads()
    {
        if (number(m_new, "SELECT EXISTS(SELECT 1 FROM message)") == 0)
            return;
        const bool keptAll = m_result.keptAll;
        copy("thread_alias", "thread_id", "1");
        copy("thread_ref", "msgid_hash", "1");
        write("DELETE FROM thread_ref WHERE thread_id NOT IN (SELECT thread_id FROM message) AND thread_id "
              "NOT IN "
              "(SELECT thread_id FROM thread_alias)");
        m_result.keptAll = keptAll; // a conversation in two parts is no loss
    }

    // Everything else is as in a folder whose UIDs became void.
    void settle()
    {
        const qint64 before = number(m_new, "SELECT COUNT(*) FROM message");
        write("DELETE FROM message WHERE folder_id NOT IN (SELECT id FROM folder)");
        if (number(m_new, "SELECT COUNT(*) FROM message") != before)
            m_result.keptAll = false;
        write("UPDATE message SET uid=NULL");
        write(
            "UPDATE folder SET uidnext=0, modseq=0, low_uid=0, server_total=0, full_scan_at=0, proven_at=0, "
            "total=(SELECT COUNT(*) FROM message m WHERE m.folder_id=folder.id AND m.hidden=0), "
            "unread=(SELECT COUNT(*) FROM message m WHERE m.folder_id=folder.id AND m.hidden=0 AND "
            "(m.flags&1)=0)");
        write("INSERT OR IGNORE INTO dirty_thread SELECT DISTINCT thread_id FROM message");
        // Ids are never used twice: journal and threads speak of them.
        const QByteArray last = QByteArray::number(
            std::max(number(m_old, "SELECT seq FROM sqlite_sequence WHERE name='message'"),
                     number(m_new,
                            "SELECT MAX(thread_id) FROM (SELECT MAX(id) AS thread_id FROM "
                            "message UNION ALL SELECT MAX(thread_id) FROM thread_ref)")));
        write("DELETE FROM sqlite_sequence WHERE name='message'");
        write("INSERT INTO sqlite_sequence VALUES('message', " + last + ")");
        keepFolderIds();
    }

    // Before version 8 folders had no such count; the migration begins it.
    void keepFolderIds()
    {
        if (number(m_new, "SELECT sql LIKE '%AUTOINCREMENT%' FROM sqlite_schema WHERE name='folder'") == 0)
            return;
        const QByteArray last = QByteArray::number(
            std::max(number(m_old, "SELECT seq FROM sqlite_sequence WHERE name='folder'"),
                     number(m_new,
                            "SELECT MAX(used) FROM (SELECT id AS used FROM folder UNION ALL SELECT "
                            "work_folder FROM op UNION ALL SELECT src_folder FROM op UNION ALL SELECT "
                            "dest_folder FROM op UNION ALL SELECT folder_id FROM vanished)")));
        write("DELETE FROM sqlite_sequence WHERE name='folder'");
        write("INSERT INTO sqlite_sequence VALUES('folder', " + last + ")");
    }

    sqlite3 *m_old;
    sqlite3 *m_new;
    Salvaged m_result;
};

} // namespace

Salvaged salvage(sqlite3 *damaged, sqlite3 *fresh)
{
    return Salvager(damaged, fresh).run();
}

} // namespace kw
