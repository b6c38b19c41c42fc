#pragma once

#include "core/search/query.h"

#include <QDateTime>

namespace kw {

// What "today" means: local time with its zone, and the day on which weeks begin. An invalid time is the
// epoch in UTC.
struct QueryClock {
    QDateTime now;
    Qt::DayOfWeek weekBegins = Qt::Monday;

    static QueryClock system(); // this computer's, at this moment
};

constexpr qsizetype LongestQuery = 4000; // UTF-16 units
constexpr int MostQueryTerms = 200;
constexpr int DeepestQuery = 40; // parentheses within one another

// Reads what a person typed (docs/search.md). Never fails: what cannot be understood is left out and is a
// problem with its place, the rest counts. Text without letters or digits looks for nothing and is left out
// silently. NOT binds closest, then AND, then OR, then mere blanks: `invoice from:anna OR from:lars` is an
// invoice of one of them. The tree is canonicalQuery() of itself. Linear; pure; any thread.
ParsedQuery parseQuery(const QString &text, const QueryClock &clock);

} // namespace kw
