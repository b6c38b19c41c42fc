#pragma once

#include "core/account/inidocument.h"

namespace kw {

// Small files that programs and people write alike. Blocking; any thread.

// A file that does not exist is an empty one. Errors: Storage, Invalid (larger than 4 MB; `tooLarge` says
// what that means, with a place for the path).
Result<IniDocument> readIniFile(const QString &path, const QString &tooLarge);
// Atomic, mode 0600; makes the directory. Error: Storage; nothing was changed then.
Result<void> writeIniFile(const QString &path, const IniDocument &document);
// As the group is written in the file, where somebody wrote it by hand in other letters.
QString groupWithoutCase(const IniDocument &document, const QString &name);

} // namespace kw
