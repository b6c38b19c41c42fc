#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"

#include <QList>

namespace kw::bench {

struct ReadMail {
    QList<MessageId> plain;
    QList<MessageId> html;
    double parseMs = 0; // of 1,000
};

// The demo's mail in an empty cache, as if it had been read before; of account u1.
Result<ReadMail> fillWithReadMail(const QString &cache);

} // namespace kw::bench
