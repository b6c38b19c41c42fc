#pragma once

#include <QList>

namespace kw {

// HTML that tries to run, to load or to move something, in every disguise we know of.
QList<const char *> htmlAttacks();

} // namespace kw
