#include "core/sync/accountsyncs.h"

#include "core/account/accountfile.h"
#include "core/imap/kimap/kimaplink.h"
#include "core/imap/threadedlink.h"
#include "core/smtp/ksmtp/ksmtplink.h"
#include "core/sync/folder/keeping.h"
#include "core/sync/journal/verdicts.h"

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
    , m_vault(m_paths.config, [this] { return m_accounts; })
    , m_tokens(m_vault.secrets(), ctx.clock, m_paths.config)
    , m_signIns(m_tokens, m_paths.config)
{
    connect(&m_vault, &VaultKeeper::opened, this, &AccountSyncs::goOnWithSecrets);
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
        m_ctx.choices.insert(m_ctx.folders.account(account.key), account.folders);
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
    if (const auto target = tlsTarget(account, ServerRole::Receiving, m_paths.config))
        link.pinnedCertificate = target->pinned;
    return link;
}

PasswordSource AccountSyncs::passwordSource(const AccountSettings &account)
{
    if (account.oauth.isEmpty())
        return [this, account] { return m_vault.secrets().password(account); };
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
    if (const auto target = tlsTarget(account, ServerRole::Sending, m_paths.config))
        smtp.pinnedCertificate = target->pinned;
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
    hooks.quotaTold = [this](AccountId id, int crossed) { Q_EMIT quotaTold(id, crossed); };
    auto sync = std::make_unique<AccountSync>(m_ctx, accountId(account.key), account.key, kimapLinks(),
                                              linkSettings(account), passwordSource(account), hooks);
    AccountSync *made = sync.get();
    m_syncs[account.key] = std::move(sync);
    made->lookAt(m_looked);
    return made;
}

void AccountSyncs::goOnWithSecrets()
{
    for (const auto &[key, sync] : m_syncs) {
        const AccountStatus now = sync->status();
        if (now.liveness == Liveness::NeedsYou
            && (awaitsSecret(now.error.code) || now.error.kind == ErrorKind::Auth))
            sync->retryNow();
    }
}

void AccountSyncs::goOnline()
{
    m_online = true;
    m_vault.lookForKeyring();
    for (const AccountSettings &account : std::as_const(m_accounts))
        goOnWith(account);
}

// As the person left it: a paused one stands still.
void AccountSyncs::goOnWith(const AccountSettings &account)
{
    if (account.paused) {
        tellPaused(account);
        return;
    }
    AccountSync *sync = m_syncs.contains(account.key) ? m_syncs[account.key].get() : makeSync(account);
    if (m_online)
        sync->start();
    else
        Q_EMIT accountStatusChanged(sync->status());
}

void AccountSyncs::tellPaused(const AccountSettings &account)
{
    AccountStatus status;
    status.account = accountId(account.key);
    status.key = account.key;
    status.liveness = Liveness::Paused;
    for (const FolderRow &row : m_ctx.folders.folders(status.account))
        status.staleSince = std::max(status.staleSince, row.provenAt);
    Q_EMIT accountStatusChanged(status);
}

void AccountSyncs::tellPaused()
{
    for (const AccountSettings &account : std::as_const(m_accounts)) {
        if (account.paused)
            tellPaused(account);
    }
}

bool AccountSyncs::isPaused(AccountId account) const
{
    const QString key = m_ctx.folders.accounts().value(account);
    const auto found = std::ranges::find(m_accounts, key, &AccountSettings::key);
    return found != m_accounts.end() && found->paused;
}

void AccountSyncs::goOffline()
{
    m_online = false;
    for (const auto &[key, sync] : m_syncs)
        sync->stop().then([] { });
    m_tokens.cancel();
    for (const auto &[key, sync] : m_syncs)
        Q_EMIT accountStatusChanged(sync->status());
    tellPaused();
}

