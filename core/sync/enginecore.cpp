#include "core/sync/enginecore.h"

#include "core/account/accountfile.h"
#include "core/imap/kimap/kimaplink.h"
#include "core/imap/threadedlink.h"
#include "core/sync/journal/organizer.h"
#include "core/sync/journal/undoer.h"

#include <QCoreApplication>

namespace kw {

LinkFactory kimapLinks()
{
    return [](bool background) -> std::unique_ptr<ImapLink> {
        if (background)
            return std::make_unique<ThreadedLink>([] { return makeKimapLink(); });
        return makeKimapLink();
    };
}

EngineCore::EngineCore(Paths paths, SyncSettings settings)
    : m_paths(std::move(paths))
    , m_settings(settings)
{
}

EngineCore::~EngineCore() = default;

Result<void> EngineCore::openProfile()
{
    if (const auto made = m_paths.create(); !made)
        return made.error();
    auto db = Database::open(m_paths.cache, Database::Mode::ReadWrite);
    if (!db)
        return db.error();
    m_db = std::move(*db);
    m_folders = std::make_unique<FolderStore>(*m_db);
    m_messages = std::make_unique<MessageStore>(*m_db);
    m_bodies = std::make_unique<BodyStore>(*m_db);
    m_context.reset(new SyncContext{*m_db, *m_folders, *m_messages, *m_bodies, m_clock, {}, m_settings});
    m_secrets = makeSystemSecrets();
    const auto loaded = AccountFile::load(m_paths.accountsIni());
    m_accounts = loaded.accounts;
    m_fileErrors = loaded.errors;
    {
        Transaction txn(*m_db);
        for (const AccountSettings &account : std::as_const(m_accounts))
            m_folders->account(account.key);
        if (const auto done = txn.commit(); !done)
            return done.error();
    }
    m_db->onDamaged([this](const Error &error) { Q_EMIT notice(error); });
    tidyUp();
    m_db->onCommitted([this](const ChangeSet &changes) {
        Q_EMIT changed(changes);
        if (!changes.counters.isEmpty())
            tellProgress();
        if (changes.folderListChanged)
            threadSome();
    });
    return {};
}

AccountId EngineCore::accountId(const QString &key)
{
    for (const auto &[id, name] : m_folders->accounts().asKeyValueRange()) {
        if (name == key)
            return id;
    }
    return {};
}

LinkSettings EngineCore::linkSettings(const AccountSettings &account) const
{
    LinkSettings link;
    link.host = account.imap.host;
    link.port = account.imap.port;
    link.user = account.imap.user;
    link.security = account.imap.security == ConnectionSecurity::Tls ? Security::Tls
        : account.imap.security == ConnectionSecurity::StartTls      ? Security::StartTls
                                                                     : Security::None;
    if (const auto pem = pinnedCertificatePem(account, m_paths.config))
        link.pinnedCertificate = *pem;
    return link;
}

PasswordSource EngineCore::passwordSource(const AccountSettings &account)
{
    return [this, account] { return m_secrets->password(account); };
}

void EngineCore::tellProgress()
{
    for (const auto &[key, sync] : m_syncs)
        sync->progressMade();
}

AccountSync *EngineCore::makeSync(const AccountSettings &account)
{
    AccountSync::Hooks hooks;
    hooks.statusChanged = [this](const AccountStatus &status) { Q_EMIT accountStatusChanged(status); };
    hooks.folderStatusChanged = [this](const FolderStatus &status) { Q_EMIT folderStatusChanged(status); };
    hooks.bodyArrived = [this](MessageId id) { Q_EMIT bodyArrived(id); };
    hooks.openFailed = [this](MessageId id, const Error &error) { Q_EMIT openFailed(id, error); };
    hooks.notice = [this](const Error &error) { Q_EMIT notice(error); };
    hooks.rowsAwaitThreading = [this] { threadSome(); };
    auto sync = std::make_unique<AccountSync>(*m_context, accountId(account.key), account.key, kimapLinks(),
                                              linkSettings(account), passwordSource(account), hooks);
    AccountSync *made = sync.get();
    m_syncs[account.key] = std::move(sync);
    return made;
}

void EngineCore::setOnline(bool online)
{
    if (m_online == online)
        return;
    m_online = online;
    if (!online) {
        m_clock.cancel(m_timeTimer);
        for (const auto &[key, sync] : m_syncs)
            sync->stop().then([] { });
        syncStatus();
        return;
    }
    for (const Error &error : std::as_const(m_fileErrors))
        Q_EMIT notice(error);
    if (const auto rebuilt = rebuildNotice())
        Q_EMIT notice(*rebuilt);
    for (const AccountSettings &account : std::as_const(m_accounts)) {
        AccountSync *sync = m_syncs.contains(account.key) ? m_syncs[account.key].get() : makeSync(account);
        sync->lookAt(foldersOf(m_view));
        sync->start();
    }
    m_lastWall = m_clock.wallMs();
    m_lastMonotonic = m_clock.monotonicMs();
    watchTime();
    threadSome();
}

std::optional<Error> EngineCore::rebuildNotice() const
{
    if (!m_db->wasRebuilt())
        return {};
    const QString text = m_db->keptAll()
        ? QCoreApplication::translate(
              "kw::Sync",
              "The mail cache was damaged and is being rebuilt from the servers. No mail is lost.")
        : QCoreApplication::translate(
              "kw::Sync",
              "The mail cache was damaged and is being rebuilt from the servers. No mail is "
              "lost, but changes that had not reached the server could not all be read: "
              "look over what you marked last.");
    return Error{ErrorKind::Storage, text, {}};
}

// A gap between the two clocks means that the machine slept: every connection is as good as dead.
void EngineCore::watchTime()
{
    constexpr Millis Every = std::chrono::seconds(30);
    constexpr qint64 Gap = 30'000;
    constexpr qint64 TidyEvery = 3'600'000;
    m_timeTimer = m_clock.callAfter(Every, [this] { watchTime(); });
    const qint64 wall = m_clock.wallMs();
    const qint64 monotonic = m_clock.monotonicMs();
    const bool slept = (wall - m_lastWall) - (monotonic - m_lastMonotonic) > Gap;
    m_lastWall = wall;
    m_lastMonotonic = monotonic;
    if (slept)
        refresh();
    if (wall - m_tidiedAt > TidyEvery)
        tidyUp();
}

QSet<FolderId> EngineCore::foldersOf(ViewId view) const
{
    QSet<FolderId> out;
    if (!view.isUnified())
        return {view.folder};
    for (const FolderRow &row : m_folders->allFolders()) {
        if (row.role == view.role && row.role != FolderRole::None)
            out.insert(row.id);
    }
    return out;
}

void EngineCore::lookAt(ViewId view)
{
    m_view = view;
    const auto folders = foldersOf(view);
    for (const auto &[key, sync] : m_syncs)
        sync->lookAt(folders);
}

void EngineCore::refresh()
{
    for (const auto &[key, sync] : m_syncs)
        sync->refresh();
}

void EngineCore::fetchBody(MessageId id)
{
    const auto row = m_messages->row(id);
    const auto folder = row ? m_folders->folder(row->folder) : std::nullopt;
    if (!folder) {
        Q_EMIT openFailed(id,
                          {ErrorKind::NotFound,
                           QCoreApplication::translate("kw::Sync", "This message is no longer there."),
                           {}});
        return;
    }
    for (const auto &[key, sync] : m_syncs) {
        if (m_online && sync->account() == folder->account) {
            sync->open(id, folder->id);
            return;
        }
    }
    Q_EMIT openFailed(id,
                      {ErrorKind::Network,
                       QCoreApplication::translate(
                           "kw::Sync", "This message was not downloaded yet. Go online to read it."),
                       {}});
}

void EngineCore::setFlags(const QList<MessageId> &ids, Flags flags, bool on)
{
    {
        Transaction txn(*m_db);
        m_messages->setFlags(ids, quint32(flags.toInt()), on);
        if (const auto done = txn.commit(); !done) {
            Q_EMIT notice(done.error());
            return;
        }
    }
    changesWait();
}

void EngineCore::changesWait()
{
    for (const auto &[key, sync] : m_syncs)
        sync->changesWait();
}

void EngineCore::perform(const Intent &intent)
{
    const auto done = Organizer(*m_context).perform(intent);
    if (!done) {
        Q_EMIT notice(done.error());
        return;
    }
    if (isSet(done->id)) {
        Q_EMIT performed(*done);
        changesWait();
    }
}

void EngineCore::undo(ActionId action)
{
    Undoer undoer(*m_context);
    const auto done = isSet(action) ? undoer.undo(action) : undoer.undoNewest();
    if (!done) {
        Q_EMIT notice(done.error());
        return;
    }
    Q_EMIT undone(*done);
    changesWait();
}

void EngineCore::retry(ActionId action)
{
    const auto done = Undoer(*m_context).retry(action);
    if (!done)
        Q_EMIT notice(done.error());
    else
        changesWait();
}

void EngineCore::dismiss(ActionId action)
{
    if (const auto done = Undoer(*m_context).dismiss(action); !done)
        Q_EMIT notice(done.error());
}

void EngineCore::discardVanished(const QList<qint64> &vanished)
{
    Transaction txn(*m_db);
    for (const qint64 id : vanished)
        m_context->vanished.remove(id);
    if (const auto done = txn.commit(); !done)
        Q_EMIT notice(done.error());
}

// What the log and "Recently vanished" need not remember any longer.
void EngineCore::tidyUp()
{
    constexpr qint64 Day = 86'400'000;
    constexpr int KeepActions = 200;
    constexpr int LogDays = 30;
    Transaction txn(*m_db);
    const qint64 now = m_clock.wallMs();
    m_tidiedAt = now;
    m_context->vanished.purge(now - qint64(m_context->settings.vanishedDays) * Day);
    m_context->actions.prune(now - LogDays * Day, KeepActions);
    if (const auto done = txn.commit(); !done)
        Q_EMIT notice(done.error());
}

void EngineCore::bodyUsed(MessageId id, const QString &preview, bool hasAttachment, bool detailsKnown)
{
    Transaction txn(*m_db);
    m_bodies->touch(id, m_clock.wallMs());
    if (!detailsKnown)
        m_messages->setDetails(id, preview, hasAttachment);
    m_bodies->evict(m_context->settings.bodyBudgetBytes);
    if (const auto done = txn.commit(); !done)
        Q_EMIT notice(done.error());
}

void EngineCore::applySettings(const SyncSettings &settings)
{
    const bool otherDays = m_context->settings.vanishedDays != settings.vanishedDays;
    m_context->settings = settings;
    if (otherDays)
        tidyUp();
}

void EngineCore::threadSome(bool everything)
{
    constexpr int Some = 1000;
    if (m_threading)
        return;
    bool more = true;
    while (more) {
        Transaction txn(*m_db);
        more = m_messages->threadSome(Some) > 0;
        if (!txn.commit())
            return; // the next slice tries again
        if (!everything)
            break;
    }
    if (!more)
        return;
    m_threading = true;
    m_clock.callAfter(Millis(1), [this] {
        m_threading = false;
        threadSome();
    });
}

Task<void> EngineCore::saveAccount(AccountSettings settings, QString password)
{
    settings = withDefaults(settings);
    QList<AccountSettings> accounts = m_accounts;
    const auto same = std::find_if(accounts.begin(), accounts.end(),
                                   [&settings](const AccountSettings &a) { return a.key == settings.key; });
    if (same == accounts.end())
        accounts.append(settings);
    else
        *same = settings;
    if (const auto saved = AccountFile::save(m_paths.accountsIni(), accounts); !saved) {
        Q_EMIT notice(saved.error());
        co_return;
    }
    m_accounts = accounts;
    {
        Transaction txn(*m_db);
        m_folders->account(settings.key);
        if (const auto done = txn.commit(); !done)
            Q_EMIT notice(done.error());
    }
    Q_EMIT accountsChanged(m_accounts);
    if (!password.isEmpty()) {
        const auto stored = co_await m_secrets->store(settings, password);
        if (!stored)
            Q_EMIT notice(stored.error());
    }
    if (m_syncs.contains(settings.key)) {
        co_await m_syncs[settings.key]->stop();
        m_syncs.erase(settings.key);
    }
    AccountSync *sync = makeSync(settings);
    sync->lookAt(foldersOf(m_view));
    if (m_online)
        sync->start();
}

Task<void> EngineCore::removeAccount(QString key)
{
    if (m_syncs.contains(key)) {
        co_await m_syncs[key]->stop();
        m_syncs.erase(key);
    }
    QList<AccountSettings> accounts = m_accounts;
    const auto gone = std::find_if(accounts.begin(), accounts.end(),
                                   [&key](const AccountSettings &a) { return a.key == key; });
    if (gone == accounts.end())
        co_return;
    AccountSettings settings; // a copy: the list goes while we wait
    std::swap(settings, *gone);
    accounts.erase(gone);
    if (const auto saved = AccountFile::save(m_paths.accountsIni(), accounts); !saved) {
        Q_EMIT notice(saved.error());
        co_return;
    }
    m_accounts = accounts;
    {
        Transaction txn(*m_db);
        m_folders->removeAccount(accountId(key));
        if (const auto done = txn.commit(); !done)
            Q_EMIT notice(done.error());
    }
    Q_EMIT accountsChanged(m_accounts);
    const auto forgotten = co_await m_secrets->forget(settings);
    if (!forgotten && forgotten.error().kind != ErrorKind::Unsupported)
        Q_EMIT notice(forgotten.error());
}

Task<void> EngineCore::checkAccount(AccountSettings settings, QString password)
{
    settings = withDefaults(settings);
    if (const auto valid = checkSettings(settings); !valid) {
        Q_EMIT accountChecked(settings, valid.error());
        co_return;
    }
    const auto link = makeKimapLink();
    if (password.isEmpty()) {
        const auto known = co_await m_secrets->password(settings);
        if (!known) {
            Q_EMIT accountChecked(settings, known.error());
            co_return;
        }
        password = *known;
    }
    const auto opened = co_await link->open(linkSettings(settings), password);
    link->close();
    Q_EMIT accountChecked(settings, opened ? Error{ErrorKind::Cancelled, {}, {}} : opened.error());
}

void EngineCore::syncStatus()
{
    for (const auto &[key, sync] : m_syncs)
        Q_EMIT accountStatusChanged(sync->status());
}

Task<void> EngineCore::shutDown()
{
    m_online = false;
    m_clock.cancel(m_timeTimer);
    for (const auto &[key, sync] : m_syncs)
        co_await sync->stop();
    m_syncs.clear();
}

} // namespace kw
