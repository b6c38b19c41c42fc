#include "core/sync/enginecore.h"

#include "core/store/quotastore.h"
#include "core/store/search/indexsource.h"
#include "core/sync/checkup/checkupdesk.h"
#include "core/sync/journal/organizer.h"
#include "core/sync/journal/undoer.h"
#include "core/sync/outbox/letterdesk.h"
#include "core/sync/outbox/outbox.h"

#include <QCoreApplication>

namespace kw {

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
    m_accounts = std::make_unique<AccountSyncs>(*m_context, m_paths);
    m_checkups = std::make_unique<CheckupDesk>(*m_accounts, m_paths);
    if (const auto loaded = m_accounts->book().load(); !loaded)
        return loaded.error();
    connect(m_accounts.get(), &AccountSyncs::accountStatusChanged, this, &EngineCore::accountStatusChanged);
    connect(m_accounts.get(), &AccountSyncs::folderStatusChanged, this, &EngineCore::folderStatusChanged);
    connect(m_accounts.get(), &AccountSyncs::accountsChanged, this, &EngineCore::accountsChanged);
    connect(m_accounts.get(), &AccountSyncs::bodyArrived, this, &EngineCore::bodyArrived);
    connect(m_accounts.get(), &AccountSyncs::openFailed, this, &EngineCore::openFailed);
    connect(m_accounts.get(), &AccountSyncs::partProgress, this, &EngineCore::partProgress);
    connect(m_accounts.get(), &AccountSyncs::partsFailed, this, &EngineCore::partsFailed);
    connect(&m_accounts->access(), &AccountAccess::checked, this, &EngineCore::accountChecked);
    connect(m_accounts.get(), &AccountSyncs::notice, this, &EngineCore::notice);
    connect(m_accounts.get(), &AccountSyncs::rowsAwaitThreading, this,
            [this] { m_housekeeping->threadSome(); });
    connect(m_accounts.get(), &AccountSyncs::quotaTold, this, [this](AccountId account, int crossed) {
        Q_EMIT quotaTold(QuotaStore(*m_db).quota(account), crossed);
    });
    m_trimmer = std::make_unique<BodyTrimmer>(
        *m_context, [this](AccountId account, qint64 bytes) { Q_EMIT bodiesTrimmed(account, bytes); });
    m_db->onDamaged([this](const Error &error) { Q_EMIT notice(error); });
    m_housekeeping = std::make_unique<Housekeeping>(
        *m_context, *m_trimmer,
        Housekeeping::Hooks{[this] { refresh(); }, [this](const Error &error) { Q_EMIT notice(error); }});
    m_housekeeping->tidyUp();
    connect(m_accounts.get(), &AccountSyncs::accountsChanged, this, [this] { m_housekeeping->threadSome(); });
    openOutbox();
    m_accounts->tellPaused();
    m_db->onCommitted([this](const ChangeSet &changes) {
        Q_EMIT changed(changes);
        if (!changes.counters.isEmpty())
            m_accounts->progressMade();
        if (changes.folderListChanged || changes.lettersChanged) // sent mail makes people known
            m_housekeeping->threadSome();
    });
    return {};
}

void EngineCore::setOnline(bool online)
{
    if (m_online == online)
        return;
    m_online = online;
    if (!online) {
        m_housekeeping->stop();
        m_accounts->goOffline();
        m_outbox->goOffline().then([] { });
        return;
    }
    for (const Error &error : m_accounts->book().fileErrors())
        Q_EMIT notice(error);
    if (const auto rebuilt = rebuildNotice())
        Q_EMIT notice(*rebuilt);
    m_accounts->lookAt(foldersOf(m_view));
    m_accounts->goOnline();
    m_outbox->goOnline();
    m_housekeeping->start();
    m_housekeeping->threadSome();
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
    m_accounts->lookAt(foldersOf(view));
}

void EngineCore::refresh()
{
    m_accounts->refresh();
    m_outbox->startAnew();
}

void EngineCore::fetchBody(MessageId id, bool whole)
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
    if (!m_accounts->open(id, *folder, whole))
        Q_EMIT openFailed(id, unreachable(*folder));
}

Error EngineCore::unreachable(const FolderRow &folder) const
{
    if (m_accounts->book().isPaused(folder.account))
        return {ErrorKind::Network,
                QCoreApplication::translate("kw::Sync",
                                            "This message was not downloaded yet, and its account "
                                            "is paused. Go on with the account to read it."),
                {}};
    return {
        ErrorKind::Network,
        QCoreApplication::translate("kw::Sync", "This message was not downloaded yet. Go online to read it."),
        {}};
}

