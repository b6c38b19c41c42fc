#pragma once

#include "core/account/accountsettings.h"

#include <optional>

// A person's addresses, written as mailboxes (RFC 5322 3.4) in Unicode: `Anna <anna@example.org>`,
// `"Becker, Anna" <anna@example.org>`, `anna@example.org`. Pure; any thread.
namespace kw {

// The name quoted where it needs to be.
QString writtenMailbox(const Address &address);
// None: this is not one mailbox with a complete address.
std::optional<Address> readMailbox(const QString &text);
// Parts a list at its commas; those within quotes, comments and angle brackets belong to a mailbox.
QStringList partedMailboxes(const QString &line);

// As whom the person can write from this account: its own address first, then its aliases in their order.
QList<Address> identities(const AccountSettings &account);
// All addresses that mean the person, lower case.
QStringList ownAddresses(const QList<AccountSettings> &accounts);

} // namespace kw
