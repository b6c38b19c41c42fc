#pragma once

#include "tests/sync/property/world.h"

namespace kw::sim {

// What can happen in a run. A new operation of the engine is one more row here.
struct Action {
    const char *name;
    int weight;
    void (*run)(World &world, Rng &rng);
};
const QList<Action> &actions();

Plan randomPlan(quint32 seed);
// Runs the plan, heals, checks. Empty, or what was broken. `story` gets the steps, commands and faults, and
// where the messages of the subject `watched` are after each.
QString runPlan(const Plan &plan, QStringList *story = nullptr, const QString &watched = {});
// Leaves out steps as long as the plan still fails.
Plan shrink(Plan plan);
// As it is kept in regressions.cpp.
QString toSource(const Plan &plan);

} // namespace kw::sim