void EngineCore::fetchParts(MessageId id, const QStringList &parts)
{
    const auto row = m_messages->row(id);
    const auto folder = row ? m_folders->folder(row->folder) : std::nullopt;
    PartDesk *desk = folder ? m_accounts->parts(folder->account) : nullptr;
    if (desk)
        desk->fetch(id, parts);
    else
        Q_EMIT partsFailed(
            id,
            folder ? unreachable(*folder)
                   : Error{ErrorKind::NotFound,
                           QCoreApplication::translate("kw::Sync", "This message is no longer there."),
                           {}});
}

void EngineCore::cancelParts(MessageId id)
{
    const auto row = m_messages->row(id);
    const auto folder = row ? m_folders->folder(row->folder) : std::nullopt;
    if (PartDesk *desk = folder ? m_accounts->parts(folder->account) : nullptr)
        desk->cancel(id);
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
    m_accounts->changesWait();
}

void EngineCore::perform(const Intent &intent)
{
    const auto before = m_folders->folder(intent.folder);
    const auto done = Organizer(*m_context).perform(intent);
    if (!done) {
        Q_EMIT notice(done.error());
        return;
    }
    if (before)
        followName(*before);
    if (isSet(done->id)) {
        Q_EMIT performed(*done);
        m_accounts->changesWait();
    }
}

void EngineCore::undo(ActionId action)
{
    Undoer undoer(*m_context);
    const QList<FolderRow> before = m_folders->allFolders();
    const auto done = isSet(action) ? undoer.undo(action) : undoer.undoNewest();
    if (!done) {
        Q_EMIT notice(done.error());
        return;
    }
    if (done->kind == ActionKind::RenameFolder) {
        for (const FolderRow &row : before)
            followName(row);
    }
    Q_EMIT undone(*done);
    m_accounts->changesWait();
}

// What the person chose for a folder belongs to it under whatever name.
void EngineCore::followName(const FolderRow &before)
{
    const auto now = m_folders->folder(before.id);
    if (now && now->path != before.path)
        m_accounts->folderRenamed(before.account, before.path, now->path, before.separator);
}

void EngineCore::retry(ActionId action)
{
    const auto done = Undoer(*m_context).retry(action);
    if (!done)
        Q_EMIT notice(done.error());
    else
        m_accounts->changesWait();
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

void EngineCore::bulkSeen(MessageId id)
{
    Transaction txn(*m_db);
    m_messages->setBulk(id);
    if (const auto done = txn.commit(); !done)
        Q_EMIT notice(done.error());
}

void EngineCore::askQuota(const QString &accountKey)
{
    m_accounts->askQuota(accountKey);
}

void EngineCore::setBodyRoom(AccountId account, std::optional<qint64> bytes)
{
    m_bodies->setRoom(account, bytes);
}

void EngineCore::trimBodies(AccountId account, qint64 bytes)
{
    m_trimmer->trim(account, bytes, m_accounts->book().offlineFolders());
}

void EngineCore::trimIndexFeed(qint64 takenIn)
{
    Transaction txn(*m_db);
    const bool isMore = IndexSource(*m_db).trim(takenIn);
    if (!txn.commit() || !isMore)
        return; // what stays is taken in again, or goes the next time
    m_clock.callAfter(Millis(50), [this, takenIn] { trimIndexFeed(takenIn); });
}

void EngineCore::bodyUsed(MessageId id, const QString &preview, bool hasAttachment, bool detailsKnown)
{
    Transaction txn(*m_db);
    m_bodies->touch(id, m_clock.wallMs());
    if (!detailsKnown)
        m_messages->setDetails(id, preview, hasAttachment);
    if (const auto done = txn.commit(); !done)
        Q_EMIT notice(done.error());
    if (const qint64 over = m_bodies->totalBytes() - m_context->settings.bodyBudgetBytes; over > 0)
        trimBodies({}, over);
}

void EngineCore::applySettings(const SyncSettings &settings)
{
    const bool otherDays = m_context->settings.vanishedDays != settings.vanishedDays;
    m_context->settings = settings;
    if (otherDays)
        m_housekeeping->tidyUp();
}

Task<void> EngineCore::shutDown()
{
    m_online = false;
    if (m_housekeeping) // the profile could be opened
        m_housekeeping->stop();
    if (m_trimmer)
        m_trimmer->stop();
    if (m_checkups)
        co_await m_checkups->shutDown();
    if (m_outbox)
        co_await m_outbox->goOffline();
    if (m_accounts)
        co_await m_accounts->shutDown();
}

} // namespace kw
