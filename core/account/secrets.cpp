#include "core/account/secrets.h"

namespace kw {

QString keyringEntry(const AccountSettings &account)
{
    return account.imap.user + u'@' + account.imap.host;
}

} // namespace kw
