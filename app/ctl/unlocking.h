#pragma once

#include "app/ctl/commands.h"
#include "core/account/profilesecrets.h"

namespace kw {
class Headless;
}

namespace kw::ctl {

// Gives the engine the secrets that only the person has: the passphrase of an encrypted file (from
// --passphrase-command, else typed at the terminal), and the passwords that are asked for at each start.
// Without a terminal and a command, accounts fail one by one with a sentence.
Result<void> unlockSecrets(const Invocation &run, Headless &engine);

// The same for one account, without an engine.
Result<void> unlockSecrets(const Invocation &run, ProfileSecrets &secrets, const AccountSettings &account);

} // namespace kw::ctl
