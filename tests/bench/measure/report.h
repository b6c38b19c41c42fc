#pragma once

#include "bench/measure/figure.h"

#include <QByteArray>

namespace kw::bench {

// The table as printed: one line a figure with its median, spread, reference, judged number, goal and
// verdict.
QString tableOf(const QList<Figure> &figures);
// build/bench.json: every sample, and the numbers of the table. `context` names machine and mail.
QByteArray jsonOf(const QList<Figure> &figures, const QString &context);

} // namespace kw::bench
