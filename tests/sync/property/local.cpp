#include "tests/sync/property/local.h"

#include "core/sync/folder/keeping.h"

#include <QDir>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kw::sim {

SyncLimits smallLimits()
{
    SyncLimits limits;
    limits.firstScreen = 5;
    limits.headerSlice = 4;
    limits.enumerateWindow = 16;
    limits.plainFlagsNewest = 6;
    limits.brakeCount = 4;
    limits.backoffJitter = 0;
    return limits;
}

namespace {

// In memory where there is such a place: the disk's own speed is not what is tested.
std::unique_ptr<QTemporaryDir> newDirectory()
{
    const QString base = QDir(u"/dev/shm"_s).exists() ? u"/dev/shm"_s : QDir::tempPath();
    auto dir = std::make_unique<QTemporaryDir>(base + u"/kw-property-XXXXXX"_s);
    if (!dir->isValid())
        qFatal("no temporary directory");
    return dir;
}

Task<Result<QString>> password()
{
    co_return QString(u"secret"_s);
}

} // namespace

Local::Parts::Parts(std::unique_ptr<Database> opened, Clock &clock, const SyncLimits &limits,
                    const SyncSettings &settings)
    : db(std::move(opened))
    , folders(*db)
    , messages(*db)
    , bodies(*db)
    , ctx{*db, folders, messages, bodies, clock, limits, settings}
{
}

Local::Local(SimNet &net, SyncSettings settings, SyncLimits limits)
    : m_net(net)
    , m_settings(settings)
    , m_limits(limits)
    , m_dir(newDirectory())
{
}

Local::~Local()
{
    if (!stop())
        qFatal("the engine does not stop");
}

void Local::open()
{
    if (m_parts)
        return;
    auto opened = Database::open(m_dir->path(), Database::Mode::ReadWrite);
    if (!opened)
        qFatal("the profile cannot be opened: %s", qPrintable(opened.error().text));
    m_parts = std::make_unique<Parts>(*std::move(opened), m_net.clock, m_limits, m_settings);
    Transaction txn(db());
    m_account = folders().account(u"test"_s);
    if (const auto done = txn.commit(); !done)
        qFatal("the account cannot be made: %s", qPrintable(done.error().text));
    context().choices.insert(m_account, m_choices);
    m_parts->model = std::make_unique<NaiveModel>(db());
    m_crashed = false;
    db().onCommitted([this](const ChangeSet &changes) {
        ++changeSets;
        m_parts->model->apply(changes);
        if (changes.folderListChanged && m_engine)
            threadLater();
    });
    sqlite3_commit_hook(db().handle(), &Local::commitHook, this);
}

void Local::start()
{
    open();
    if (m_engine)
        return;
    m_life = std::make_shared<int>(0);
    m_engine = std::make_unique<AccountSync>(context(), m_account, u"test"_s, m_net.factory(), LinkSettings{},
                                             &password, hooks());
    m_engine->start();
    threadLater(); // what an earlier life left undone
}

AccountSync::Hooks Local::hooks()
{
    AccountSync::Hooks hooks;
    hooks.statusChanged = [](const AccountStatus &) { };
    hooks.folderStatusChanged = [](const FolderStatus &) { };
    hooks.bodyArrived = [this](MessageId id) { opened.append(id); };
    hooks.openFailed = [this](MessageId id, const Error &error) { openFailures.append({id, error}); };
    hooks.notice = [this](const Error &error) { notices.append(error); };
    hooks.rowsAwaitThreading = [this] { threadLater(); };
    return hooks;
}

void Local::choose(const FolderChoices &choices)
{
    m_choices = choices;
    context().choices.insert(m_account, choices);
    if (const auto done = Keeping(context()).apply(m_account); !done)
        notices.append(done.error());
    if (m_engine && !m_crashed)
        m_engine->choicesChanged();
}

void Local::threadLater()
{
    if (m_threading)
        return;
    m_threading = true;
    m_net.clock.callAfter(5ms, [this, life = std::weak_ptr<int>(m_life)] {
        if (!life.lock())
            return;
        m_threading = false;
        Transaction txn(db());
        const int left = messages().threadSome(7);
        if (txn.commit() && left > 0)
            threadLater();
    });
}

bool Local::stop()
{
    if (m_engine) {
        const auto stopping = m_engine->stop();
        if (!m_net.clock.runUntil([&stopping] { return stopping.isReady(); }, 1h))
            return false;
        m_life.reset();
        m_threading = false;
        m_engine.reset();
    }
    m_parts.reset();
    return true;
}

int Local::commitHook(void *self)
{
    auto *local = static_cast<Local *>(self);
    ++local->m_commits;
    if (local->m_crashIn >= 0 && local->m_crashIn-- == 0) {
        if (!local->freeze())
            qFatal("the profile cannot be copied");
        local->m_crashed = true;
    }
    return 0;
}

void Local::crashAtCommit(int n)
{
    m_crashIn = n;
}

// SQLite's promise is about the files, so what they hold at this moment is what a power loss leaves (no page
// is held back: the log is written with plain writes). The shared-memory index is rebuilt from the log.
bool Local::freeze()
{
    m_frozen = newDirectory();
    const QDir from(m_dir->path());
    for (const QString &name : from.entryList(QDir::Files)) {
        if (name.endsWith(u"-shm"_s) || name.endsWith(u".lock"_s))
            continue;
        if (!QFile::copy(from.filePath(name), m_frozen->filePath(name)))
            return false;
    }
    return true;
}

void Local::adoptFrozen()
{
    m_dir = std::move(m_frozen);
    m_crashIn = -1;
}

bool Local::crash()
{
    if (!m_crashed && !freeze())
        return false;
    // What is left of the old process only frees its memory; its files are not looked at again.
    m_crashIn = -1;
    if (!stop())
        return false;
    adoptFrozen();
    return true;
}

} // namespace kw::sim
