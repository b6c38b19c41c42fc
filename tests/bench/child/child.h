#pragma once

#include <QJsonObject>
#include <QStringList>

// Scenarios that run in a process of their own, so that their memory, threads and event loop are nobody
// else's. Each prints one JSON object as its last line. Started as: kittiwake-bench child SCENARIO ARGUMENTS…
namespace kw::bench {

// sync PROFILE: Headless::syncOnce -> ms, messages, error
QJsonObject childSync(const QString &profile);
// window PROFILE ROWS: engine and list pane, online, until ROWS are listed -> first_screen_ms, listed_ms,
// longest_stall_ms
QJsonObject childWindow(const QString &profile, int rows);
// notice PROFILE PORT ROUNDS: engine and list pane idle; a second client acts -> {new, flag, expunge}: [{ms,
// server_ms}]
QJsonObject childNotice(const QString &profile, quint16 port, int rounds);
// organize PROFILE PORT ROUNDS MARKED MOVED: what a person does to many messages of the unified inbox ->
// mark: [{shown_ms, server_ms, commands}], move: [{shown_ms, server_ms}], replay: [{server_ms}]
QJsonObject childOrganize(const QString &profile, quint16 port, const QStringList &amounts);
// reader PROFILE ROUNDS: the demo's mail, downloaded, opened one after the other -> plain: [ms], html: [ms],
// html_first: ms, parse_ms (per 1,000 messages), memory_mb (after 50 HTML messages, Chromium's processes
// included)
QJsonObject childReader(const QString &profile, int rounds);
// compose PROFILE ROUNDS: answers to the demo's mail -> open: [ms], from the key to the painted window; type:
// [ms], keys in a message with a quote of 200 KB; send_ms: one letter, from the queue to the server's yes
QJsonObject childCompose(const QString &profile, int rounds);
// search DIR QUERIES: so many queries of each kind over the cache and index in DIR, up to the rows of the
// first page -> rare, common, typing, operators: [ms], rows
QJsonObject childSearch(const QString &profile, int queries);
// index DIR: the index of the cache in DIR, from nothing to rest -> ms, documents, bytes
QJsonObject childIndex(const QString &directory);
// filter PROFILE: the quick filter over a million messages, from the click to the first page -> unread_ms,
// combined_ms: the slowest filter in the slowest view; unread_slowest, combined_slowest: which
QJsonObject childFilter(const QString &profile);
// scroll PROFILE STEPS -> p99_ms, longest_ms, rows, blank_rows
QJsonObject childScroll(const QString &profile, int steps);

// Runs the scenario in this process and prints its answer; exit status 0, or 1 with a sentence in "error".
int childMain(const QStringList &arguments);

} // namespace kw::bench
