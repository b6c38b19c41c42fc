#pragma once

#include "core/base/mailtypes.h"

#include <QByteArray>
#include <QList>

namespace kw {

// Names and addresses out of vCards (RFC 6350, 2426; vCard 2.1), and nothing else of them. A card with
// several addresses gives several entries; what makes no sense is passed over. Linear; at most 20,000
// entries. Pure; any thread.
QList<Address> addressesInCards(const QByteArray &octets);

// Of all *.vcf in a folder, at most 32 MB of them. Blocking file I/O; any thread.
QList<Address> addressesInFolder(const QString &directory);

} // namespace kw
