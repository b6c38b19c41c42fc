#include "core/account/secretkey.h"

#include <QCoreApplication>

#include <sodium.h>

namespace kw {

namespace {

constexpr quint64 MostOperations = 16;
constexpr quint64 MostMemory = quint64(1) << 30;

bool isSodiumThere()
{
    static const bool there = sodium_init() >= 0;
    return there;
}

Error noMemory()
{
    return {
        ErrorKind::Storage,
        QCoreApplication::translate("kw::Secrets",
                                    "There is not enough free memory to work with the passphrase (256 MB). "
                                    "Close other programs and try again."),
        {}};
}

} // namespace

KeyRecipe KeyRecipe::fresh()
{
    KeyRecipe recipe;
    recipe.operations = crypto_pwhash_OPSLIMIT_MODERATE;
    recipe.memory = crypto_pwhash_MEMLIMIT_MODERATE;
    recipe.salt.resize(crypto_pwhash_SALTBYTES);
    if (isSodiumThere())
        randombytes_buf(recipe.salt.data(), size_t(recipe.salt.size()));
    return recipe;
}

bool KeyRecipe::isReasonable() const
{
    return operations >= crypto_pwhash_OPSLIMIT_MIN && operations <= MostOperations
        && memory >= crypto_pwhash_MEMLIMIT_MIN && memory <= MostMemory
        && salt.size() == qsizetype(crypto_pwhash_SALTBYTES);
}

Result<SecretKey> SecretKey::derive(const QString &passphrase, const KeyRecipe &recipe)
{
    if (!isSodiumThere() || !recipe.isReasonable())
        return noMemory();
    auto *octets = static_cast<unsigned char *>(sodium_malloc(crypto_secretbox_KEYBYTES));
    if (!octets)
        return noMemory();
    SecretKey key;
    key.m_octets = std::shared_ptr<unsigned char>(octets, [](unsigned char *p) { sodium_free(p); });
    key.m_recipe = recipe;
    // Normalised, so that an accent typed in another way still opens it.
    QByteArray text = passphrase.normalized(QString::NormalizationForm_C).toUtf8();
    const int failed = crypto_pwhash(octets, crypto_secretbox_KEYBYTES, text.constData(),
                                     static_cast<unsigned long long>(text.size()),
                                     reinterpret_cast<const unsigned char *>(recipe.salt.constData()),
                                     recipe.operations, size_t(recipe.memory), crypto_pwhash_ALG_ARGON2ID13);
    wipe(text);
    if (failed != 0)
        return noMemory();
    return key;
}

QByteArray SecretKey::seal(const QByteArray &plain) const
{
    QByteArray box(qsizetype(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES) + plain.size(), '\0');
    auto *out = reinterpret_cast<unsigned char *>(box.data());
    randombytes_buf(out, crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(out + crypto_secretbox_NONCEBYTES,
                          reinterpret_cast<const unsigned char *>(plain.constData()),
                          static_cast<unsigned long long>(plain.size()), out, m_octets.get());
    return box;
}

std::optional<QByteArray> SecretKey::open(const QByteArray &box) const
{
    const qsizetype around = qsizetype(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES);
    if (isNull() || box.size() < around)
        return {};
    QByteArray plain(box.size() - around, '\0');
    const auto *in = reinterpret_cast<const unsigned char *>(box.constData());
    const int failed = crypto_secretbox_open_easy(
        reinterpret_cast<unsigned char *>(plain.data()), in + crypto_secretbox_NONCEBYTES,
        static_cast<unsigned long long>(box.size()) - crypto_secretbox_NONCEBYTES, in, m_octets.get());
    if (failed != 0)
        return {};
    return plain;
}

void wipe(QByteArray &secret)
{
    if (!secret.isEmpty())
        sodium_memzero(const_cast<char *>(secret.constData()), size_t(secret.size()));
    secret.clear();
}

} // namespace kw
