#include "bench/figures/bench.h"

#include "bench/figures/cachefill.h"
#include "core/account/paths.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTimer>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace kw::bench {

namespace {
constexpr int SampleMs = 25;
constexpr int ChildTimeoutMs = 1'800'000;
} // namespace

Bench::Bench(const Options &options)
    : m_options(options)
    , m_scratch(QDir::tempPath() + "/kittiwake-bench-XXXXXX"_L1)
{
}

Bench::~Bench() = default;

void Bench::say(const QString &text)
{
    std::fprintf(stderr, "bench: %s\n", qPrintable(text));
    std::fflush(stderr);
}

BenchServer *Bench::server(int messages, int users)
{
    auto &server = m_servers[{messages, users}];
    if (server)
        return server.get();
    say(u"starting a mail server with %1 × %2 messages"_s.arg(users).arg(messages));
    auto started = BenchServer::start(m_options.buildDir + "/bench-mail"_L1, messages, users);
    if (!started) {
        m_problem = started.error().text;
        return nullptr;
    }
    server = std::move(*started);
    return server.get();
}

QString Bench::freshProfile(quint16 port, int users)
{
    const QString directory = m_scratch.filePath(u"profile%1"_s.arg(++m_profiles));
    if (const auto written = writeProfile(directory, port, users); !written) {
        m_problem = written.error().text;
        return {};
    }
    return directory;
}

QString Bench::warmProfile(int rows)
{
    const QString directory = m_options.buildDir + "/bench-cache/"_L1 + cacheKey(rows);
    const QString marker = directory + "/.complete"_L1;
    if (QFile::exists(marker))
        return directory;
    say(u"filling a cache with %1 messages"_s.arg(rows));
    QDir(directory).removeRecursively();
    auto filled = writeProfile(directory, 1);
    if (filled)
        filled = fillCache(Paths::profile(directory).cache, rows);
    QFile file(marker);
    if (!filled || !file.open(QIODevice::WriteOnly)) {
        m_problem = filled ? u"Couldn't write %1."_s.arg(marker) : filled.error().text;
        return {};
    }
    return directory;
}

Bench::Child Bench::child(const QStringList &arguments, bool sampleMemory)
{
    Child out;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QEventLoop loop;
    QTimer sample;
    QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    QObject::connect(&process, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
    QObject::connect(&sample, &QTimer::timeout, &process,
                     [&] { out.peakPssMb = qMax(out.peakPssMb, pssMb(process.processId())); });
    process.start(QCoreApplication::applicationFilePath(), QStringList{u"child"_s} + arguments);
    QTimer::singleShot(ChildTimeoutMs, &loop, &QEventLoop::quit);
    if (sampleMemory)
        sample.start(SampleMs);
    if (process.waitForStarted())
        loop.exec();
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
    }
    const QByteArray last = process.readAllStandardOutput().trimmed().split('\n').constLast();
    out.answer = QJsonDocument::fromJson(last).object();
    if (out.answer.isEmpty())
        out.answer.insert(u"error"_s,
                          u"The scenario \"%1\" ended without an answer."_s.arg(arguments.value(0)));
    return out;
}

double pssMb(qint64 pid)
{
    QFile file(u"/proc/%1/smaps_rollup"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').constFirst().toDouble() / 1024;
    }
    return 0;
}

double cpuMs(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    // proc(5): utime and stime are fields 14 and 15; the name in field 2 may contain blanks.
    const QByteArrayList fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    return (fields.value(11).toDouble() + fields.value(12).toDouble()) * 1000
        / double(::sysconf(_SC_CLK_TCK));
}

QList<std::pair<QString, Measure>> allMeasures()
{
    return {{u"cold"_s, measureColdSync},        {u"first_screen"_s, measureColdWindow},
            {u"warm_start"_s, measureWarmStart}, {u"resync"_s, measureResync},
            {u"notice"_s, measureNotice},        {u"organize"_s, measureOrganize},
            {u"memory"_s, measureMemory},        {u"scroll"_s, measureScroll},
            {u"filter"_s, measureFilter},        {u"reader"_s, measureReader},
            {u"compose"_s, measureCompose},      {u"search"_s, measureSearch},
            {u"index_rate"_s, measureIndexing},  {u"idle_cpu"_s, measureIdle}};
}

} // namespace kw::bench
