#pragma once

#include "core/account/accountsettings.h"
#include "core/base/ids.h"
#include "core/mime/messageview.h"
#include "core/store/changes.h"
#include "core/sync/journal/intent.h"
#include "core/sync/status.h"
#include "core/sync/syncsettings.h"

#include <QObject>

// All that the window and kittiwakectl see of the engine: plain values in, signals out. Methods return at
// once.
namespace kw {

class Checkups;
class Letters;
class MessageParts;
class Searches;
class SenderChecks;
class SignIns;
class StorageUse;
class Vault;

struct OpenedMessage {
    MessageId id{};
    MessageView view;
    // As received: for the source view, for saving the message, for what signatures of servers cover.
    QByteArray rawHeader;
    QByteArray rawBody;
    // What `view` and its attachments were read from where some of it was sealed; null: from the above.
    QByteArray openedHeader;
    QByteArray openedBody;
    // What `raw…` holds is what was sent; false: it was put together without some large parts.
    bool isWhole = true;

    const QByteArray &header() const { return openedHeader.isNull() ? rawHeader : openedHeader; }
    const QByteArray &body() const { return openedHeader.isNull() ? rawBody : openedBody; }
};

// Lives on the GUI thread (or the main thread of kittiwakectl); the work happens on the engine's own thread.
class Engine : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // Starts or stops all traffic. Offline is a state, not an error.
    virtual void setOnline(bool online) = 0;
    virtual bool isOnline() const = 0;
    // The person looks at this list: its folders are synced first and kept live.
    virtual void lookAt(ViewId view) = 0;
    // Check for new mail everywhere now.
    virtual void refresh() = 0;
    // Answered by messageOpened or openFailed; from the cache within milliseconds, else from the server
    // before all other work.
    enum class Asking {
        Passphrases, // where it is sealed and the key needs one
        Nothing,
    };
    virtual void open(MessageId id, Asking asking = Asking::Passphrases) = 0;
    virtual void applySettings(const SyncSettings &settings) = 0;
    virtual void setFlags(const QList<MessageId> &ids, Flags flags, bool on) = 0;

    // What the person does to mail and folders: durable and shown (changed) within milliseconds, online or
    // not; the servers follow. Answered by performed, or by notice where it cannot be done. Reading marks
    // made by looking at a message go through setFlags: they are no actions to undo.
    virtual void perform(const Intent &intent) = 0;
    // Takes an action back; without an id the newest. Answered by undone, or by notice.
    virtual void undo(ActionId action = {}) = 0;
    virtual void retry(ActionId action) = 0; // a refused one once more
    virtual void dismiss(ActionId action) = 0; // a refused one is shown no more
    // Texts of vanished messages are forgotten for good.
    virtual void discardVanished(const QList<qint64> &vanished) = 0;

    virtual QList<AccountSettings> accounts() const = 0;
    virtual AccountId accountId(const QString &key) const = 0;
    // Adds or changes an account, saves accounts.ini, keeps the password in the keyring (when not empty) and
    // starts syncing.
    virtual void saveAccount(const AccountSettings &settings, const QString &password) = 0;
    virtual void removeAccount(const QString &key) = 0;
    // A live check of settings that are not saved yet; answered by accountChecked.
    virtual void checkAccount(const AccountSettings &settings, const QString &password) = 0;
    // The accounts in the order of these keys, in accounts.ini too; those not named come last.
    virtual void orderAccounts(const QStringList &keys) = 0;
    virtual QList<AccountStatus> statuses() const = 0;

    // Further doors, a matter each (core/sync/facade).
    virtual Vault *vault() = 0;
    virtual SignIns *signIns() = 0;
    virtual StorageUse *storageUse() = 0;
    virtual Checkups *checkups() = 0;
    virtual SenderChecks *senderChecks() = 0;
    virtual MessageParts *messageParts() = 0;
    virtual Letters *letters() = 0;
    virtual Searches *searches() = 0;

Q_SIGNALS:
    void changed(const kw::ChangeSet &changes);
    void accountStatusChanged(const kw::AccountStatus &status);
    void folderStatusChanged(const kw::FolderStatus &status);
    void accountsChanged();
    void messageOpened(const kw::OpenedMessage &message);
    void openFailed(kw::MessageId id, const kw::Error &error);
    // Error::text is empty on success.
    void accountChecked(const kw::AccountSettings &settings, const kw::Error &error);
    void onlineChanged(bool online);
    // An action was done here; nothing is said where nothing had to change.
    void performed(const kw::ActionRow &action);
    void undone(const kw::ActionRow &action);
    // Something the person should know that belongs to no account (storage full, cache rebuilt).
    void notice(const kw::Error &error);
};

} // namespace kw

Q_DECLARE_METATYPE(kw::OpenedMessage)
