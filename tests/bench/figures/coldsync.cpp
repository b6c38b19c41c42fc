#include "bench/figures/bench.h"

#include "core/account/paths.h"

#include <QDir>
#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace kw::bench {

namespace {

double rawListingMs(const BenchServer &server)
{
    const auto raw = server.client();
    QElapsedTimer timer;
    timer.start();
    return raw && raw->command(listingFetch("1:*")) ? double(timer.nsecsElapsed()) / 1e6 : 0;
}

qint64 bytesIn(const QString &directory)
{
    qint64 sum = 0;
    for (const QFileInfo &file : QDir(directory).entryInfoList({u"cache.db*"_s}, QDir::Files))
        sum += file.size();
    return sum;
}

} // namespace

QList<Figure> measureColdSync(Bench &bench)
{
    Figure cold{u"cold_100k"_s, u"ms"_s, u"raw UID FETCH"_s, Figure::Judge::Ratio, 3.5, {}, {}};
    Figure disk{u"disk_100k"_s, u"bytes"_s, {}, Figure::Judge::Value, 700, {}, {}};
    BenchServer *server = bench.server(bench.small());
    if (!server) {
        cold.note = disk.note = bench.problem();
        return {cold, disk};
    }
    for (int run = 0; run < bench.options().runs; ++run) {
        const double reference = rawListingMs(*server);
        const QString profile = bench.freshProfile(server->port());
        const auto child = bench.child({u"sync"_s, profile});
        const QString error = child.answer.value("error"_L1).toString();
        const int listed = child.answer.value("messages"_L1).toInt();
        if (!error.isEmpty() || listed < bench.small()) {
            cold.note = error.isEmpty() ? u"only %1 messages were listed"_s.arg(listed) : error;
            break;
        }
        cold.samples.append({child.answer.value("ms"_L1).toDouble(), reference});
        disk.samples.append({double(bytesIn(Paths::profile(profile).cache)) / listed, 0});
        QDir(profile).removeRecursively();
    }
    return {cold, disk};
}

QList<Figure> measureColdWindow(Bench &bench)
{
    Figure first{u"first_screen"_s, u"ms"_s, {}, Figure::Judge::Value, 300, {}, {}};
    Figure stall{u"stall_cold_sync"_s, u"ms"_s, {}, Figure::Judge::Value, 50, {}, {}};
    Figure peak{u"memory_cold_peak"_s, u"MB"_s, {}, Figure::Judge::Value, 200, {}, {}};
    BenchServer *server = bench.server(bench.small());
    for (int run = 0; server && run < bench.options().runs; ++run) {
        const QString profile = bench.freshProfile(server->port());
        const QStringList arguments{u"window"_s, profile, QString::number(bench.small())};
        const auto child = bench.child(arguments, true);
        if (child.answer.contains("error"_L1)) {
            first.note = child.answer.value("error"_L1).toString();
            break;
        }
        first.samples.append({child.answer.value("first_screen_ms"_L1).toDouble(), 0});
        stall.samples.append({child.answer.value("longest_stall_ms"_L1).toDouble(), 0});
        peak.samples.append({child.peakPssMb, 0});
        QDir(profile).removeRecursively();
    }
    if (!server)
        first.note = bench.problem();
    return {first, stall, peak};
}

} // namespace kw::bench
