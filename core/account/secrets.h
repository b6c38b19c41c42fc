#pragma once

#include "core/account/accountsettings.h"
#include "core/base/task.h"

#include <memory>

namespace kw {

// Where passwords come from and go to; never a file, a log or a command line of ours. Use it on the thread
// that made it, which needs an event loop. Destroying it ends what is still awaited with
// ErrorKind::Cancelled.
class Secrets
{
public:
    virtual ~Secrets() = default;
    // Errors: Auth (no password is kept: ask the person), Unsupported (no keyring on this computer), Invalid
    // (passwordCommand fails; says how), Busy (no answer in time).
    virtual Task<Result<QString>> password(AccountSettings account) = 0;
    // Into the keyring. Nothing to do for an account with a passwordCommand.
    virtual Task<Result<void>> store(AccountSettings account, QString password) = 0;
    // A password that is not there is forgotten already.
    virtual Task<Result<void>> forget(AccountSettings account) = 0;
};

// passwordCommand where the account has one, else the desktop's keyring (service "kittiwake", QtKeychain).
// The keyring itself is spoken to on the application's main thread, which must run its event loop meanwhile.
std::unique_ptr<Secrets> makeSystemSecrets();

// The keyring entry of an account: its login, so that a changed server never gets an old password.
QString keyringEntry(const AccountSettings &account);

} // namespace kw
