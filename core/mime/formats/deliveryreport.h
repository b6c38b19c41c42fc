#pragma once

#include "core/mime/partfacts.h"

#include <QByteArrayView>

namespace kw {

// Reads a message/delivery-status (RFC 3464) or message/disposition-notification (RFC 8098) part; without
// recipients where it is none. Linear, bounded; never fails.
DeliveryReport readDeliveryReport(QByteArrayView octets);

} // namespace kw