Task<void> AccountSyncs::shutDown()
{
    m_online = false;
    std::vector<Task<void>> ends;
    ends.reserve(m_syncs.size());
    for (const auto &[key, sync] : m_syncs)
        ends.push_back(sync->stop());
    m_tokens.cancel(); // who waits for one holds its sync up
    for (auto &end : ends)
        co_await end;
    m_syncs.clear();
    while (!m_leaving.empty()) {
        const AccountSync *last = m_leaving.back().get();
        co_await m_leaving.back()->stop();
        std::erase_if(m_leaving, [last](const auto &sync) { return sync.get() == last; });
    }
    co_await m_vault.shutDown();
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
        sync->refresh(); // one that is paused or offline only takes note
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

void AccountSyncs::askQuota(const QString &key)
{
    if (const auto sync = m_syncs.find(key); m_online && sync != m_syncs.end())
        sync->second->askQuota();
}

QSet<FolderId> AccountSyncs::offlineFolders() const
{
    QSet<FolderId> out;
    for (const AccountSettings &account : m_accounts) {
        if (account.folders.offline.isEmpty())
            continue;
        for (const FolderRow &row : m_ctx.folders.folders(accountId(account.key))) {
            if (account.folders.offline.contains(row.path))
                out.insert(row.id);
        }
    }
    return out;
}

bool AccountSyncs::open(MessageId message, const FolderRow &folder)
{
    const auto its = std::ranges::find_if(
        m_syncs, [&folder](const auto &entry) { return entry.second->account() == folder.account; });
    if (!m_online || its == m_syncs.end() || isPaused(folder.account))
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

// It may be replaced by another at once; its own end takes as long as its sessions need.
Task<void> AccountSyncs::drop(QString key)
{
    auto node = m_syncs.extract(key);
    if (node.empty())
        co_return;
    AccountSync *leaving = node.mapped().get();
    m_leaving.push_back(std::move(node.mapped()));
    auto end = leaving->stop();
    m_tokens.cancel(); // what a session of it waits for
    co_await end;
    std::erase_if(m_leaving, [leaving](const auto &sync) { return sync.get() == leaving; });
}

// Whether sessions of before would talk to another server, or as another person.
bool AccountSyncs::needsNewSessions(const AccountSettings &before, const AccountSettings &now)
{
    return before.imap != now.imap || before.passwordCommand != now.passwordCommand
        || before.oauth != now.oauth || before.pinnedCertificate != now.pinnedCertificate;
}

void AccountSyncs::applyChoices(const AccountSettings &account)
{
    const AccountId id = accountId(account.key);
    m_ctx.choices.insert(id, account.folders);
    if (const auto done = Keeping(m_ctx).apply(id); !done)
        Q_EMIT notice(done.error());
    if (m_syncs.contains(account.key))
        m_syncs[account.key]->choicesChanged();
}

void AccountSyncs::applyPause(const AccountSettings &account)
{
    if (account.paused && m_syncs.contains(account.key))
        m_syncs[account.key]->stop().then([] { });
    goOnWith(account);
}

Task<void> AccountSyncs::save(AccountSettings settings, QString password)
{
    settings = withDefaults(settings);
    QList<AccountSettings> accounts = m_accounts;
    std::optional<AccountSettings> before;
    const auto same = std::ranges::find(accounts, settings.key, &AccountSettings::key);
    if (same == accounts.end()) {
        accounts.append(settings);
    } else {
        before = *same;
        settings = withoutForeignPins(settings, *same);
        *same = settings;
    }
    if (!keep(accounts))
        co_return;
    {
        Transaction txn(m_ctx.db);
        m_ctx.folders.account(settings.key);
        if (const auto done = txn.commit(); !done)
            Q_EMIT notice(done.error());
    }
    Q_EMIT accountsChanged(m_accounts);
    if (!before || before->folders != settings.folders)
        applyChoices(settings);
    if (!password.isEmpty()) {
        const auto stored = co_await m_vault.secrets().store(settings, password);
        if (!stored)
            Q_EMIT notice(stored.error());
    }
    if (!before || !password.isEmpty() || needsNewSessions(*before, settings)) {
        co_await drop(settings.key);
        goOnWith(settings);
    } else if (before->paused != settings.paused) {
        applyPause(settings);
    }
}

Task<void> AccountSyncs::remove(QString key)
{
    QList<AccountSettings> accounts = m_accounts;
    const auto gone = std::ranges::find(accounts, key, &AccountSettings::key);
    if (gone == accounts.end())
        co_return;
    AccountSettings settings; // a copy: the list goes while we wait
    std::swap(settings, *gone);
    accounts.erase(gone);
    if (!keep(accounts))
        co_return;
    co_await drop(key);
    if (const auto forgotten = forgetCache(key); !forgotten)
        Q_EMIT notice(forgotten.error());
    Q_EMIT accountsChanged(m_accounts);
    if (!settings.oauth.isEmpty())
        co_await forgetSignIn(settings);
    const auto secret = co_await m_vault.secrets().forget(settings);
    if (!secret && secret.error().kind != ErrorKind::Unsupported)
        Q_EMIT notice(secret.error());
}

// Everything of it on this computer. What other accounts were to do with its folders ends here too.
Result<void> AccountSyncs::forgetCache(const QString &key)
{
    const AccountId id = accountId(key);
    Transaction txn(m_ctx.db);
    Verdicts verdicts(m_ctx, {});
    for (const FolderRow &row : m_ctx.folders.folders(id))
        verdicts.folderLost(row);
    m_ctx.folders.removeAccount(id);
    m_ctx.actions.settleFlags();
    const auto done = txn.commit();
    if (done)
        m_ctx.choices.remove(id);
    return done;
}

void AccountSyncs::folderRenamed(AccountId account, const QString &from, const QString &to, QChar separator)
{
    const QString key = m_ctx.folders.accounts().value(account);
    QList<AccountSettings> accounts = m_accounts;
    const auto found = std::ranges::find(accounts, key, &AccountSettings::key);
    if (found == accounts.end())
        return;
    const FolderChoices renamed = Keeping::renamed(found->folders, from, to, separator);
    if (renamed == found->folders)
        return;
    found->folders = renamed;
    if (!keep(accounts))
        return;
    m_ctx.choices.insert(account, renamed);
    Q_EMIT accountsChanged(m_accounts);
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
    const AccountSettings asked = settings; // whoever asked knows the answer by it
    settings = withDefaults(settings);
    if (const auto valid = checkSettings(settings); !valid) {
        Q_EMIT accountChecked(asked, valid.error());
        co_return;
    }
    const PasswordSource source = password.isEmpty() || !settings.oauth.isEmpty()
        ? passwordSource(settings)
        : PasswordSource([password]() -> Task<Result<QString>> { co_return password; });
    const auto checked
        = co_await checkServers({[](bool) { return makeKimapLink(); }, linkSettings(settings),
                                 [] { return makeKsmtpLink(); }, smtpSettings(settings), source});
    Q_EMIT accountChecked(asked, checked ? Error{ErrorKind::Cancelled, {}, {}} : checked.error());
}

} // namespace kw
