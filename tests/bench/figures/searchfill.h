#pragma once

#include "core/base/result.h"

#include <QString>

namespace kw::bench {

// Names a profile for searching by what decides its content.
QString searchKey(int rows);
// Fills DIR with a cache of `rows` messages of two accounts in twelve folders and its index, in which every
// fifth message has its text (about 200 words and 60 quoted ones). 1,000,000 take some minutes.
Result<void> fillSearchProfile(const QString &directory, int rows);

} // namespace kw::bench
