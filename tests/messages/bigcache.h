#pragma once

#include "core/base/result.h"

#include <QString>

namespace kw::test {

// A profile's cache with this many messages in two accounts' inboxes, a fourth of them in conversations,
// written by SQL in one go.
Result<void> makeBigCache(const QString &directory, int messages);

} // namespace kw::test
