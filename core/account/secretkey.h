#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace kw {

// How a passphrase becomes a key (Argon2id, RFC 9106); kept beside what the key encrypts. Not secret.
struct KeyRecipe {
    quint64 operations = 0;
    quint64 memory = 0; // octets
    QByteArray salt;

    // libsodium's MODERATE (256 MiB, under a second) with a fresh salt.
    static KeyRecipe fresh();
    // A file may have been made to ask for all memory and time there is.
    bool isReasonable() const;
    bool operator==(const KeyRecipe &) const = default;
};

// A key in memory that is not swapped out, not part of a core dump, and overwritten when the last copy goes
// (sodium_malloc). Copies share it. Any thread.
class SecretKey
{
public:
    SecretKey() = default;
    // Blocks for most of a second. Errors: Storage (not enough memory).
    static Result<SecretKey> derive(const QString &passphrase, const KeyRecipe &recipe);

    bool isNull() const { return !m_octets; }
    const KeyRecipe &recipe() const { return m_recipe; }

    // Nonce and secretbox (XSalsa20-Poly1305).
    QByteArray seal(const QByteArray &plain) const;
    // Nothing where this is not the key, or the box was changed. The caller overwrites the result after use.
    std::optional<QByteArray> open(const QByteArray &box) const;

private:
    std::shared_ptr<unsigned char> m_octets;
    KeyRecipe m_recipe;
};

// Overwrites a text or octets that held a secret; what shares its memory is overwritten too.
void wipe(QByteArray &secret);

} // namespace kw
