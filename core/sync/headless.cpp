#include "core/sync/headless.h"
#include "core/sync/journal/organizer.h"
#include "core/sync/journal/undoer.h"

#include "core/imap/threadedlink.h"
#include "core/mime/messageparser.h"
#include "core/store/search/indexfile.h"
#include "core/sync/access/kimaplinks.h"
#include "core/sync/engine.h"
#include "core/sync/enginecore.h"
#include "core/sync/headlessoutbox.h"
#include "core/sync/oncesync.h"
#include "core/sync/outbox/outbox.h"

#include <QCoreApplication>
#include <QEventLoop>

namespace kw {

namespace {

// Spins the calling thread's event loop until the task is done.
template <class T> T resultOf(Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

Error noAccount(const QString &key)
{
    return {ErrorKind::NotFound,
            QCoreApplication::translate("kw::Sync", "There is no account called \"%1\".").arg(key),
            {}};
}

Error pausedError(const QString &key)
{
    return {ErrorKind::Refused,
            QCoreApplication::translate("kw::Sync",
                                        "The account “%1” is paused. Go on with it (kittiwakectl account "
                                        "resume %1) and try again.")
                .arg(key),
            {}};
}

PassReport pausedReport(const QString &key)
{
    PassReport report;
    report.account = key;
    report.note = QCoreApplication::translate("kw::Sync",
                                              "This account is paused; nothing was synced and its changes "
                                              "wait.");
    return report;
}

} // namespace

struct Headless::Private {
    std::unique_ptr<EngineCore> core;
    std::unique_ptr<HeadlessOutbox> outbox;

    Result<void> settled(Task<void> task);

