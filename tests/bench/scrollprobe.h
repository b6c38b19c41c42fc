#pragma once

#include "core/base/result.h"
#include "core/store/rows.h"

#include <QList>

namespace kw {

// How long the GUI thread was busy for each step through a list, from the key or the scroll bar to the
// painted screen.
struct ScrollFigures {
    int rows = 0;
    double firstScreenMs = 0; // showView to painted rows
    double exactMs = 0; // showView to the exact scroll bar
    qint64 modelBytes = 0;
    QList<double> busyMs; // one a step, by the clock on the wall
    QList<double> cpuMs; // likewise, processor time of the GUI thread: the same on a busy machine
    int blankRows = 0; // rows that were painted without their text; must be 0

    double percentile(double part) const { return percentile(busyMs, part); } // 0.99
    double longest() const { return percentile(1); }
    static double percentile(QList<double> values, double part);
};

// Opens a message list pane (1280 × 800, cards or table) on a profile's cache and pages down and up, jumps to
// both ends and to places all over the list. Needs a QApplication; GUI thread.
Result<ScrollFigures> probeScroll(const QString &profileCache, ViewId view, int steps, bool table = false);

} // namespace kw
