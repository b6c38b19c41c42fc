#pragma once

#include <QByteArrayView>

namespace kw {

// RFC 5322 3.3 and the forms people meet (obsolete zones, two-digit years, missing weekday or seconds,
// asctime). Seconds since the epoch, UTC; 0 when unreadable. `offsetMinutes` receives the sender's zone.
qint64 parseHeaderDate(QByteArrayView text, int *offsetMinutes = nullptr);

} // namespace kw
