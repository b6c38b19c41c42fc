#pragma once

#include "core/store/database.h"

#include <QSet>

#include <optional>

namespace kw {

struct StoredMessage;

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
    // role, separator, selectable, subscribed, unsupported of a known folder.
    void update(const FolderRow &row);
    // A folder that the server has yet to make; under this id where one is given.
    FolderId create(const FolderRow &row, FolderId under = {});
    void setState(FolderId id, FolderState state);
    void setSubscribed(FolderId id, bool subscribed);
    // The folder and everything below it shows under the new path; the server still knows the old one.
    void rename(FolderId id, const QString &path);
    // The server has followed, for the folder and everything below it.
    // `unmade` ones have no place there yet; one of them may have been given the old name meanwhile.
    void renamedOnServer(AccountId account, const QString &from, const QString &to, QChar separator,
                         const QSet<FolderId> &unmade = {});
    QList<FolderRow> below(FolderId id) const; // by path, deepest last
    // What becomes of the texts that are here: kept among what vanished for a while, or gone too.
    enum class Texts { Keep, Forget };
    void remove(FolderId id, Texts texts = Texts::Keep); // with its messages and bodies
    // Its messages and texts go, the folder stays: as if it had never been listed.
    void clear(FolderId id);
    // uidValidity, uidNext, modseq, lowUid, serverTotal, fullScanAt, provenAt
    void saveSyncState(const FolderRow &row);

private:
    void removeMessages(const FolderRow &row, Texts texts);
    void moveRole(FolderId folder, FolderRole before, FolderRole now);
    QList<StoredMessage> messagesOfGmail(FolderId id) const;

    Database &m_db;
};

} // namespace kw
