#include "core/sync/enginehost.h"

#include "core/imap/threadedlink.h"
#include "core/store/pages.h"
#include "core/sync/enginefactory.h"
#include "core/sync/folder/bodyreader.h"

#include <QEventLoop>
#include <QNetworkInformation>
#include <QTimer>

namespace kw {

namespace {

// An engine that does not end within this time has a bug; the program ends all the same (everything is
// durable).
constexpr int ShutDownMs = 8000;
constexpr int ThreadEndMs = 500; // after its last event

// RFC 2919 and 2369.
bool isOfBulkMail(const MessageView &view)
{
    return std::any_of(view.headers.begin(), view.headers.end(), [](const auto &field) {
        return field.first.compare(QLatin1StringView("List-Id"), Qt::CaseInsensitive) == 0
            || field.first.compare(QLatin1StringView("List-Unsubscribe"), Qt::CaseInsensitive) == 0;
    });
}

void registerTypes()
{
    qRegisterMetaType<ChangeSet>();
    qRegisterMetaType<AccountStatus>();
    qRegisterMetaType<FolderStatus>();
    qRegisterMetaType<OpenedMessage>();
    qRegisterMetaType<AccountSettings>();
    qRegisterMetaType<QList<AccountSettings>>();
    qRegisterMetaType<MessageId>();
    qRegisterMetaType<Error>();
    qRegisterMetaType<ActionRow>();
}

} // namespace

EngineHost::EngineHost(Paths paths, SyncSettings settings)
    : m_paths(std::move(paths))
    , m_attachmentTexts(settings.attachmentTexts)
    , m_core(new EngineCore(m_paths, settings))
    , m_reader(new BodyReader(m_paths.cache))
    , m_vault(m_core)
    , m_parts(m_core, m_reader)
    , m_letters(*this, m_core, m_reader, m_paths.cache)
    , m_signIns(m_core, m_paths.config)
    , m_checkups(this, m_core, m_paths)
    , m_sender(new SenderHost(*this, m_paths.cache))
{
    registerTypes();
    m_thread.setObjectName(QLatin1StringView("kw-engine"));
    m_readerThread.setObjectName(QLatin1StringView("kw-reader"));
    m_core->moveToThread(&m_thread);
    m_reader->moveToThread(&m_readerThread);
    m_searches = std::make_unique<SearchesHost>(
        m_core, [this](std::function<void(EngineCore &)> what) { tell(std::move(what)); }, m_paths.cache);
    m_storage = std::make_unique<StorageHost>(
        m_core, [this](std::function<void(EngineCore &)> what) { tell(std::move(what)); }, m_paths.cache);
    wire();
    m_thread.start();
    m_readerThread.start();
}

EngineHost::~EngineHost()
{
    m_searches.reset();
    m_storage.reset();
    if (auto *network = QNetworkInformation::instance())
        disconnect(network, nullptr, this, nullptr);
    disconnect(m_core, nullptr, this, nullptr);
    disconnect(m_reader, nullptr, this, nullptr);
    QEventLoop untilEnded;
    connect(&m_thread, &QThread::finished, &untilEnded, &QEventLoop::quit);
    QTimer::singleShot(ShutDownMs, &untilEnded, &QEventLoop::quit);
    QMetaObject::invokeMethod(
        m_core,
        [core = m_core, thread = &m_thread] {
            core->shutDown().then([core, thread] {
                core->deleteLater();
                thread->quit();
            });
        },
        Qt::QueuedConnection);
    connect(&m_readerThread, &QThread::finished, m_reader, &QObject::deleteLater);
    m_readerThread.quit();
    m_readerThread.wait();
    // The keyring is spoken to on this thread, and may have something to keep.
    untilEnded.exec(QEventLoop::ExcludeUserInputEvents);
    if (!m_thread.wait(ThreadEndMs)) {
        qWarning("The engine did not end in time.");
        m_thread.terminate();
        m_thread.wait();
    }
    ThreadedLink::joinAll(2000);
}

void EngineHost::wire()
{
    connect(m_core, &EngineCore::changed, this, &Engine::changed);
    connect(m_core, &EngineCore::folderStatusChanged, this, &Engine::folderStatusChanged);
    connect(m_core, &EngineCore::openFailed, this, &Engine::openFailed);
    connect(m_core, &EngineCore::accountChecked, this, &Engine::accountChecked);
    connect(m_core, &EngineCore::notice, this, &Engine::notice);
    connect(m_core, &EngineCore::performed, this, &Engine::performed);
    connect(m_core, &EngineCore::undone, this, &Engine::undone);
    connect(m_core, &EngineCore::accountStatusChanged, this, [this](const AccountStatus &status) {
        m_statuses.insert(status.account, status);
        Q_EMIT accountStatusChanged(status);
    });
    connect(m_core, &EngineCore::accountsChanged, this, [this](const QList<AccountSettings> &accounts) {
        m_accounts = accounts;
        m_storage->setAccounts(accounts);
        m_statuses.removeIf([this](auto it) {
            return std::none_of(m_accounts.begin(), m_accounts.end(),
                                [&it](const AccountSettings &a) { return a.key == it->key; });
        });
        Q_EMIT accountsChanged();
    });
    connect(m_core, &EngineCore::bodyArrived, m_reader, &BodyReader::read);
    connect(m_reader, &BodyReader::missing, m_core, [core = m_core](MessageId id) { core->fetchBody(id); });
    connect(m_reader, &BodyReader::opened, this, [this](const OpenedMessage &message) {
        bool attached = false;
        for (const AttachmentInfo &part : message.view.attachments)
            attached = attached || !part.isInline;
        const auto row = m_db ? Pages(*m_db).message(message.id) : std::nullopt;
        const bool known = row && row->preview == message.view.preview;
        const bool bulk = row && (row->flags & quint32(Flag::Bulk)) == 0 && isOfBulkMail(message.view);
        tell([id = message.id, preview = message.view.preview, attached, known, bulk](EngineCore &core) {
            core.bodyUsed(id, preview, attached, known);
            if (bulk)
                core.bulkSeen(id);
        });
        m_searches->index().personActed();
        Q_EMIT messageOpened(message);
    });
}

template <class F> void EngineHost::tell(F what)
{
    QMetaObject::invokeMethod(
        m_core, [core = m_core, what = std::move(what)]() mutable { what(*core); }, Qt::QueuedConnection);
}

Result<void> EngineHost::openProfile()
{
    Result<void> opened;
    QMetaObject::invokeMethod(
        m_core,
        [this, &opened] {
            opened = m_core->openProfile();
            if (!opened)
                return;
            m_accounts = m_core->accounts().book().accounts();
            m_vault.join(m_core->accounts().access().vault());
            m_signIns.join();
            m_checkups.listenTo(&m_core->checkups());
        },
        Qt::BlockingQueuedConnection);
    if (!opened)
        return opened;
    auto db = Database::open(m_paths.cache, Database::Mode::ReadOnly);
    if (!db)
        return db.error();
    m_db = std::move(*db);
    m_storage->load(*m_db);
    m_searches->index().begin(m_attachmentTexts);
    tell([](EngineCore &core) { core.showDrafts(); });
    m_storage->setAccounts(m_accounts);
    m_db->onDamaged([this](const Error &error) {
        QMetaObject::invokeMethod(this, [this, error] { Q_EMIT notice(error); }, Qt::QueuedConnection);
    });
    return {};
}

AccountId EngineHost::accountId(const QString &key) const
{
    for (const auto &[id, name] : Pages(*m_db).accounts().asKeyValueRange()) {
        if (name == key)
            return id;
    }
    return {};
}

void EngineHost::perform(const Intent &intent)
{
    tell([intent](EngineCore &core) { core.perform(intent); });
}

void EngineHost::undo(ActionId action)
{
    tell([action](EngineCore &core) { core.undo(action); });
}

void EngineHost::retry(ActionId action)
{
    tell([action](EngineCore &core) { core.retry(action); });
}

void EngineHost::dismiss(ActionId action)
{
    tell([action](EngineCore &core) { core.dismiss(action); });
}

void EngineHost::discardVanished(const QList<qint64> &vanished)
{
    tell([vanished](EngineCore &core) { core.discardVanished(vanished); });
}

void EngineHost::setOnline(bool online)
{
    if (m_online == online)
        return;
    m_online = online;
    if (online)
        watchNetwork();
    tell([online](EngineCore &core) { core.setOnline(online); });
    Q_EMIT onlineChanged(online);
}

// The system tells of a new network on the main thread only.
void EngineHost::watchNetwork()
{
    if (std::exchange(m_watchesNetwork, true)
        || !QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability reachable) {
                if (reachable == QNetworkInformation::Reachability::Online)
                    tell([](EngineCore &core) { core.refresh(); });
            });
    const auto tellMetered = [this](bool metered) {
        tell([metered](EngineCore &core) { core.accounts().setMetered(metered); });
    };
    connect(QNetworkInformation::instance(), &QNetworkInformation::isMeteredChanged, this, tellMetered);
    tellMetered(QNetworkInformation::instance()->isMetered());
}

