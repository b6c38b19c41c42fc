#pragma once

#include "core/sync/synccontext.h"

namespace kw {

// Makes, renames and removes folders here and writes into the journal what the server must do for it. Within
// the caller's Transaction. Errors (Invalid) come before anything is written.
class FolderKeeper
{
public:
    FolderKeeper(SyncContext &ctx, ActionId action);

    // `below` unset: at the top, or below INBOX where the server keeps everything there.
    Result<FolderId> create(AccountId account, FolderId below, const QString &name,
                            FolderRole role = FolderRole::None, FolderId under = {});
    // A folder that is gone from the server is made again, under its old number.
    Result<FolderId> recreate(AccountId account, const QString &path, FolderId under);
    Result<void> rename(FolderId folder, const QString &path);
    // The folder must hold no shown mail any more; what is below it goes too.
    Result<void> remove(FolderId folder);
    Result<void> subscribe(FolderId folder, bool on);
    // Takes a deletion back that was not sent yet. False: it is gone already.
    bool keep(FolderId folder);

    // The account's folder of this role; made where there is none. Gmail's All Mail is its archive.
    Result<FolderId> ofRole(AccountId account, FolderRole role);
    // Archive, or Archive/2026 for a message of that year.
    Result<FolderId> archiveFor(AccountId account, int year);
    static int yearOf(qint64 date); // seconds since the epoch; the year where the person is

private:
    Operation about(const FolderRow &row, OpKind kind) const;
    Result<FolderId> inUseAgain(const FolderRow &row);
    QString topPrefix(AccountId account, QChar *separator) const;

    SyncContext &m_ctx;
    const ActionId m_action;
};

} // namespace kw
