#include "bench/figures/bench.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace kw::bench {

namespace {

constexpr int StartTimeoutMs = 60'000;

// The real program under the offscreen platform.
class Window
{
public:
    Window(const Bench &bench, const QString &profile, bool offline)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"KITTIWAKE_TRACE_START"_s, u"1"_s);
        m_process.setProcessEnvironment(environment);
        QStringList arguments{u"--profile"_s, profile};
        if (offline)
            arguments.append(u"--offline"_s);
        m_process.start(bench.program(u"kittiwake"_s), arguments);
    }

    ~Window()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(10'000)) {
            m_process.kill();
            m_process.waitForFinished(1000);
        }
    }

    qint64 pid() const { return m_process.processId(); }
    QByteArray said() const { return m_said; }

    // Milliseconds from the start of the process to the first painted rows, by the program's own clock; -1 if
    // they never came.
    double paintedAfterMs()
    {
        static constexpr auto Mark = "KITTIWAKE_TRACE rows-painted ";
        QElapsedTimer elapsed;
        elapsed.start();
        while (elapsed.elapsed() < StartTimeoutMs && m_process.state() != QProcess::NotRunning) {
            m_process.waitForReadyRead(200);
            m_said += m_process.readAllStandardError();
            const qsizetype at = m_said.indexOf(Mark);
            const qsizetype end = m_said.indexOf('\n', at);
            if (at >= 0 && end > at)
                return m_said.mid(at + qsizetype(qstrlen(Mark)), end - at - qsizetype(qstrlen(Mark)))
                    .toDouble();
        }
        return -1;
    }

private:
    QProcess m_process;
    QByteArray m_said;
};

void rest(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

QString whyNoRows(const Window &window)
{
    return u"the window painted no rows; it said: %1"_s.arg(
        QString::fromUtf8(window.said().right(300)).simplified());
}

} // namespace

QList<Figure> measureWarmStart(Bench &bench)
{
    Figure small{u"warm_start_100k"_s, u"ms"_s, {}, Figure::Judge::Value, 400, {}, {}};
    Figure large{u"warm_start_1m"_s, u"ms"_s, {}, Figure::Judge::Value, 400, {}, {}};
    Figure growth{u"warm_start_1m/100k"_s, u"ms"_s, u"100k"_s, Figure::Judge::Ratio, 1.3, {}, {}};
    const QString smallProfile = bench.warmProfile(bench.small());
    const QString largeProfile = bench.warmProfile(bench.large());
    if (smallProfile.isEmpty() || largeProfile.isEmpty()) {
        small.note = bench.problem();
        return {small, large, growth};
    }
    for (int run = -1; run < bench.options().runs; ++run) { // the first one only reads the files into memory
        Window one(bench, smallProfile, true);
        const double smallMs = one.paintedAfterMs();
        Window other(bench, largeProfile, true);
        const double largeMs = other.paintedAfterMs();
        if (smallMs < 0 || largeMs < 0) {
            small.note = whyNoRows(smallMs < 0 ? one : other);
            break;
        }
        if (run < 0)
            continue;
        small.samples.append({smallMs, 0});
        large.samples.append({largeMs, 0});
        growth.samples.append({largeMs, smallMs});
    }
    return {small, large, growth};
}

QList<Figure> measureMemory(Bench &bench)
{
    QList<Figure> out;
    for (const auto &[name, rows] :
         {std::pair{u"memory_100k"_s, bench.small()}, {u"memory_1m"_s, bench.large()}}) {
        Figure figure{name, u"MB"_s, {}, Figure::Judge::Value, 120, {}, {}};
        const QString profile = bench.warmProfile(rows);
        for (int run = 0; !profile.isEmpty() && run < bench.options().runs; ++run) {
            Window window(bench, profile, true);
            if (window.paintedAfterMs() < 0) {
                figure.note = whyNoRows(window);
                break;
            }
            rest(bench.options().quick ? 300 : 3000); // until the list knows all its rows
            figure.samples.append({pssMb(window.pid()), 0});
        }
        if (profile.isEmpty())
            figure.note = bench.problem();
        out.append(figure);
    }
    return out;
}

QList<Figure> measureIdle(Bench &bench)
{
    constexpr int Accounts = 3;
    Figure idle{u"idle_cpu"_s, u"%"_s, {}, Figure::Judge::Value, 0.1, {}, {}};
    BenchServer *server = bench.server(2000, Accounts);
    if (!server) {
        idle.note = bench.problem();
        return {idle};
    }
    const QString profile = bench.freshProfile(server->port(), Accounts);
    const auto synced = bench.child({u"sync"_s, profile});
    const int seconds = bench.options().quick ? 2 : 60;
    for (int run = 0; run < bench.options().runs && !synced.answer.contains("error"_L1); ++run) {
        Window window(bench, profile, false);
        if (window.paintedAfterMs() < 0) {
            idle.note = whyNoRows(window);
            break;
        }
        rest(bench.options().quick ? 500 : 10'000); // passes, threads and caches after the start
        const double before = cpuMs(window.pid());
        rest(seconds * 1000);
        idle.samples.append({(cpuMs(window.pid()) - before) / (seconds * 10.0), 0});
    }
    if (synced.answer.contains("error"_L1))
        idle.note = synced.answer.value("error"_L1).toString();
    return {idle};
}

QList<Figure> measureScroll(Bench &bench)
{
    Figure scroll{u"scroll_1m"_s, u"ms"_s, {}, Figure::Judge::Value, 8, {}, {}};
    const QString profile = bench.warmProfile(bench.large());
    for (int run = 0; !profile.isEmpty() && run < bench.options().runs; ++run) {
        const auto child
            = bench.child({u"scroll"_s, profile, QString::number(bench.options().quick ? 60 : 600)});
        if (child.answer.contains("error"_L1)) {
            scroll.note = child.answer.value("error"_L1).toString();
            break;
        }
        scroll.samples.append({child.answer.value("p99_ms"_L1).toDouble(), 0});
        scroll.note = u"%1 rows, longest step %2 ms, %3 rows painted without text"_s
                          .arg(child.answer.value("rows"_L1).toInt())
                          .arg(child.answer.value("longest_ms"_L1).toDouble(), 0, 'f', 1)
                          .arg(child.answer.value("blank_rows"_L1).toInt());
    }
    if (profile.isEmpty())
        scroll.note = bench.problem();
    return {scroll};
}

} // namespace kw::bench
