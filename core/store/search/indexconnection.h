#pragma once

#include "core/base/result.h"
#include "core/store/statement.h"

#include <QSet>

#include <functional>
#include <memory>
#include <unordered_map>

struct sqlite3;

namespace kw {

// The writing connection to DIR/index.db. One thread.
class IndexConnection
{
public:
    explicit IndexConnection(QString directory);
    ~IndexConnection();
    IndexConnection(const IndexConnection &) = delete;
    IndexConnection &operator=(const IndexConnection &) = delete;

    // Opens the file; makes it anew where it is damaged, marked as such or of another version. An SQLite
    // result code.
    int open();
    bool wasMadeAnew() const { return m_madeAnew; }
    const QString &directory() const { return m_directory; }

    // By the literal's address, as Database does it; ready for binding.
    Statement &prepared(const char *sql);
    int run(const char *sql);
    // One value.
    qint64 value(const char *sql);
    // All of it or nothing; false from `changes`: nothing, and Cancelled.
    Result<void> transact(const std::function<bool()> &changes);
    Error fault(int code); // damage is marked: the next to open the file makes it anew
    bool isSound();
    int changesSoFar() const;
    // Words that were indexed since somebody emptied it.
    QSet<QByteArray> &newWords() { return m_newWords; }

private:
    int connect();
    void close();

    const QString m_directory;
    sqlite3 *m_db = nullptr;
    int m_failure = 0;
    QSet<QByteArray> m_newWords;
    std::unordered_map<const char *, std::unique_ptr<Statement>> m_statements;
    bool m_madeAnew = false;
};

} // namespace kw
