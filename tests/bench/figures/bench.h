#pragma once

#include "bench/measure/figure.h"
#include "bench/server/benchserver.h"

#include <QJsonObject>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <map>
#include <memory>

namespace kw::bench {

struct Options {
    int runs = 3;
    bool quick = false; // 2,000 and 20,000 messages instead of 100,000 and 1,000,000: proves that it works,
                        // measures nothing
    QStringList names; // figures to measure; empty: all
    QString buildDir; // holds bin, bench-mail, bench-cache
};

// What the figures share: sizes, the server, profiles, child processes.
class Bench
{
public:
    explicit Bench(const Options &options);
    ~Bench();

    const Options &options() const { return m_options; }
    int small() const { return m_options.quick ? 2'000 : 100'000; }
    int large() const { return m_options.quick ? 20'000 : 1'000'000; }

    // Started when first asked for; null (with a reason in problem()) when it cannot be.
    BenchServer *server(int messages, int users = 1);
    QString problem() const { return m_problem; }

    // An empty profile with accounts u1 … on this port.
    QString freshProfile(quint16 port, int users = 1);
    // A profile whose cache holds `rows` messages of account u1; made without a server and kept between runs.
    // Empty on failure.
    QString warmProfile(int rows);

    struct Child {
        QJsonObject answer; // "error" in it: the scenario failed
        double peakPssMb = 0; // sampled every 25 ms, only where asked for
    };
    Child child(const QStringList &arguments, bool sampleMemory = false);
    QString program(const QString &name) const { return m_options.buildDir + QStringLiteral("/bin/") + name; }

    static void say(const QString &text); // progress, to standard error

private:
    const Options m_options;
    QTemporaryDir m_scratch;
    int m_profiles = 0;
    std::map<std::pair<int, int>, std::unique_ptr<BenchServer>> m_servers;
    QString m_problem;
};

// A process's proportional set size in MB (/proc/PID/smaps_rollup); 0 when it is gone.
double pssMb(qint64 pid);
// User and system time of a process in ms (/proc/PID/stat), all its threads.
double cpuMs(qint64 pid);

using Measure = std::function<QList<Figure>(Bench &)>;
// Every figure of the table by the name it is asked for; one measure may give several lines.
QList<std::pair<QString, Measure>> allMeasures();

QList<Figure> measureColdSync(Bench &bench); // cold_100k, disk_100k
QList<Figure> measureColdWindow(Bench &bench); // first_screen, stall, memory_peak
QList<Figure> measureWarmStart(Bench &bench); // warm_start_100k, warm_start_1m
QList<Figure> measureResync(Bench &bench); // resync_ms, resync_bytes
QList<Figure> measureNotice(Bench &bench); // notice_new, notice_flag, notice_expunge
QList<Figure> measureOrganize(Bench &bench); // mark_10k, move_1k, journal_replay_1k
QList<Figure> measureMemory(Bench &bench); // memory_100k, memory_1m
QList<Figure> measureScroll(Bench &bench); // scroll_1m
QList<Figure> measureFilter(Bench &bench); // filter_unread, filter_combined
QList<Figure>
measureReader(Bench &bench); // open_plain, open_html_first, open_html_warm, parse_corpus, memory_html
QList<Figure> measureCompose(Bench &bench); // compose_open, type_latency, send_loopback
QList<Figure> measureSearch(Bench &bench); // search_rare, _common, _prefix_typing, _operator_mix, index_bytes
QList<Figure> measureIndexing(Bench &bench); // index_rate
QList<Figure> measureIdle(Bench &bench); // idle_cpu

} // namespace kw::bench