void EngineHost::lookAt(ViewId view)
{
    tell([view](EngineCore &core) { core.lookAt(view); });
}

void EngineHost::refresh()
{
    tell([](EngineCore &core) { core.refresh(); });
}

void EngineHost::open(MessageId id, Asking asking)
{
    QMetaObject::invokeMethod(
        m_reader, [reader = m_reader, id, asking] { reader->open(id, asking == Asking::Passphrases); },
        Qt::QueuedConnection);
}

void EngineHost::applySettings(const SyncSettings &settings)
{
    if (settings.attachmentTexts != m_attachmentTexts)
        m_searches->index().setAttachmentTexts(settings.attachmentTexts);
    m_attachmentTexts = settings.attachmentTexts;
    tell([settings](EngineCore &core) { core.applySettings(settings); });
}

void EngineHost::setFlags(const QList<MessageId> &ids, Flags flags, bool on)
{
    tell([ids, flags, on](EngineCore &core) { core.setFlags(ids, flags, on); });
}

void EngineHost::saveAccount(const AccountSettings &settings, const QString &password)
{
    tell([settings, password](EngineCore &core) { core.accounts().save(settings, password); });
}

void EngineHost::removeAccount(const QString &key)
{
    tell([key](EngineCore &core) { core.accounts().remove(key); });
}

void EngineHost::orderAccounts(const QStringList &keys)
{
    tell([keys](EngineCore &core) { core.accounts().order(keys); });
}

void EngineHost::checkAccount(const AccountSettings &settings, const QString &password)
{
    tell([settings, password](EngineCore &core) { core.accounts().access().check(settings, password); });
}

Result<std::unique_ptr<Engine>> makeEngine(const Paths &paths, const SyncSettings &settings)
{
    auto host = std::make_unique<EngineHost>(paths, settings);
    if (const auto opened = host->openProfile(); !opened)
        return opened.error();
    return std::unique_ptr<Engine>(std::move(host));
}

} // namespace kw
