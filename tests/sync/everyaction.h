#pragma once

#include "tests/sync/desk.h"

namespace kw::sim {

// Names of everything that a person can do to mail and folders.
QStringList everyAction();
// Two accounts with marks, tags, a folder that holds mail, and all texts here: what was deleted for good can
// come back.
void prepareForEveryAction(Desk &desk);
// On messages 1 and 2, or the folder "Full".
Intent intentOf(Desk &desk, const QString &action);

} // namespace kw::sim
