#pragma once

#include "core/store/database.h"

#include <QHash>

#include <optional>

namespace kw {

// What is known of a folder besides its row.
struct FolderFacts {
    std::optional<FolderRole> told; // what the server says it is for (RFC 6154); not set: not heard yet
    // Seconds since the epoch: older mail was left unlisted below the row's lowUid. 0: nothing was left out.
    qint64 listedSince = 0;
};

// What would go from this computer with an account.
struct AccountHoldings {
    qint64 messages = 0; // listed here; the server has them too
    qint64 texts = 0; // of them downloaded
    int waiting = 0; // changes to messages and folders that the server has not got yet
    int onlyHere = 0; // messages among them that are on no server of this account yet
    int vanished = 0; // texts that other programs deleted on the server
    bool operator==(const AccountHoldings &) const = default;
};

// Facts about one account as a whole. Write methods need an open Transaction; the others are also right on a
// read-only database and take milliseconds.
class AccountFacts
{
public:
    explicit AccountFacts(Database &db);

    QHash<FolderId, FolderFacts> folders(AccountId account) const;
    FolderFacts folder(FolderId id) const;
    AccountHoldings holdings(AccountId account) const;
    // A message in the folder, with a UID or without, has marks that the server has not got.
    bool hasPendingMarks(FolderId id) const;

    void setTold(FolderId id, FolderRole role);
    void setListedSince(FolderId id, qint64 secondsUtc);

private:
    int count(const char *sql, AccountId account) const;

    Database &m_db;
};

} // namespace kw