    std::unique_ptr<OnceSync> sync(const AccountSettings &account)
    {
        return std::make_unique<OnceSync>(
            core->context(), core->accounts().book().id(account.key), account.key, kimapLinks(),
            core->accounts().access().receiving(account), core->accounts().access().passwordSource(account));
    }
    const AccountSettings *find(const QString &key) const
    {
        for (const AccountSettings &account : core->accounts().book().accounts()) {
            if (account.key == key || account.address == key)
                return &account;
        }
        return nullptr;
    }
};

Headless::Headless()
    : d(std::make_unique<Private>())
{
}

Headless::~Headless()
{
    d->outbox.reset();
    d->core.reset();
    ThreadedLink::joinAll(2000);
}

Result<std::unique_ptr<Headless>> Headless::open(const Paths &paths)
{
    std::unique_ptr<Headless> headless(new Headless);
    headless->d->core = std::make_unique<EngineCore>(paths, loadSyncSettings(paths.config));
    if (const auto opened = headless->d->core->openProfile(); !opened)
        return opened.error();
    if (const auto index = IndexFile::look(paths.cache))
        headless->d->core->trimIndexFeed(index->progress.feed);
    headless->d->outbox = std::make_unique<HeadlessOutbox>(
        *headless->d->core,
        [its = headless->d.get()](const AccountSettings &account) { return its->sync(account); });
    return headless;
}

HeadlessOutbox &Headless::outbox()
{
    return *d->outbox;
}

std::optional<Error> Headless::rebuildNotice() const
{
    return d->core->rebuildNotice();
}

bool Headless::isLocked() const
{
    return d->core->accounts().access().vault().state().door == VaultState::Door::Locked;
}

Result<void> Headless::unlock(const QString &passphrase)
{
    return resultOf(d->core->accounts().access().vault().unlocked(passphrase));
}

QList<AccountSettings> Headless::accountsToAsk() const
{
    QList<AccountSettings> asked;
    if (d->core->accounts().access().vault().state().place != SecretPlace::Ask)
        return asked;
    for (const AccountSettings &account : d->core->accounts().book().accounts()) {
        if (account.passwordCommand.isEmpty())
            asked.append(account);
    }
    return asked;
}

Result<void> Headless::provide(const AccountSettings &account, const QString &password)
{
    return resultOf(d->core->accounts().access().vault().provided(account, password));
}

QList<PassReport> Headless::syncOnce()
{
    QList<PassReport> reports;
    d->outbox->handOver();
    // Accounts side by side: one slow server does not hold up the others.
    std::vector<std::unique_ptr<OnceSync>> syncs;
    std::vector<Task<QList<PassReport>>> tasks;
    for (const AccountSettings &account : d->core->accounts().book().accounts()) {
        if (account.paused) {
            reports.append(pausedReport(account.key));
            continue;
        }
        syncs.push_back(d->sync(account));
        tasks.push_back(syncs.back()->run());
    }
    for (auto &task : tasks)
        reports += resultOf(std::move(task));
    d->core->outbox().fileAll();
    // A message on its way from one account to another needs each of them in turn.
    constexpr int Turns = 4;
    for (int turn = 0; turn < Turns; ++turn) {
        for (const AccountSettings &account : d->core->accounts().book().accounts()) {
            SyncContext &ctx = d->core->context();
            if (account.paused)
                continue;
            if (ctx.journal.workFolders(d->core->accounts().book().id(account.key), ctx.clock.wallMs())
                    .isEmpty())
                continue;
            const auto sync = d->sync(account);
            reports += resultOf(sync->settle());
        }
    }
    d->core->housekeeping().threadSome(true);
    for (const Error &error : d->core->accounts().book().fileErrors()) {
        PassReport report;
        report.error = error.text;
        reports.append(report);
    }
    return reports;
}

Result<VerifyReport> Headless::verify(const QString &accountKey, bool repair)
{
    const AccountSettings *account = d->find(accountKey);
    if (!account)
        return noAccount(accountKey);
    if (account->paused)
        return pausedError(account->key);
    const auto sync = d->sync(*account);
    return resultOf(sync->verify(repair));
}

Result<void> Headless::signIn(const QString &accountKey, const std::function<void(const QUrl &)> &page)
{
    const AccountSettings *account = d->find(accountKey);
    if (!account)
        return noAccount(accountKey);
    if (account->oauth.isEmpty())
        return Error{
            ErrorKind::Invalid,
            QCoreApplication::translate("kw::Sync",
                                        "\"%1\" signs in with a password. For signing in through the "
                                        "browser add a line oauth=PROVIDER to accounts.ini.")
                .arg(accountKey),
            {}};
    SignInDesk &desk = d->core->accounts().access().signIns();
    QObject scope;
    std::optional<Error> notKept;
    QObject::connect(&desk, &SignInDesk::browserWanted, &scope, [&page](int, const QUrl &url) { page(url); });
    QObject::connect(&desk, &SignInDesk::notice, &scope, [&notKept](const Error &error) { notKept = error; });
    auto done = resultOf(desk.signIn(1, *account));
    if (done && notKept) // of no use once this program has ended
        return *notKept;
    return done;
}

Result<OpenedMessage> Headless::openMessage(MessageId id)
{
    SyncContext &ctx = d->core->context();
    const auto row = ctx.messages.row(id);
    const auto folder = row ? ctx.folders.folder(row->folder) : std::nullopt;
    if (!folder)
        return Error{
            ErrorKind::NotFound,
            QCoreApplication::translate("kw::Sync", "There is no message with the number %1.").arg(raw(id)),
            {}};
    if (!row->hasBody) {
        const AccountSettings *account = d->find(ctx.folders.accounts().value(folder->account));
        if (!account)
            return Error{
                ErrorKind::NotFound,
                QCoreApplication::translate("kw::Sync", "The account of this message is no longer set up."),
                {}};
        if (account->paused)
            return pausedError(account->key);
        const auto sync = d->sync(*account);
        if (const auto fetched = resultOf(sync->fetchBody(id)); !fetched)
            return fetched.error();
    }
    const auto body = ctx.bodies.getWhole(id);
    if (!body)
        return Error{ErrorKind::Storage,
                     QCoreApplication::translate(
                         "kw::Sync", "The downloaded text of this message cannot be read. Try again."),
                     {}};
    OpenedMessage opened;
    opened.id = id;
    opened.rawHeader = body->header;
    opened.rawBody = body->body;
    opened.view = parseMessage(body->header, body->body);
    return opened;
}

Result<ActionRow> Headless::perform(const Intent &intent)
{
    d->core->context().settings.expungeGraceSeconds = 0;
    const auto before = d->core->context().folders.folder(intent.folder);
    const auto done = Organizer(d->core->context()).perform(intent);
    if (done && before)
        d->core->followName(*before);
    return done;
}

Result<ActionRow> Headless::undo(ActionId action)
{
    Undoer undoer(d->core->context());
    const QList<FolderRow> before = d->core->context().folders.allFolders();
    const auto done = isSet(action) ? undoer.undo(action) : undoer.undoNewest();
    if (done && done->kind == ActionKind::RenameFolder) {
        for (const FolderRow &row : before)
            d->core->followName(row);
    }
    return done;
}

Result<ActionRow> Headless::retry(ActionId action)
{
    return Undoer(d->core->context()).retry(action);
}

Result<void> Headless::dismiss(ActionId action)
{
    return Undoer(d->core->context()).dismiss(action);
}

Result<void> Headless::discardVanished(const QList<qint64> &vanished)
{
    SyncContext &ctx = d->core->context();
    Transaction txn(ctx.db);
    for (const qint64 id : vanished)
        ctx.vanished.remove(id);
    return txn.commit();
}

QList<AccountSettings> Headless::accounts() const
{
    return d->core->accounts().book().accounts();
}

// Runs what the window does too; what it complains of is the answer.
Result<void> Headless::Private::settled(Task<void> task)
{
    Result<void> said;
    const auto hearing = QObject::connect(core.get(), &EngineCore::notice, core.get(),
                                          [&said](const Error &error) { said = error; });
    QCoro::waitFor(std::move(task));
    QObject::disconnect(hearing);
    return said;
}

Result<void> Headless::saveAccount(const AccountSettings &settings)
{
    return d->settled(d->core->accounts().save(settings, {}));
}

Result<void> Headless::removeAccount(const QString &accountKey)
{
    return d->settled(d->core->accounts().remove(accountKey));
}

Result<void> Headless::orderAccounts(const QStringList &keys)
{
    Result<void> said;
    const auto hearing = QObject::connect(d->core.get(), &EngineCore::notice, d->core.get(),
                                          [&said](const Error &error) { said = error; });
    d->core->accounts().order(keys);
    QObject::disconnect(hearing);
    return said;
}

Result<void> Headless::setFlags(const QList<MessageId> &ids, quint32 bits, bool on)
{
    SyncContext &ctx = d->core->context();
    Transaction txn(ctx.db);
    ctx.messages.setFlags(ids, bits, on);
    return txn.commit();
}

} // namespace kw
