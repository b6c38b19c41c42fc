#pragma once

#include "core/store/database.h"
#include "core/store/vanishedrow.h"

#include <optional>

namespace kw {

// "Recently vanished": texts of messages that went, kept for some days, to be put back byte for byte. In the
// first file of the profile, so that the disposable one may go. Write methods need an open Transaction.
class VanishedStore
{
public:
    explicit VanishedStore(Database &db);

    // Copies a message that is about to be removed; nothing where its text is not here.
    void keep(MessageId id, bool ours);
    // Newest first; without those that have turned up in another folder of their account, and without ours.
    QList<VanishedRow> rows(int limit) const;
    // A page of them: missed at `sinceMs` or later, and after this row; without one the first page.
    QList<VanishedRow> rows(qint64 sinceMs, const VanishedRow *after, int limit) const;
    std::optional<VanishedRow> row(qint64 id) const;
    std::optional<VanishedRow> ofMessage(MessageId id) const; // the newest
    std::optional<StoredBody> body(qint64 id) const;
    void remove(qint64 id);
    int purge(qint64 olderThanMs); // returns how many went

private:
    QList<VanishedRow> read(Statement &query) const;

    Database &m_db;
};

} // namespace kw
