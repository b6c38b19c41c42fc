#include "core/sync/vaulthost.h"

#include "core/sync/access/vaultkeeper.h"
#include "core/sync/enginecore.h"

namespace kw {

class VaultHost::Desk final : public Certificates
{
public:
    explicit Desk(EngineCore *core)
        : m_core(core)
    {
    }
    void look(const AccountSettings &settings, ServerRole role) override
    {
        QMetaObject::invokeMethod(
            m_core,
            [core = m_core, settings, role] { core->accounts().access().vault().look(settings, role); },
            Qt::QueuedConnection);
    }

private:
    EngineCore *const m_core;
};

VaultHost::VaultHost(EngineCore *core)
    : m_core(core)
    , m_desk(std::make_unique<Desk>(core))
{
    qRegisterMetaType<VaultState>();
    qRegisterMetaType<ServerRole>();
    qRegisterMetaType<ShownCertificate>();
}

VaultHost::~VaultHost() = default;

Certificates *VaultHost::certificates()
{
    return m_desk.get();
}

void VaultHost::join(VaultKeeper &keeper)
{
    m_state = keeper.state();
    connect(&keeper, &VaultKeeper::changed, this, [this](const VaultState &state) {
        m_state = state;
        Q_EMIT changed(state);
    });
    connect(&keeper, &VaultKeeper::answered, this, &Vault::answered);
    connect(&keeper, &VaultKeeper::looked, m_desk.get(), &Certificates::looked);
}

template <class F> void VaultHost::tell(F what)
{
    QMetaObject::invokeMethod(
        m_core, [core = m_core, what = std::move(what)] { what(core->accounts()); }, Qt::QueuedConnection);
}

void VaultHost::unlock(const QString &passphrase)
{
    tell([passphrase](AccountSyncs &accounts) { accounts.access().vault().unlock(passphrase); });
}

void VaultHost::choose(SecretPlace place, const QString &passphrase)
{
    tell(
        [place, passphrase](AccountSyncs &accounts) { accounts.access().vault().choose(place, passphrase); });
}

void VaultHost::changePassphrase(const QString &old, const QString &fresh)
{
    tell([old, fresh](AccountSyncs &accounts) { accounts.access().vault().changePassphrase(old, fresh); });
}

void VaultHost::provide(const QString &accountKey, const QString &password)
{
    tell([accountKey, password](AccountSyncs &accounts) {
        if (const auto account = accounts.book().find(accountKey))
            accounts.access().vault().provide(*account, password);
    });
}

} // namespace kw
