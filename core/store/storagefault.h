#pragma once

#include "core/base/result.h"

namespace kw {

// SQLite's result code as a sentence for the person; `directory` is where the cache is.
Error storageFault(int code, const QString &directory, const char *detail = "");
// The cache was written by a program that knows more than this one.
Error newerSchema();
// The file's bytes make no sense: only a new file helps.
bool isDamage(int code);

} // namespace kw
