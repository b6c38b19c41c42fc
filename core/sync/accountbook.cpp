#include "core/sync/accountbook.h"

#include "core/account/accountfile.h"
#include "core/account/identities.h"
#include "core/store/traits.h"
#include "core/sync/folder/keeping.h"

#include <algorithm>

namespace kw {

namespace {

// The cache marks what is addressed to the person.
void tellOwnAddresses(SyncContext &ctx, const QList<AccountSettings> &accounts)
{
    Traits(ctx.db).setOwnAddresses(ownAddresses(accounts));
}

} // namespace

AccountBook::AccountBook(SyncContext &ctx, const Paths &paths)
    : m_ctx(ctx)
    , m_file(paths.accountsIni())
{
}

Result<void> AccountBook::load()
{
    const auto loaded = AccountFile::load(m_file);
    m_accounts = loaded.accounts;
    m_fileErrors = loaded.errors;
    Transaction txn(m_ctx.db);
    for (const AccountSettings &account : std::as_const(m_accounts))
        m_ctx.choices.insert(m_ctx.folders.account(account.key), account.folders);
    tellOwnAddresses(m_ctx, m_accounts);
    return txn.commit();
}

AccountId AccountBook::id(const QString &key) const
{
    for (const auto &[id, name] : m_ctx.folders.accounts().asKeyValueRange()) {
        if (name == key)
            return id;
    }
    return {};
}

std::optional<AccountSettings> AccountBook::find(const QString &key) const
{
    const auto found = std::ranges::find(m_accounts, key, &AccountSettings::key);
    return found == m_accounts.end() ? std::nullopt : std::optional(*found);
}

bool AccountBook::isPaused(AccountId account) const
{
    const QString key = m_ctx.folders.accounts().value(account);
    const auto found = std::ranges::find(m_accounts, key, &AccountSettings::key);
    return found != m_accounts.end() && found->paused;
}

QSet<FolderId> AccountBook::offlineFolders() const
{
    QSet<FolderId> out;
    for (const AccountSettings &account : m_accounts) {
        if (account.folders.offline.isEmpty())
            continue;
        for (const FolderRow &row : m_ctx.folders.folders(id(account.key))) {
            if (account.folders.offline.contains(row.path))
                out.insert(row.id);
        }
    }
    return out;
}

Result<void> AccountBook::keep(const QList<AccountSettings> &accounts)
{
    if (const auto saved = AccountFile::save(m_file, accounts); !saved)
        return saved.error();
    m_accounts = accounts;
    return {};
}

Result<void> AccountBook::put(const AccountSettings &settings)
{
    QList<AccountSettings> accounts = m_accounts;
    const auto same = std::ranges::find(accounts, settings.key, &AccountSettings::key);
    if (same == accounts.end())
        accounts.append(settings);
    else
        *same = settings;
    Transaction txn(m_ctx.db);
    m_ctx.folders.account(settings.key);
    tellOwnAddresses(m_ctx, accounts);
    if (const auto kept = keep(accounts); !kept)
        return kept;
    return txn.commit();
}

Result<void> AccountBook::remove(const QString &key)
{
    QList<AccountSettings> accounts = m_accounts;
    accounts.removeIf([&key](const AccountSettings &account) { return account.key == key; });
    Transaction txn(m_ctx.db);
    tellOwnAddresses(m_ctx, accounts);
    if (const auto kept = keep(accounts); !kept)
        return kept;
    return txn.commit();
}

Result<bool> AccountBook::order(const QStringList &keys)
{
    const auto place = [&keys](const AccountSettings &account) {
        const qsizetype at = keys.indexOf(account.key);
        return at < 0 ? keys.size() : at;
    };
    QList<AccountSettings> accounts = m_accounts;
    std::ranges::stable_sort(accounts, {}, place);
    if (accounts == m_accounts)
        return false;
    if (const auto kept = keep(accounts); !kept)
        return kept.error();
    return true;
}

Result<bool> AccountBook::folderRenamed(AccountId account, const QString &from, const QString &to,
                                        QChar separator)
{
    const QString key = m_ctx.folders.accounts().value(account);
    QList<AccountSettings> accounts = m_accounts;
    const auto found = std::ranges::find(accounts, key, &AccountSettings::key);
    if (found == accounts.end())
        return false;
    const FolderChoices renamed = Keeping::renamed(found->folders, from, to, separator);
    if (renamed == found->folders)
        return false;
    found->folders = renamed;
    if (const auto kept = keep(accounts); !kept)
        return kept.error();
    m_ctx.choices.insert(account, renamed);
    return true;
}

} // namespace kw
