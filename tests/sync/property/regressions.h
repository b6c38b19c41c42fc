#pragma once

#include "tests/sync/property/actions.h"

namespace kw::sim {

// Plans that once broke a promise, shrunk. They stay.
struct Regression {
    const char *rule; // what has to hold
    Plan plan;
};
const QList<Regression> &regressions();

} // namespace kw::sim
