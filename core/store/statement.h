#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

struct sqlite3;
struct sqlite3_stmt;

namespace kw {

// One prepared statement. Text is UTF-8 on both sides. Any failure is remembered by the database
// (Database::failed), so that a transaction with a failed statement cannot commit. Thread: the database's.
class Statement
{
public:
    Statement(sqlite3 *db, const char *sql, int *failure, bool persistent = true);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    // Binds in order from the first placeholder; a started statement starts over.
    template <class... Args> Statement &bind(const Args &...args)
    {
        rewind();
        int i = 0;
        (bindOne(++i, args), ...);
        return *this;
    }
    // Single binds, for statements whose placeholders are counted by the caller (1-based).
    void bindOne(int index, qint64 value);
    void bindOne(int index, quint64 value) { bindOne(index, qint64(value)); }
    void bindOne(int index, int value) { bindOne(index, qint64(value)); }
    void bindOne(int index, quint32 value) { bindOne(index, qint64(value)); }
    void bindOne(int index, bool value) { bindOne(index, qint64(value)); }
    void bindOne(int index, const QString &text); // null where empty
    void bindOne(int index, const QByteArray &blob);
    void bindOne(int index, std::nullptr_t);
    template <class Enum>
        requires std::is_enum_v<Enum>
    void bindOne(int index, Enum value)
    {
        bindOne(index, qint64(value));
    }
    void rewind();

    bool next(); // true: a row is there
    bool holds(); // for questions with one answer: the only row's first value is not 0; rewinds
    bool run(); // for statements without rows; false on failure

    qint64 integer(int column) const;
    quint32 number(int column) const { return quint32(integer(column)); }
    QString text(int column) const;
    QByteArray blob(int column) const;
    bool isNull(int column) const;

private:
    void note(int code);
    bool isStranded() const;

    sqlite3_stmt *m_statement = nullptr;
    int *m_failure;
    QList<QByteArray> m_texts; // what is bound, by index
};

} // namespace kw
