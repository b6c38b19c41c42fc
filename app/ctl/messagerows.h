#pragma once

#include "app/ctl/reading.h"

#include <QJsonObject>

namespace kw::ctl {

// What lists of messages share: `list` and `search`.
QJsonObject rowJson(const Reading &reading, const MessageRow &row);
QString marks(const MessageRow &row); // "●★@": unread, starred, with an attachment
Result<qint64> limitOf(const Arguments &arguments); // --limit; 50 unless told. Error: Invalid

} // namespace kw::ctl
