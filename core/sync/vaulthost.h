#pragma once

#include "core/sync/facade/certificates.h"
#include "core/sync/facade/vault.h"

namespace kw {

class EngineCore;
class VaultKeeper;

// Vault and Certificates on the GUI thread: pass values to and from the engine's VaultKeeper.
class VaultHost final : public Vault
{
    Q_OBJECT
public:
    explicit VaultHost(EngineCore *core);
    ~VaultHost() override;

    // Once the profile is open, while the engine's thread does nothing else.
    void join(VaultKeeper &keeper);

    VaultState state() const override { return m_state; }
    void unlock(const QString &passphrase) override;
    void choose(SecretPlace place, const QString &passphrase) override;
    void changePassphrase(const QString &old, const QString &fresh) override;
    void provide(const QString &accountKey, const QString &password) override;
    Certificates *certificates() override;

private:
    class Desk;
    template <class F> void tell(F what);

    EngineCore *const m_core;
    VaultState m_state;
    const std::unique_ptr<Desk> m_desk;
};

} // namespace kw
