#pragma once

#include "core/account/accountsettings.h"
#include "core/base/task.h"

namespace kw {

// Where passwords come from and go to; never a file, a log or a command line of ours. Use it on the thread
// that made it, which needs an event loop. Destroying it ends what is still awaited with
// ErrorKind::Cancelled.
class Secrets
{
public:
    virtual ~Secrets() = default;
    // Errors: those of SecretStore (SecretCode says what the person has to do), Invalid (passwordCommand
    // fails; says how), Busy (no answer in time).
    virtual Task<Result<QString>> password(AccountSettings account) = 0;
    // Into the place that was chosen. Nothing to do for an account with a passwordCommand.
    virtual Task<Result<void>> store(AccountSettings account, QString password) = 0;
    // A password that is not there is forgotten already.
    virtual Task<Result<void>> forget(AccountSettings account) = 0;
};

// The name of an account's entry: its login, so that a changed server never gets an old password.
QString keyringEntry(const AccountSettings &account);

} // namespace kw
