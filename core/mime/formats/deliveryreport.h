#pragma once

#include "core/mime/partfacts.h"

#include <QByteArrayView>

namespace kw {

// message/delivery-status (RFC 3464), message/disposition-notification (RFC 8098) and those of RFC 6533.
bool isDeliveryReport(const QString &lowerCaseMimeType);
// Reads such a part; without recipients where it is none. Linear, bounded; never fails.
DeliveryReport readDeliveryReport(QByteArrayView octets);

} // namespace kw
