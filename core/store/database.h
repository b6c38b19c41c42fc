#pragma once

#include "core/base/result.h"
#include "core/store/changecollector.h"

#include <QString>

#include <functional>
#include <memory>

struct sqlite3;

namespace kw {

class Statement;

// The profile's SQLite file (WAL, synchronous=NORMAL) with the body file attached as `bodies`. One writer per
// profile: the engine's thread. Use a Database only on the thread that opened it.
class Database
{
public:
    enum class Mode { ReadWrite, ReadOnly };
    // Opens DIR/cache.db and DIR/bodies.db, creating and migrating both in ReadWrite (for a reader, too,
    // where an earlier version made them). Errors: a newer schema (Unsupported, nothing touched), unreadable
    // or damaged (Storage), disk full (Storage), another writer (Busy).
    static Result<std::unique_ptr<Database>> open(const QString &directory, Mode mode);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    // True if the file was damaged and has been rebuilt (the old one is kept beside it): what the server can
    // give is listed anew, what it cannot give was carried over.
    bool wasRebuilt() const;
    // False: not all of the latter could be read.
    bool keptAll() const;
    QString directory() const;

    sqlite3 *handle() const;
    // The cached prepared statement for this SQL text (a string literal: the pointer is the key); ready for
    // binding.
    Statement &prepared(const char *sql) const;
    // A statement for SQL made at run time.
    std::unique_ptr<Statement> statement(const QByteArray &sql) const;
    // Runs one or more statements without results.
    Result<void> execute(const char *sql);
    Error lastError() const; // ErrorKind::Storage with a sentence for the person
    // Whether every statement since the last transaction (or ever) worked: for readers, whose empty answer
    // may also be a failure.
    Result<void> readSoFar() const;

    // Collects what the open transaction changes; leaves as one ChangeSet when it commits.
    ChangeCollector &changes();
    // Called after each successful COMMIT that changed something visible, on the database's thread.
    void onCommitted(std::function<void(const ChangeSet &)> callback);
    // Called once, on the database's thread, when a statement meets damage. The next open for writing
    // rebuilds; it is marked beside the file.
    void onDamaged(std::function<void(const Error &)> callback);
    // Tests: the n-th commit from now on fails (0 = the next) as a full disk would. -1 = off.
    void failCommit(int n);

private:
    Database();
    friend class Transaction;
    Result<void> lock();
    Result<void> openFiles();
    Result<void> attachBodies();
    Result<void> rebuild();
    bool isOld() const; // made by an earlier version
    void flushCounters();
    struct Private;
    std::unique_ptr<Private> d;
};

// Rolls back unless committed; rolling back also drops the collected changes. Does not nest.
class Transaction
{
public:
    explicit Transaction(Database &db, bool durable = false); // durable: synchronous=FULL for this one
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    // After success the collected ChangeSet has left through Database::onCommitted.
    Result<void> commit();

private:
    Database &m_db;
    bool m_open = false;
    Error m_error; // why it could not even begin
    bool m_durable = false;
};

} // namespace kw
