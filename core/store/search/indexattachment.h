#pragma once

#include "core/store/database.h"
#include "core/store/statement.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace kw {

// DIR/index.db beside a profile's cache, as `idx`, for reading. The thread of its Database.
class IndexAttachment
{
public:
    explicit IndexAttachment(Database &db);
    ~IndexAttachment();
    IndexAttachment(const IndexAttachment &) = delete;
    IndexAttachment &operator=(const IndexAttachment &) = delete;

    // Attached, or attached again where another file has taken its place. False: there is none that this
    // program can read. No statement on `idx` may be alive.
    bool ensure();
    // For SQL that reads `idx`. What fails there is remembered here, not in the Database: a damaged index
    // says nothing about the mail.
    std::unique_ptr<Statement> statement(const QByteArray &sql);
    // The words that begin so (folded, core/search/words.h); nothing if they are more than `most`.
    std::optional<QStringList> wordsWith(const QString &beginning, int most);
    // Whether all of them worked since the last call. Damage is marked: whoever writes the index makes it
    // anew.
    Result<void> readSoFar();

private:
    struct Identity {
        quint64 device = 0;
        quint64 inode = 0;
        bool operator==(const Identity &) const = default;
    };
    Identity identity() const;
    bool attach();
    void detach();

    Database &m_db;
    Identity m_attached;
    bool m_isAttached = false;
    int m_failure = 0;
};

} // namespace kw
