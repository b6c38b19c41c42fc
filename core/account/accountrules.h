#pragma once

#include "core/account/accountsettings.h"

namespace kw {

// The rules that hold for every account, whether it comes from a file or a dialog. Pure; any thread.

// This computer: "localhost", 127.0.0.0/8, ::1.
bool isLoopbackHost(const QString &host);

// Required values, host names, no clear text outside loopback unless the person confirmed it. Error: Invalid,
// a sentence without file or line.
Result<void> checkSettings(const AccountSettings &account);

// Missing ports, users and a missing name filled in, as AccountFile::load() does.
AccountSettings withDefaults(AccountSettings account);

// A pinned certificate is one server's: where the host or the port is another than before and the pin is not,
// it goes.
AccountSettings withoutForeignPins(AccountSettings account, const AccountSettings &before);

} // namespace kw
