#include "app/ctl/reading.h"

#include "core/sync/headless.h"

#include "app/ctl/words.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace kw::ctl {

Result<std::unique_ptr<Reading>> Reading::open(const Paths &paths)
{
    if (!QFileInfo::exists(paths.cache + "/cache.db"_L1))
        return Error{
            ErrorKind::NotFound,
            u"Nothing has been synced into %1 yet. Run kittiwakectl sync --once, or start Kittiwake."_s.arg(
                QDir::toNativeSeparators(paths.cache)),
            {}};
    auto database = Database::open(paths.cache, Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    std::unique_ptr<Reading> reading(new Reading);
    reading->m_database = *std::move(database);
    reading->m_pages = std::make_unique<Pages>(*reading->m_database);
    reading->m_folders = reading->m_pages->folders();
    reading->m_accounts = reading->m_pages->accounts();
    if (const auto whole = reading->m_database->readSoFar(); !whole)
        return whole.error();
    return reading;
}

const FolderRow *Reading::folder(FolderId id) const
{
    const auto it
        = std::find_if(m_folders.cbegin(), m_folders.cend(), [id](const auto &row) { return row.id == id; });
    return it == m_folders.cend() ? nullptr : &*it;
}

Result<AccountId> Reading::accountOf(const QString &key) const
{
    const AccountId account = m_accounts.key(key);
    if (isSet(account))
        return account;
    return Error{ErrorKind::NotFound,
                 u"There is no account “%1” in the cache. kittiwakectl folders lists all of them."_s.arg(key),
                 {}};
}

Result<ViewId> Reading::view(const QString &word) const
{
    if (word.startsWith("unified:"_L1)) {
        if (const auto role = roleFromWord(word.sliced(8)))
            return ViewId::unified(*role);
        return Error{
            ErrorKind::Invalid,
            u"There is no unified “%1”. Use unified: with inbox, drafts, sent, archive, trash, junk, all or flagged."_s
                .arg(word.sliced(8)),
            {}};
    }
    // The account's name may itself contain ':' or '/': so it is matched, not split off.
    for (const auto &row : m_folders) {
        const auto key = accountKey(row.account);
        if (word.size() == key.size() + 1 + row.path.size() && word.startsWith(key) && word.endsWith(row.path)
            && (word.at(key.size()) == u':' || word.at(key.size()) == u'/'))
            return ViewId::of(row.id);
    }
    return Error{
        ErrorKind::NotFound,
        u"There is no folder “%1”. kittiwakectl folders lists them; write ACCOUNT:PATH or unified:inbox."_s
            .arg(word),
        {}};
}

AccountFile::Loaded loadAccounts(const Invocation &run)
{
    auto loaded = AccountFile::load(run.paths.accountsIni());
    for (const auto &error : std::as_const(loaded.errors))
        run.out.error(error);
    return loaded;
}

Result<AccountSettings> findAccount(const QList<AccountSettings> &accounts, const QString &key,
                                    const Paths &paths)
{
    QStringList names;
    for (const auto &account : accounts) {
        if (account.key == key)
            return account;
        names.append(account.key);
    }
    const auto file = QDir::toNativeSeparators(paths.accountsIni());
    return Error{ErrorKind::NotFound,
                 names.isEmpty() ? u"There is no account “%1”: no usable account is in %2."_s.arg(key, file)
                                 : u"There is no account “%1” in %2; there are: %3."_s.arg(
                                       key, file, names.join(u", "_s)),
                 {}};
}

Result<MessageId> messageId(const QString &word)
{
    bool ok = false;
    const auto number = word.toLongLong(&ok);
    if (ok && number > 0)
        return MessageId(number);
    return Error{
        ErrorKind::Invalid, u"“%1” is not a message's number. kittiwakectl list shows them."_s.arg(word), {}};
}

std::unique_ptr<Headless> openEngine(const Invocation &run)
{
    if (auto made = run.paths.create(); !made) {
        run.out.error(made.error());
        return nullptr;
    }
    auto engine = Headless::open(run.paths);
    if (engine) {
        if (const auto rebuilt = (*engine)->rebuildNotice())
            run.out.error(*rebuilt);
        return *std::move(engine);
    }
    if (engine.error().kind == ErrorKind::Busy)
        run.out.error(
            u"This profile is in use by a running Kittiwake or another kittiwakectl. Close it, or use the window."_s);
    else
        run.out.error(engine.error());
    return nullptr;
}

} // namespace kw::ctl
