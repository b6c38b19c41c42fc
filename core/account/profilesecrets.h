#pragma once

#include "core/account/filestore.h"
#include "core/account/secrets.h"

#include <QObject>

#include <optional>

namespace kw {

// The secrets of one profile: passwordCommand where the account has one, else the place that the person has
// chosen (settings.ini). Where that is the keyring and there is none, what is given is kept in memory until
// the person chooses. Lives on one thread with an event loop; unlock(), changePassphrase() and move() must
// have ended before it goes.
class ProfileSecrets final : public QObject, public Secrets
{
    Q_OBJECT
public:
    explicit ProfileSecrets(QString configDirectory);
    ~ProfileSecrets() override;

    Task<Result<QString>> password(AccountSettings account) override;
    Task<Result<void>> store(AccountSettings account, QString password) override;
    Task<Result<void>> forget(AccountSettings account) override;

    SecretPlace place() const { return m_place; }
    bool isLocked() const { return m_place == SecretPlace::File && m_file.isLocked(); }
    // Nothing before the keyring was asked for something.
    std::optional<bool> hasKeyring() const { return m_hasKeyring; }
    // Asks the keyring for something that it cannot have.
    Task<void> lookForKeyring();

    void cancel(); // what awaits the keyring ends

    Task<Result<void>> unlock(QString passphrase);
    Task<Result<void>> changePassphrase(QString old, QString fresh);
    // From now on secrets are kept there. Those under these entries move where they can be read; the file's
    // all do, and one that is locked is put aside. `passphrase`: for the file only; one that is there already
    // must open with it, or be damaged, in which case it is put aside. Nothing has changed where it fails.
    Task<Result<void>> move(SecretPlace to, QString passphrase, QStringList entries);

Q_SIGNALS:
    void keyringFound(bool found); // something new about it

private:
    SecretStore &store();
    Task<Result<SecretsFile::Entries>> readable(QStringList entries);
    Task<Result<void>> fill(SecretPlace to, QString passphrase, SecretsFile::Entries entries);
    Task<void> clear(SecretPlace from, QStringList entries);
    void putAside(const QString &ending); // the file, under another name
    void learn(const Result<void> &answer);

    const QString m_directory;
    SecretPlace m_place;
    std::optional<bool> m_hasKeyring;
    std::unique_ptr<SecretStore> m_keyring;
    const std::unique_ptr<SecretStore> m_memory;
    FileStore m_file;
};

} // namespace kw
