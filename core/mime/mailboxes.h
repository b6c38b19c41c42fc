#pragma once

#include "core/base/mailtypes.h"

#include <QByteArrayView>

namespace kw {

// The mailboxes of an address list (RFC 5322 3.4), groups opened, comments dropped (or taken as the name
// where there is none), at most `most` of them. Linear; never fails: what is no address is left out or kept
// as a name.
QList<Address> parseMailboxes(QByteArrayView field, qsizetype most);

// The first of them that has an address, so that it can be answered. A name whose comma stands there without
// quotes ("Bee, Anna <anna@example.org>") is put together again.
Address parseAuthor(QByteArrayView field);

} // namespace kw
