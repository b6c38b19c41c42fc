#include "core/sync/accountsyncs.h"

#include "core/account/accountrules.h"
#include "core/sync/access/kimaplinks.h"
#include "core/sync/folder/keeping.h"
#include "core/sync/journal/verdicts.h"

#include <algorithm>

namespace kw {

AccountSyncs::AccountSyncs(SyncContext &ctx, const Paths &paths)
    : m_ctx(ctx)
    , m_book(ctx, paths)
    , m_access(ctx.clock, paths, [this] { return m_book.accounts(); })
{
    connect(&m_access, &AccountAccess::secretsReady, this, &AccountSyncs::goOnWithSecrets);
    connect(&m_access, &AccountAccess::signedIn, this, &AccountSyncs::goOnSignedIn);
    connect(&m_access, &AccountAccess::notice, this, &AccountSyncs::notice);
}

AccountSyncs::~AccountSyncs() = default;

// An account that waits for this goes on by itself.
void AccountSyncs::goOnSignedIn(const AccountSettings &account)
{
    for (const AccountSettings &saved : m_book.accounts()) {
        const bool isSame = !saved.oauth.isEmpty() && saved.imap.host == account.imap.host
            && saved.imap.user == account.imap.user;
        if (isSame && m_syncs.contains(saved.key))
            m_syncs[saved.key]->retryNow();
    }
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
    hooks.parts
        = {[this](MessageId id, const QString &part, qint64 done, qint64 total) {
               Q_EMIT partProgress(id, part, done, total);
           },
           hooks.bodyArrived, [this](MessageId id, const Error &error) { Q_EMIT partsFailed(id, error); }};
    auto sync
        = std::make_unique<AccountSync>(m_ctx, m_book.id(account.key), account.key, kimapLinks(),
                                        m_access.receiving(account), m_access.passwordSource(account), hooks);
    AccountSync *made = sync.get();
    m_syncs[account.key] = std::move(sync);
    made->lookAt(m_looked);
    made->setMetered(m_metered);
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
    m_access.vault().lookForKeyring();
    for (const AccountSettings &account : m_book.accounts())
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
    status.account = m_book.id(account.key);
    status.key = account.key;
    status.liveness = Liveness::Paused;
    for (const FolderRow &row : m_ctx.folders.folders(status.account))
        status.staleSince = std::max(status.staleSince, row.provenAt);
    Q_EMIT accountStatusChanged(status);
}

void AccountSyncs::tellPaused()
{
    for (const AccountSettings &account : m_book.accounts()) {
        if (account.paused)
            tellPaused(account);
    }
}

void AccountSyncs::goOffline()
{
    m_online = false;
    for (const auto &[key, sync] : m_syncs)
        sync->stop().then([] { });
    m_access.cancelWaits();
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
    m_access.cancelWaits(); // who waits for one holds its sync up
    for (auto &end : ends)
        co_await end;
    m_syncs.clear();
    while (!m_leaving.empty()) {
        const AccountSync *last = m_leaving.back().get();
        co_await m_leaving.back()->stop();
        std::erase_if(m_leaving, [last](const auto &sync) { return sync.get() == last; });
    }
    co_await m_access.shutDown();
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

void AccountSyncs::look(AccountId account, FolderId folder)
{
    if (AccountSync *its = online(account))
        its->look(folder);
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

void AccountSyncs::setMetered(bool metered)
{
    m_metered = metered;
    for (const auto &[key, sync] : m_syncs)
        sync->setMetered(metered);
}

void AccountSyncs::askQuota(const QString &key)
{
    if (const auto sync = m_syncs.find(key); m_online && sync != m_syncs.end())
        sync->second->askQuota();
}

AccountSync *AccountSyncs::online(AccountId account) const
{
    const auto its = std::ranges::find_if(
        m_syncs, [account](const auto &entry) { return entry.second->account() == account; });
    return m_online && its != m_syncs.end() && !m_book.isPaused(account) ? its->second.get() : nullptr;
}

bool AccountSyncs::open(MessageId message, const FolderRow &folder, bool whole)
{
    AccountSync *its = online(folder.account);
    if (its)
        its->open(message, folder.id, whole);
    return its;
}

PartDesk *AccountSyncs::parts(AccountId account)
{
    AccountSync *its = online(account);
    return its ? &its->parts() : nullptr;
}

bool AccountSyncs::done(const Result<void> &result)
{
    if (!result)
        Q_EMIT notice(result.error());
    return bool(result);
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
    m_access.cancelWaits(); // what a session of it waits for
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
    const AccountId id = m_book.id(account.key);
    m_ctx.choices.insert(id, account.folders);
    done(Keeping(m_ctx).apply(id));
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
    const std::optional<AccountSettings> before = m_book.find(settings.key);
    if (before)
        settings = withoutForeignPins(settings, *before);
    if (!done(m_book.put(settings)))
        co_return;
    Q_EMIT accountsChanged(m_book.accounts());
    if (!before || before->folders != settings.folders)
        applyChoices(settings);
    const bool isKept
        = password.isEmpty() || done(co_await m_access.vault().secrets().store(settings, password));
    if (!before || !password.isEmpty() || needsNewSessions(*before, settings)) {
        co_await drop(settings.key);
        goOnWith(settings);
    } else if (before->paused != settings.paused) {
        applyPause(settings);
    }
    if (before && isKept && needsNewSessions(*before, settings))
        co_await m_access.forget(*before);
}

Task<void> AccountSyncs::remove(QString key)
{
    const std::optional<AccountSettings> settings = m_book.find(key);
    if (!settings || !done(m_book.remove(key)))
        co_return;
    co_await drop(key);
    done(forgetCache(key));
    Q_EMIT accountsChanged(m_book.accounts());
    co_await m_access.forget(*settings);
}

// Everything of it on this computer. What other accounts were to do with its folders ends here too.
Result<void> AccountSyncs::forgetCache(const QString &key)
{
    const AccountId id = m_book.id(key);
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
    tellIfChanged(m_book.folderRenamed(account, from, to, separator));
}

void AccountSyncs::order(const QStringList &keys)
{
    tellIfChanged(m_book.order(keys));
}

void AccountSyncs::tellIfChanged(const Result<bool> &changed)
{
    if (!changed)
        Q_EMIT notice(changed.error());
    else if (*changed)
        Q_EMIT accountsChanged(m_book.accounts());
}

} // namespace kw
