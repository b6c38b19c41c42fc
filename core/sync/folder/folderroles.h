#pragma once

#include "core/imap/imaplink.h"

namespace kw {

// Gives roles to the folders of one account: what the server says (RFC 6154) wins; a role nobody has is
// guessed from the folder's own name in the languages people use, at the top level or directly below INBOX.
// At most one folder per role.
QList<ListedFolder> withRoles(QList<ListedFolder> folders);

} // namespace kw
