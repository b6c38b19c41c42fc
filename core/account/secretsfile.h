#pragma once

#include "core/account/secretkey.h"

#include <QMap>

namespace kw {

// The file secrets.kw of a profile: secrets by the names of their entries, encrypted with a passphrase
// (format: docs/accounts.md). Blocking file I/O of a few KB; any thread, one at a time. Errors: Auth with
// SecretCode::WrongPassphrase, Storage with SecretCode::Damaged (a checksum tells the two apart), Storage.
class SecretsFile
{
public:
    using Entries = QMap<QString, QString>;

    explicit SecretsFile(QString path);

    const QString &path() const { return m_path; }
    bool exists() const;
    // What the passphrase has to go through; fresh where there is no file yet.
    Result<KeyRecipe> recipe() const;

    Result<Entries> read(const SecretKey &key) const;
    // Atomic, mode 0600.
    Result<void> write(const SecretKey &key, const Entries &entries) const;
    Result<void> remove() const;

private:
    struct Content {
        KeyRecipe recipe;
        QByteArray box;
    };
    Result<Content> load() const;
    Error damaged() const;

    const QString m_path;
};

} // namespace kw
