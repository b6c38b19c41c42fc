#pragma once

#include "core/search/queryparser.h"

#include <QDate>

#include <optional>

// What stands after before:, newer_than:, larger: and their like. Pure; any thread.
namespace kw {

// A time that has a length: a day, a month, a year. By the clock's local midnights; seconds since the epoch.
struct QueryPeriod {
    qint64 begin = 0; // included
    qint64 end = 0; // excluded
    bool operator==(const QueryPeriod &) const = default;
};

// 2024, 2024-05, 2024-05-03, with / or . as well, 20240503, 3.5.2024, 5.2024, 25/12/2024, @1714694400 (a
// moment, in seconds since the epoch), today, yesterday, monday … (the last one), january … (the last one),
// "last week", last-month, "this year". Nothing: it is no date, or could be two (3/5/2024).
std::optional<QueryPeriod> readQueryPeriod(const QString &value, const QueryClock &clock);
// The moment so long before now: 12h, 3d, 2w, 6m, 1y. Seconds since the epoch.
std::optional<qint64> readQueryAge(const QString &value, const QueryClock &clock);
// Octets: 500, 100k, 5M, 1.5G, 5 MB (of 1000), 5MiB (of 1024).
std::optional<qint64> readQuerySize(const QString &value);
// Words that readQueryPeriod() understands, for completion.
QStringList queryDateWords();
// "last" and "this": a word follows that belongs to the date.
bool beginsQueryDate(const QString &value);
bool endsQueryDate(const QString &value);

} // namespace kw
