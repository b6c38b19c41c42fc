#pragma once

#include "core/account/secretsfile.h"
#include "core/account/secretstore.h"

namespace kw {

// The encrypted file as a store: locked until the passphrase was given, then only its key is in memory; each
// secret is decrypted when it is asked for. Keys are made in the thread pool. Lives on one thread.
class FileStore final : public SecretStore
{
public:
    explicit FileStore(const QString &configDirectory);

    bool exists() const { return m_inner->file.exists(); }
    bool isLocked() const { return m_inner->key.isNull(); }
    // Errors: Auth (WrongPassphrase), Storage (Damaged, or no memory).
    Task<Result<void>> unlock(QString passphrase);
    // A new file with these entries in place of what is there, unlocked. Errors: Invalid (no passphrase),
    // Storage.
    Task<Result<void>> create(QString passphrase, SecretsFile::Entries entries);
    Task<Result<void>> changePassphrase(QString old, QString fresh);
    Result<SecretsFile::Entries> entries() const;
    Result<void> remove(); // and locked again

    Task<Result<QString>> read(QString entry) override;
    Task<Result<void>> write(QString entry, QString secret) override;
    Task<Result<void>> erase(QString entry) override;

private:
    // Coroutines hold it, so that it outlives what they await.
    struct Inner {
        SecretsFile file;
        SecretKey key;
    };
    const std::shared_ptr<Inner> m_inner;
};

} // namespace kw
