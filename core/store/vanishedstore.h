#pragma once

#include "core/store/database.h"
#include "core/store/rows.h"

#include <optional>

namespace kw {

// A message that is no longer on its server and whose text we had.
struct VanishedRow {
    qint64 id = 0;
    AccountId account{};
    FolderId folder{}; // it was there
    QString folderPath;
    MessageId message{}; // its id while it was listed
    qint64 at = 0; // ms since the epoch: when it was missed
    bool ours = false; // we deleted it for good ourselves
    qint64 date = 0; // seconds since the epoch
    quint32 flags = 0;
    QStringList keywords;
    quint32 size = 0;
    Address from;
    QString subject;
};

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

Q_DECLARE_METATYPE(kw::VanishedRow)
