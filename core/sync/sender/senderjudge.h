#pragma once

#include "core/account/accountsettings.h"
#include "core/sync/engine.h"
#include "core/sync/facade/senderchecks.h"

namespace kw {

class Database;

// Reads who sent a message: what its header proves, and what the cache knows of the sender. Slow (see
// Acquaintances); for a thread of a pool, with a connection of its own.
SenderReport judgeSender(Database &db, const OpenedMessage &message, const QList<AccountSettings> &accounts,
                         const QHash<AccountId, QString> &keys);

} // namespace kw
