#pragma once

#include "core/sync/facade/certificates.h"
#include "core/sync/facade/vault.h"

namespace kw {

class FakeCertificates : public Certificates
{
    Q_OBJECT
public:
    using Certificates::Certificates;

    void look(const AccountSettings &settings, ServerRole role) override { looks.append({settings, role}); }
    // Answers the last look.
    void answer(const ShownCertificate &shown, const Error &error = {})
    {
        Q_EMIT looked(looks.constLast().first, looks.constLast().second, shown, error);
    }

    QList<std::pair<AccountSettings, ServerRole>> looks;
};

// Records what it is asked; answers what the test says.
class FakeVault : public Vault
{
    Q_OBJECT
public:
    using Vault::Vault;

    VaultState state() const override { return now; }
    void unlock(const QString &passphrase) override { unlocks.append(passphrase); }
    void choose(SecretPlace place, const QString &passphrase) override
    {
        choices.append({place, passphrase});
    }
    void changePassphrase(const QString &old, const QString &fresh) override { changes.append({old, fresh}); }
    void provide(const QString &accountKey, const QString &password) override
    {
        provided.append({accountKey, password});
    }
    Certificates *certificates() override { return &fakeCertificates; }

    void setState(const VaultState &state)
    {
        now = state;
        Q_EMIT changed(now);
    }
    void answer(const Error &error = {}) { Q_EMIT answered(error); }

    VaultState now;
    QStringList unlocks;
    QList<std::pair<SecretPlace, QString>> choices;
    QList<std::pair<QString, QString>> changes;
    QList<std::pair<QString, QString>> provided;
    FakeCertificates fakeCertificates;
};

} // namespace kw
