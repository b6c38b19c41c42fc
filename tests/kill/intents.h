#pragma once

#include "tests/kill/mailmodel.h"

#include <random>

namespace kw::killing {

using Rng = std::mt19937;
int below(Rng &rng, int bound); // 0 … bound-1

// One thing that the person does: the driver's order, and what it makes of the mailboxes.
struct Deed {
    QString order;
    Mailboxes after;
    QList<int> expunged; // keys of what went for good
    bool isUndo = false;
};

// Something that makes sense there; never an undo.
Deed anyDeed(const Mailboxes &now, Rng &rng, int *lastKey);

} // namespace kw::killing
