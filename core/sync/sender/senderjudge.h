#pragma once

#include "core/account/accountsettings.h"
#include "core/sync/engine.h"
#include "core/sync/facade/senderchecks.h"

namespace kw {

class Database;

// What a message's header proves of its sender to the account that it came to.
SenderReport judgeHeader(Database &db, const OpenedMessage &message, const QList<AccountSettings> &accounts,
                         const QHash<AccountId, QString> &keys);
// And what the cache knows of the sender. Slow (see Acquaintances); for a thread of a pool, with a connection
// of its own.
void addAcquaintance(Database &db, const OpenedMessage &message, const QList<AccountSettings> &accounts,
                     SenderReport &report);

} // namespace kw
