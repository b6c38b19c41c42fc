#pragma once

#include "core/base/result.h"
#include "core/base/task.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace kw {

// Where a profile keeps its secrets (settings.ini, [secrets] store).
enum class SecretPlace {
    Keyring, // the desktop's own
    File, // secrets.kw, encrypted with a passphrase
    Ask, // nowhere: in memory only, asked for at each start
};

// Error::code of a secret that is not to be had yet.
namespace SecretCode {
inline constexpr auto NoKeyring = "secrets-no-keyring"; // kind Unsupported; the person has to choose a place
inline constexpr auto Locked = "secrets-locked"; // kind Auth; the passphrase is awaited
inline constexpr auto Ask = "secrets-ask"; // kind Auth; the password is awaited
inline constexpr auto Missing = "secrets-missing"; // kind Auth; the place is open and does not have it
inline constexpr auto Damaged = "secrets-damaged"; // kind Storage; the file cannot be read
inline constexpr auto WrongPassphrase = "secrets-wrong-passphrase"; // kind Auth
} // namespace SecretCode

// Whether it becomes possible by itself once the person has unlocked, chosen or told something.
inline bool awaitsSecret(const QString &code)
{
    return code.startsWith(QLatin1StringView("secrets-"));
}

// One place that keeps secrets by the names of their entries. Use it on the thread that made it, which needs
// an event loop. Destroying it ends what is still awaited with ErrorKind::Cancelled.
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    // Errors: SecretCode, Busy (no answer in time).
    virtual Task<Result<QString>> read(QString entry) = 0;
    virtual Task<Result<void>> write(QString entry, QString secret) = 0;
    // A secret that is not there is forgotten already.
    virtual Task<Result<void>> erase(QString entry) = 0;
};

// The keyring of the desktop, service "kittiwake" (QtKeychain). It is spoken to on the application's main
// thread, which must run its event loop meanwhile.
std::unique_ptr<SecretStore> makeKeyringStore();
// In memory only, overwritten when it goes.
std::unique_ptr<SecretStore> makeMemoryStore();

QString secretPlaceName(SecretPlace place); // "keyring", "file", "ask"
// The keyring where nothing was chosen.
SecretPlace loadSecretPlace(const QString &configDirectory);
Result<void> saveSecretPlace(const QString &configDirectory, SecretPlace place);

} // namespace kw
