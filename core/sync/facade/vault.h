#pragma once

#include "core/account/secretstore.h"

#include <QMetaType>
#include <QObject>

namespace kw {

class Certificates;

// Where the person's secrets stand.
struct VaultState {
    enum class Door {
        Open, // nothing is awaited (a single account's password may be)
        Locked, // the file's passphrase is awaited
        NoKeyring, // the keyring is the place and there is none: the person has to choose another
        Damaged, // the file cannot be read; choosing anew puts it aside
    };
    Door door = Door::Open;
    SecretPlace place = SecretPlace::Keyring;
    bool keyringKnown = false; // whether there is one was found out
    bool hasKeyring = false;
    bool operator==(const VaultState &) const = default;
};

// Where passwords are kept, as the window sees it: choosing, unlocking, being asked. Accounts wait (NeedsYou,
// Error::code of SecretCode) until they can have theirs, and then go on by themselves. Lives on the GUI
// thread; owned by the Engine. Methods return at once.
class Vault : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual VaultState state() const = 0;
    // Each is answered by `answered`. The making of a key from a passphrase takes most of a second.
    virtual void unlock(const QString &passphrase) = 0;
    // Secrets move from where they are, as far as they can be read. `passphrase`: for SecretPlace::File.
    virtual void choose(SecretPlace place, const QString &passphrase) = 0;
    virtual void changePassphrase(const QString &old, const QString &fresh) = 0;
    // A password without any other change of the account; it is kept in the place that was chosen.
    virtual void provide(const QString &accountKey, const QString &password) = 0;

    // Whom servers say they are.
    virtual Certificates *certificates() = 0;

Q_SIGNALS:
    void changed(const kw::VaultState &state);
    // Error::text is empty where it was done.
    void answered(const kw::Error &error);
};

} // namespace kw

Q_DECLARE_METATYPE(kw::VaultState)
