#include "tests/support/fakeengine.h"

#include "core/base/systemclock.h"
#include "core/sync/journal/organizer.h"
#include "core/sync/journal/undoer.h"

namespace kw {

struct FakeEngine::Desk {
    explicit Desk(Database &db)
        : folders(db)
        , messages(db)
        , bodies(db)
        , context{db, folders, messages, bodies, clock}
    {
    }
    SystemClock clock;
    FolderStore folders;
    MessageStore messages;
    BodyStore bodies;
    SyncContext context;
};

FakeEngine::FakeEngine(QObject *parent)
    : Engine(parent)
{
}

FakeEngine::~FakeEngine() = default;

void FakeEngine::perform(const Intent &intent)
{
    intents.append(intent);
    if (!m_desk)
        return;
    const auto done = Organizer(m_desk->context).perform(intent);
    if (!done)
        Q_EMIT notice(done.error());
    else if (isSet(done->id))
        Q_EMIT performed(*done);
}

void FakeEngine::undo(ActionId action)
{
    undos.append(action);
    if (!m_desk)
        return;
    Undoer undoer(m_desk->context);
    const auto done = isSet(action) ? undoer.undo(action) : undoer.undoNewest();
    if (!done)
        Q_EMIT notice(done.error());
    else
        Q_EMIT undone(*done);
}

void FakeEngine::setOnline(bool online)
{
    if (m_online == online)
        return;
    m_online = online;
    Q_EMIT onlineChanged(online);
}

void FakeEngine::open(MessageId id, Asking asking)
{
    if (asking == Asking::Nothing)
        openedQuietly.append(id);
    opened.append(id);
    if (!answerOpen)
        return;
    auto answer = answerOpen(id);
    if (!answer)
        return;
    // Never from within the call: the real engine answers from its own thread.
    QMetaObject::invokeMethod(
        this,
        [this, id, answer = std::move(*answer)] {
            if (answer)
                Q_EMIT messageOpened(*answer);
            else
                Q_EMIT openFailed(id, answer.error());
        },
        Qt::QueuedConnection);
}

void FakeEngine::setFlags(const QList<MessageId> &ids, Flags flags, bool on)
{
    flagCalls.append(FlagCall{ids, flags, on});
    if (!m_database)
        return;
    Transaction transaction(*m_database);
    MessageStore(*m_database).setFlags(ids, quint32(flags.toInt()), on);
    if (const auto done = transaction.commit(); !done)
        Q_EMIT notice(done.error());
}

void FakeEngine::writeTo(Database *database)
{
    m_database = database;
    m_desk = std::make_unique<Desk>(*database);
    database->onCommitted([this](const ChangeSet &changes) { Q_EMIT changed(changes); });
}

void FakeEngine::saveAccount(const AccountSettings &settings, const QString &password)
{
    saves.append(AccountCall{settings, password});
    const auto same = [&](const AccountSettings &a) { return a.key == settings.key; };
    if (const auto it = std::find_if(accountList.begin(), accountList.end(), same); it != accountList.end())
        *it = settings;
    else
        accountList.append(settings);
    Q_EMIT accountsChanged();
}

void FakeEngine::removeAccount(const QString &key)
{
    removed.append(key);
    accountList.removeIf([&](const AccountSettings &a) { return a.key == key; });
    statusList.remove(key);
    Q_EMIT accountsChanged();
}

void FakeEngine::checkAccount(const AccountSettings &settings, const QString &password)
{
    checks.append(AccountCall{settings, password});
}

void FakeEngine::setStatus(const AccountStatus &status)
{
    statusList.insert(status.key, status);
    Q_EMIT accountStatusChanged(status);
}

void FakeEngine::answerCheck(const Error &error)
{
    Q_EMIT accountChecked(checks.constLast().settings, error);
}

} // namespace kw
