#pragma once

#include "core/store/messagestore.h"
#include "core/sync/engine.h"
#include "core/sync/facade/signins.h"
#include "tests/support/fakecheckups.h"
#include "tests/support/fakeletters.h"
#include "tests/support/fakemessageparts.h"
#include "tests/support/fakesearches.h"
#include "tests/support/fakesenderchecks.h"
#include "tests/support/fakesignins.h"
#include "tests/support/fakestorageuse.h"
#include "tests/support/fakevault.h"

#include <QMap>

#include <functional>
#include <memory>

namespace kw {

// An engine for window tests and screenshots: no thread, no network. Records what it is asked; answers what
// the test prepared. With a writable database, flag changes and actions are carried out there, journal and
// all, and come back as `changed`, `performed` and `undone`, as with the real one; no server ever hears of
// them.
class FakeEngine : public Engine
{
    Q_OBJECT
public:
    explicit FakeEngine(QObject *parent = nullptr);
    ~FakeEngine() override;

    void setOnline(bool online) override;
    bool isOnline() const override { return m_online; }
    void lookAt(ViewId view) override { lookedAt.append(view); }
    void refresh() override { ++refreshes; }
    void open(MessageId id, Asking asking = Asking::Passphrases) override;
    void applySettings(const SyncSettings &settings) override { syncSettings.append(settings); }
    void setFlags(const QList<MessageId> &ids, Flags flags, bool on) override;
    void perform(const Intent &intent) override;
    void undo(ActionId action) override;
    void retry(ActionId action) override { retries.append(action); }
    void dismiss(ActionId action) override { dismissals.append(action); }
    void discardVanished(const QList<qint64> &vanished) override { discards.append(vanished); }
    QList<AccountSettings> accounts() const override { return accountList; }
    AccountId accountId(const QString &key) const override { return accountIds.value(key); }
    void saveAccount(const AccountSettings &settings, const QString &password) override;
    void removeAccount(const QString &key) override;
    void checkAccount(const AccountSettings &settings, const QString &password) override;
    void orderAccounts(const QStringList &keys) override { orders.append(keys); }
    QList<AccountStatus> statuses() const override { return statusList.values(); }
    Vault *vault() override { return &fakeVault; }
    SignIns *signIns() override { return &fakeSignIns; }
    StorageUse *storageUse() override { return &fakeStorageUse; }
    Checkups *checkups() override { return &fakeCheckups; }
    SenderChecks *senderChecks() override { return &fakeSenderChecks; }
    MessageParts *messageParts() override { return &fakeMessageParts; }
    Letters *letters() override { return &fakeLetters; }
    Searches *searches() override { return &fakeSearches; }

    // Sends the status and remembers it.
    void setStatus(const AccountStatus &status);
    // Answers the last checkAccount; an empty error is success.
    void answerCheck(const Error &error);
    // Not owned; flag changes are written through it from now on.
    void writeTo(Database *database);

    struct FlagCall {
        QList<MessageId> ids;
        Flags flags;
        bool on;
    };
    struct AccountCall {
        AccountSettings settings;
        QString password;
    };

    // Gives the message for an id; without an answer the request stays open, as on a slow line.
    std::function<std::optional<Result<OpenedMessage>>(MessageId)> answerOpen;
    QList<AccountSettings> accountList;
    QHash<QString, AccountId> accountIds;
    QMap<QString, AccountStatus> statusList;
    QList<ViewId> lookedAt;
    QList<MessageId> opened;
    QList<MessageId> openedQuietly; // those of them where no passphrase may be asked for
    QList<FlagCall> flagCalls;
    QList<Intent> intents;
    QList<ActionId> undos;
    QList<ActionId> retries;
    QList<ActionId> dismissals;
    QList<QList<qint64>> discards;
    QList<AccountCall> checks;
    QList<AccountCall> saves;
    QStringList removed;
    QList<QStringList> orders;
    FakeVault fakeVault;
    FakeSignIns fakeSignIns;
    FakeMessageParts fakeMessageParts;
    FakeLetters fakeLetters;
    FakeSearches fakeSearches;
    FakeStorageUse fakeStorageUse;
    FakeCheckups fakeCheckups;
    FakeSenderChecks fakeSenderChecks;
    QList<SyncSettings> syncSettings;
    int refreshes = 0;

private:
    struct Desk; // where actions are carried out

    Database *m_database = nullptr;
    std::unique_ptr<Desk> m_desk;
    bool m_online = true;
};

} // namespace kw
