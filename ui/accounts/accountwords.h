#pragma once

#include "core/account/accountsettings.h"
#include "core/store/accountfacts.h"

namespace kw {

// How the account is called where there is room for a line: "Work — anna@example.org".
QString accountTitle(const AccountSettings &account);
// What removing it would cost; `holdings` may be unknown.
QString removalQuestion(const AccountSettings &account);
QString removalDetail(const std::optional<AccountHoldings> &holdings);
// What it holds, read from the cache; nothing where that cannot be read.
std::optional<AccountHoldings> holdingsOf(Database *database, AccountId account);

} // namespace kw
