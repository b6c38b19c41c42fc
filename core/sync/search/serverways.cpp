#include "core/sync/search/serverways.h"

#include "core/sync/accountsyncs.h"

#include <QCoreApplication>

namespace kw {

ServerSearch::WayTo serverWays(AccountSyncs &accounts)
{
    return [&accounts](AccountId id) -> Result<ServerSearch::Way> {
        const AccountBook &book = accounts.book();
        for (const AccountSettings &account : book.accounts()) {
            if (book.id(account.key) != id)
                continue;
            if (account.paused)
                return Error{ErrorKind::Refused,
                             QCoreApplication::translate(
                                 "kw::Sync", "The account is paused. Go on with it to search on its server."),
                             {}};
            return ServerSearch::Way{accounts.access().receiving(account),
                                     accounts.access().passwordSource(account)};
        }
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("kw::Sync", "The account is no longer set up."),
                     {}};
    };
}

} // namespace kw
