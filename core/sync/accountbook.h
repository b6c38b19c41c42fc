#pragma once

#include "core/account/paths.h"
#include "core/sync/synccontext.h"

namespace kw {

// The accounts of a profile as accounts.ini has them; each change is written there before it counts. Lives on
// the engine's thread. Errors: Storage, where the file or the cache cannot be written; nothing changed then.
class AccountBook
{
public:
    AccountBook(SyncContext &ctx, const Paths &paths);

    // Reads accounts.ini. What is wrong with single entries is in fileErrors.
    Result<void> load();
    const QList<AccountSettings> &accounts() const { return m_accounts; }
    const QList<Error> &fileErrors() const { return m_fileErrors; }
    AccountId id(const QString &key) const; // not set: unknown to the cache
    std::optional<AccountSettings> find(const QString &key) const;
    bool isPaused(AccountId account) const;
    // Those that are to be on this computer whole.
    QSet<FolderId> offlineFolders() const;

    Result<void> put(const AccountSettings &settings); // replaces the one of its key, or comes last
    Result<void> remove(const QString &key);
    Result<bool> order(const QStringList &keys); // those not named come last; false: it was so
    // A folder got another name, by the person's hand: what was chosen for it stays so. false: nothing was.
    Result<bool> folderRenamed(AccountId account, const QString &from, const QString &to, QChar separator);

private:
    Result<void> keep(const QList<AccountSettings> &accounts);

    SyncContext &m_ctx;
    const QString m_file;
    QList<AccountSettings> m_accounts;
    QList<Error> m_fileErrors;
};

} // namespace kw
