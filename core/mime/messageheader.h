#pragma once

#include "core/mime/messageview.h"

namespace kw {

// Fills in what a message's header says: people, subject, date, id, and every field for "show the source".
// Linear; never fails.
void readHeader(QByteArrayView header, MessageView &view);

} // namespace kw
