#pragma once

#include "core/base/result.h"

#include <QString>

namespace kw::bench {

// Names a cache by what decides its content: rows, generator, schema.
QString cacheKey(int rows);
// Fills DIR/cache.db with `rows` generated messages in the inbox of the account u1, completely listed,
// through the store's own classes and in the order of a first sync (newest first). 1,000,000 take about a
// minute.
Result<void> fillCache(const QString &directory, int rows);

} // namespace kw::bench
