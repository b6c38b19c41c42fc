#pragma once

#include "core/account/accountsettings.h"
#include "core/account/paths.h"
#include "core/sync/journal/intent.h"
#include "core/sync/reports.h"
#include "core/sync/syncsettings.h"

#include <functional>
#include <memory>
#include <optional>

class QUrl;

namespace kw {

struct OpenedMessage;
class HeadlessOutbox;
class HeadlessSearch;

// The engine for a program without a window: blocking calls that spin the calling thread's own event loop (it
// needs a QCoreApplication). Holds the profile's write lock while it lives.
class Headless
{
public:
    // Busy: the window or another kittiwakectl has the profile open. Unsupported: written by a newer version.
    static Result<std::unique_ptr<Headless>> open(const Paths &paths);
    ~Headless();
    Headless(const Headless &) = delete;
    Headless &operator=(const Headless &) = delete;

    // For the person, when the cache was damaged and had to be made anew.
    std::optional<Error> rebuildNotice() const;

    // Where the secrets stand. Accounts whose secret is not to be had fail with a sentence that says so.
    bool isLocked() const;
    Result<void> unlock(const QString &passphrase);
    // Those whose password is asked for at each start.
    QList<AccountSettings> accountsToAsk() const;
    Result<void> provide(const AccountSettings &account, const QString &password);

    // Uploads flag changes, then lists every folder of every account completely. One report per folder; an
    // account that cannot be reached gives one report with an empty folder and the error.
    QList<PassReport> syncOnce();
    // Compares the cache with the server: UID sets, flags, sizes.
    Result<VerifyReport> verify(const QString &accountKey, bool repair);
    // Opens one message, downloading its body when it is not here.
    Result<OpenedMessage> openMessage(MessageId id);
    // Saves one account's settings (accounts.ini) and applies them to the cache; the keyring is not touched.
    Result<void> saveAccount(const AccountSettings &settings);
    // With its cache, waiting changes and secret.
    Result<void> removeAccount(const QString &accountKey);
    Result<void> orderAccounts(const QStringList &keys);
    QList<AccountSettings> accounts() const;
    // Desired-state flags, uploaded by the next sync.
    Result<void> setFlags(const QList<MessageId> &ids, quint32 bits, bool on);
    // What the person does; here at once, told to the servers by the next sync. Nobody can press Undo in
    // time, so deleting for good does not wait.
    Result<ActionRow> perform(const Intent &intent);
    Result<ActionRow> undo(ActionId action); // none: the newest
    Result<ActionRow> retry(ActionId action);
    Result<void> dismiss(ActionId action);
    Result<void> discardVanished(const QList<qint64> &vanished);

    // What waits to be sent; lives as long as this.
    HeadlessOutbox &outbox();
    HeadlessSearch &search();

    // Signs in to an account through the browser (AccountSettings::oauth): `page` is told which address is to
    // be opened there. Ends when the person has done so, or not in time.
    Result<void> signIn(const QString &accountKey, const std::function<void(const QUrl &)> &page);

private:
    Headless();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace kw
