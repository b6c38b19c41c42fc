#pragma once

#include "core/store/database.h"

#include <optional>

namespace kw {

// Accounts (identity only; settings live in accounts.ini) and folders. Write methods need an open
// Transaction.
class FolderStore
{
public:
    explicit FolderStore(Database &db);

    // The account's row for this accounts.ini group name; made on first use.
    AccountId account(const QString &key);
    // Removes the account with all its folders, messages, bodies and journal rows.
    void removeAccount(AccountId account);
    QHash<AccountId, QString> accounts() const; // id -> group name

    QList<FolderRow> folders(AccountId account) const; // by path
    QList<FolderRow> allFolders() const;
    std::optional<FolderRow> folder(FolderId id) const;
    std::optional<FolderRow> folder(AccountId account, const QString &path) const;

    // Inserts or updates path, separator, role, selectable, subscribed, unsupported; other columns stay. A
    // changed role also moves the folder's messages between unified views.
    FolderId upsert(const FolderRow &listed);
    void remove(FolderId id); // with its messages and bodies
    // uidValidity, uidNext, modseq, lowUid, serverTotal, fullScanAt, provenAt
    void saveSyncState(const FolderRow &row);

private:
    void moveRole(FolderId folder, FolderRole before, FolderRole now);

    Database &m_db;
};

} // namespace kw
