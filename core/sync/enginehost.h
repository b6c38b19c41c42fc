#pragma once

#include "core/sync/checkup/enginecheckups.h"
#include "core/sync/enginecore.h"
#include "core/sync/lettershost.h"
#include "core/sync/partshost.h"
#include "core/sync/searcheshost.h"
#include "core/sync/sender/senderhost.h"
#include "core/sync/signinhost.h"
#include "core/sync/storagehost.h"
#include "core/sync/vaulthost.h"

#include <QThread>

namespace kw {

class BodyReader;

// The façade: lives on the GUI thread, owns the engine's thread and a reader thread, and passes values
// between them.
class EngineHost final : public Engine
{
    Q_OBJECT
public:
    EngineHost(Paths paths, SyncSettings settings);
    ~EngineHost() override;

    // Waits until the engine's thread has opened the profile.
    Result<void> openProfile();

    void setOnline(bool online) override;
    bool isOnline() const override { return m_online; }
    void lookAt(ViewId view) override;
    void refresh() override;
    void open(MessageId id, Asking asking) override;
    void applySettings(const SyncSettings &settings) override;
    void setFlags(const QList<MessageId> &ids, Flags flags, bool on) override;
    void perform(const Intent &intent) override;
    void undo(ActionId action) override;
    void retry(ActionId action) override;
    void dismiss(ActionId action) override;
    void discardVanished(const QList<qint64> &vanished) override;
    QList<AccountSettings> accounts() const override { return m_accounts; }
    AccountId accountId(const QString &key) const override;
    void saveAccount(const AccountSettings &settings, const QString &password) override;
    void removeAccount(const QString &key) override;
    void checkAccount(const AccountSettings &settings, const QString &password) override;
    void orderAccounts(const QStringList &keys) override;
    QList<AccountStatus> statuses() const override { return m_statuses.values(); }
    Vault *vault() override { return &m_vault; }
    SignIns *signIns() override { return &m_signIns; }
    StorageUse *storageUse() override { return m_storage.get(); }
    Checkups *checkups() override { return &m_checkups; }
    SenderChecks *senderChecks() override { return m_sender; }
    MessageParts *messageParts() override { return &m_parts; }
    Letters *letters() override { return &m_letters; }
    Searches *searches() override { return m_searches.get(); }

private:
    void wire();
    void watchNetwork();
    template <class F> void tell(F what);

    const Paths m_paths;
    bool m_attachmentTexts = false; // SyncSettings
    QThread m_thread;
    QThread m_readerThread;
    EngineCore *m_core;
    BodyReader *m_reader;
    VaultHost m_vault;
    PartsHost m_parts;
    LettersHost m_letters;
    SignInHost m_signIns;
    std::unique_ptr<StorageHost> m_storage;
    std::unique_ptr<SearchesHost> m_searches;
    EngineCheckups m_checkups;
    SenderHost *m_sender; // a child
    std::unique_ptr<Database> m_db; // read-only, for the few questions of this thread
    QList<AccountSettings> m_accounts;
    QHash<AccountId, AccountStatus> m_statuses;
    bool m_online = false;
    bool m_watchesNetwork = false;
};

} // namespace kw
