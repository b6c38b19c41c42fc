#pragma once

#include "app/ctl/commands.h"
#include "core/account/accountfile.h"
#include "core/store/pages.h"

#include <memory>
#include <optional>

namespace kw {
class Headless;
}

namespace kw::ctl {

// The cache for commands that only read; works while the window runs on the same profile.
class Reading
{
public:
    // Error: NotFound (nothing was ever synced), or what Database::open says.
    static Result<std::unique_ptr<Reading>> open(const Paths &paths);

    Database &database() { return *m_database; }
    const Pages &pages() const { return *m_pages; }
    const QList<FolderRow> &folders() const { return m_folders; }
    const FolderRow *folder(FolderId id) const;
    QString accountKey(AccountId id) const { return m_accounts.value(id); }
    // Error: NotFound.
    Result<AccountId> accountOf(const QString &key) const;

    // "unified:inbox", "work:INBOX/Sub" or "work/INBOX/Sub". Error: Invalid or NotFound.
    Result<ViewId> view(const QString &word) const;

private:
    Reading() = default;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Pages> m_pages;
    QList<FolderRow> m_folders;
    QHash<AccountId, QString> m_accounts;
};

// accounts.ini with every mistake in it already told on standard error.
AccountFile::Loaded loadAccounts(const Invocation &run);
// Error: NotFound, naming those there are.
Result<AccountSettings> findAccount(const QList<AccountSettings> &accounts, const QString &key,
                                    const Paths &paths);
// A message's number as given by list. Error: Invalid.
Result<MessageId> messageId(const QString &word);

// The engine on this profile, or null and a sentence on standard error.
std::unique_ptr<Headless> openEngine(const Invocation &run);

} // namespace kw::ctl
