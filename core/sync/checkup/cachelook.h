#pragma once

#include "core/base/task.h"
#include "core/doctor/cachefacts.h"

namespace kw {

// What the doctor wants to know of an account's mail on this computer. Reads through a connection of its own
// on a thread of the pool, so it never waits for the engine, and works beside a running window.
Task<Result<CacheFacts>> lookAtCache(QString cacheDirectory, QString accountKey, bool paused);

// The same on the calling thread, blocking for at most a few seconds.
Result<CacheFacts> readCacheFacts(const QString &cacheDirectory, const QString &accountKey, bool paused);

} // namespace kw
