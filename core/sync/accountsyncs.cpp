#include "core/sync/accountsyncs.h"

#include "core/account/accountfile.h"
#include "core/imap/kimap/kimaplink.h"
#include "core/imap/threadedlink.h"
#include "core/smtp/ksmtp/ksmtplink.h"

#include <algorithm>

namespace kw {

LinkFactory kimapLinks()
{
    return [](bool background) -> std::unique_ptr<ImapLink> {
        if (background)
            return std::make_unique<ThreadedLink>([] { return makeKimapLink(); });
        return makeKimapLink();
    };
}

AccountSyncs::AccountSyncs(SyncContext &ctx, Paths paths)
    : m_ctx(ctx)
    , m_paths(std::move(paths))
    , m_secrets(makeSystemSecrets())
    , m_tokens(*m_secrets, ctx.clock, m_paths.config)
    , m_signIns(m_tokens, m_paths.config)
{
    connect(&m_signIns, &SignInDesk::notice, this, &AccountSyncs::notice);
    connect(&m_signIns, &SignInDesk::signedIn, this,
            [this](int, const AccountSettings &account) { signedIn(account); });
}

AccountSyncs::~AccountSyncs() = default;

Result<void> AccountSyncs::load()
{
    const auto loaded = AccountFile::load(m_paths.accountsIni());
    m_accounts = loaded.accounts;
    m_fileErrors = loaded.errors;
    Transaction txn(m_ctx.db);
    for (const AccountSettings &account : std::as_const(m_accounts))
        m_ctx.folders.account(account.key);
    return txn.commit();
}

AccountId AccountSyncs::accountId(const QString &key) const
{
    for (const auto &[id, name] : m_ctx.folders.accounts().asKeyValueRange()) {
        if (name == key)
            return id;
    }
    return {};
}

LinkSettings AccountSyncs::linkSettings(const AccountSettings &account) const
{
    LinkSettings link;
    link.host = account.imap.host;
    link.port = account.imap.port;
    link.user = account.imap.user;
    link.oauth = !account.oauth.isEmpty();
    link.security = account.imap.security == ConnectionSecurity::Tls ? Security::Tls
        : account.imap.security == ConnectionSecurity::StartTls      ? Security::StartTls
                                                                     : Security::None;
    if (const auto pem = pinnedCertificatePem(account, m_paths.config))
        link.pinnedCertificate = *pem;
    return link;
}

PasswordSource AccountSyncs::passwordSource(const AccountSettings &account)
{
    if (account.oauth.isEmpty())
        return [this, account] { return m_secrets->password(account); };
    return {[this, account] { return m_tokens.token(account); },
            [this, account](const QString &refused) { return m_tokens.afterRefusal(account, refused); },
            [this, account](const QString &token) { m_tokens.worked(account, token); }};
}

SmtpSettings AccountSyncs::smtpSettings(const AccountSettings &account) const
{
    SmtpSettings smtp;
    smtp.host = account.smtp.host;
    smtp.port = account.smtp.port;
    smtp.user = account.smtp.user;
    smtp.oauth = !account.oauth.isEmpty();
    smtp.security = account.smtp.security == ConnectionSecurity::Tls ? SmtpSecurity::Tls
        : account.smtp.security == ConnectionSecurity::StartTls      ? SmtpSecurity::StartTls
                                                                     : SmtpSecurity::None;
    AccountSettings sending = account;
    sending.pinnedCertificate = account.smtpPinnedCertificate;
    if (const auto pem = pinnedCertificatePem(sending, m_paths.config))
        smtp.pinnedCertificate = *pem;
    return smtp;
}

// An account that waits for this goes on by itself.
void AccountSyncs::signedIn(const AccountSettings &account)
{
    for (const AccountSettings &saved : std::as_const(m_accounts)) {
        const bool isSame = !saved.oauth.isEmpty() && saved.imap.host == account.imap.host
            && saved.imap.user == account.imap.user;
        if (isSame && m_syncs.contains(saved.key))
            m_syncs[saved.key]->retryNow();
    }
}

Task<void> AccountSyncs::forgetSignIn(AccountSettings settings)
{
    const auto forgotten = co_await m_tokens.forget(withDefaults(settings));
    if (!forgotten && forgotten.error().kind != ErrorKind::Unsupported
        && forgotten.error().kind != ErrorKind::Cancelled)
        Q_EMIT notice(forgotten.error());
}

AccountSync *AccountSyncs::makeSync(const AccountSettings &account)
{
    AccountSync::Hooks hooks;
    hooks.statusChanged = [this](const AccountStatus &status) { Q_EMIT accountStatusChanged(status); };
    hooks.folderStatusChanged = [this](const FolderStatus &status) { Q_EMIT folderStatusChanged(status); };
    hooks.bodyArrived = [this](MessageId id) { Q_EMIT bodyArrived(id); };
    hooks.openFailed = [this](MessageId id, const Error &error) { Q_EMIT openFailed(id, error); };
    hooks.notice = [this](const Error &error) { Q_EMIT notice(error); };
    hooks.rowsAwaitThreading = [this] { Q_EMIT rowsAwaitThreading(); };
    auto sync = std::make_unique<AccountSync>(m_ctx, accountId(account.key), account.key, kimapLinks(),
                                              linkSettings(account), passwordSource(account), hooks);
    AccountSync *made = sync.get();
    m_syncs[account.key] = std::move(sync);
    made->lookAt(m_looked);
    return made;
}

void AccountSyncs::goOnline()
{
    m_online = true;
    for (const AccountSettings &account : std::as_const(m_accounts)) {
        AccountSync *sync = m_syncs.contains(account.key) ? m_syncs[account.key].get() : makeSync(account);
        sync->start();
    }
}

void AccountSyncs::goOffline()
{
    m_online = false;
    for (const auto &[key, sync] : m_syncs)
        sync->stop().then([] { });
    m_tokens.cancel();
    for (const auto &[key, sync] : m_syncs)
        Q_EMIT accountStatusChanged(sync->status());
}

Task<void> AccountSyncs::shutDown()
{
    m_online = false;
    std::vector<Task<void>> ends;
    for (const auto &[key, sync] : m_syncs)
        ends.push_back(sync->stop());
    m_tokens.cancel(); // who waits for one holds its sync up
    for (auto &end : ends)
        co_await end;
    m_syncs.clear();
}

void AccountSyncs::lookAt(const QSet<FolderId> &folders)
{
    m_looked = folders;
    for (const auto &[key, sync] : m_syncs)
        sync->lookAt(folders);
}

void AccountSyncs::refresh()
{
    for (const auto &[key, sync] : m_syncs)
        sync->refresh();
}

void AccountSyncs::changesWait()
{
    for (const auto &[key, sync] : m_syncs)
        sync->changesWait();
}

void AccountSyncs::progressMade()
{
    for (const auto &[key, sync] : m_syncs)
        sync->progressMade();
}

bool AccountSyncs::open(MessageId message, const FolderRow &folder)
{
    const auto its = std::ranges::find_if(
        m_syncs, [&folder](const auto &entry) { return entry.second->account() == folder.account; });
    if (!m_online || its == m_syncs.end())
        return false;
    its->second->open(message, folder.id);
    return true;
}

bool AccountSyncs::keep(const QList<AccountSettings> &accounts)
{
    if (const auto saved = AccountFile::save(m_paths.accountsIni(), accounts); !saved) {
        Q_EMIT notice(saved.error());
        return false;
    }
    m_accounts = accounts;
    return true;
}

Task<void> AccountSyncs::drop(QString key)
{
    if (!m_syncs.contains(key))
        co_return;
    auto end = m_syncs[key]->stop();
    m_tokens.cancel();
    co_await end;
    m_syncs.erase(key);
}

Task<void> AccountSyncs::save(AccountSettings settings, QString password)
{
    settings = withDefaults(settings);
    QList<AccountSettings> accounts = m_accounts;
    const auto same = std::ranges::find(accounts, settings.key, &AccountSettings::key);
    if (same == accounts.end())
        accounts.append(settings);
    else
        *same = settings;
    if (!keep(accounts))
        co_return;
    {
        Transaction txn(m_ctx.db);
        m_ctx.folders.account(settings.key);
        if (const auto done = txn.commit(); !done)
            Q_EMIT notice(done.error());
    }
    Q_EMIT accountsChanged(m_accounts);
    if (!password.isEmpty()) {
        const auto stored = co_await m_secrets->store(settings, password);
        if (!stored)
            Q_EMIT notice(stored.error());
    }
    co_await drop(settings.key);
    AccountSync *sync = makeSync(settings);
    if (m_online)
        sync->start();
}

Task<void> AccountSyncs::remove(QString key)
{
    co_await drop(key);
    QList<AccountSettings> accounts = m_accounts;
    const auto gone = std::ranges::find(accounts, key, &AccountSettings::key);
    if (gone == accounts.end())
        co_return;
    AccountSettings settings; // a copy: the list goes while we wait
    std::swap(settings, *gone);
    accounts.erase(gone);
    if (!keep(accounts))
        co_return;
    {
        Transaction txn(m_ctx.db);
        m_ctx.folders.removeAccount(accountId(key));
        if (const auto done = txn.commit(); !done)
            Q_EMIT notice(done.error());
    }
    Q_EMIT accountsChanged(m_accounts);
    if (!settings.oauth.isEmpty())
        co_await forgetSignIn(settings);
    const auto forgotten = co_await m_secrets->forget(settings);
    if (!forgotten && forgotten.error().kind != ErrorKind::Unsupported)
        Q_EMIT notice(forgotten.error());
}

void AccountSyncs::order(const QStringList &keys)
{
    const auto place = [&keys](const AccountSettings &account) {
        const qsizetype at = keys.indexOf(account.key);
        return at < 0 ? keys.size() : at;
    };
    QList<AccountSettings> accounts = m_accounts;
    std::ranges::stable_sort(accounts, {}, place);
    if (accounts != m_accounts && keep(accounts))
        Q_EMIT accountsChanged(m_accounts);
}

Task<void> AccountSyncs::check(AccountSettings settings, QString password)
{
    settings = withDefaults(settings);
    if (const auto valid = checkSettings(settings); !valid) {
        Q_EMIT accountChecked(settings, valid.error());
        co_return;
    }
    const PasswordSource source = password.isEmpty() || !settings.oauth.isEmpty()
        ? passwordSource(settings)
        : PasswordSource([password]() -> Task<Result<QString>> { co_return password; });
    const auto checked = co_await checkServers({[](bool) { return makeKimapLink(); }, linkSettings(settings),
                                                [] { return makeKsmtpLink(); }, smtpSettings(settings), source});
    Q_EMIT accountChecked(settings, checked ? Error{ErrorKind::Cancelled, {}, {}} : checked.error());
}

} // namespace kw
