#include "bench/child/child.h"
#include "bench/figures/bench.h"
#include "bench/measure/report.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QSysInfo>
#include <QThread>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace kw::bench;

namespace {

Options optionsFrom(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Measures Kittiwake beside the bare protocol on the same server and "
                                     u"mail. Figures: cold first_screen warm_start "
                                     "resync notice organize memory scroll filter reader compose idle_cpu"_s);
    parser.addHelpOption();
    const QCommandLineOption runs(u"runs"_s, u"Runs of each figure (3)."_s, u"N"_s, u"3"_s);
    const QCommandLineOption quick(u"quick"_s,
                                   u"Few messages: proves that the benchmark works, measures nothing."_s);
    parser.addOptions({runs, quick});
    parser.addPositionalArgument(u"NAME"_s, u"Figures to measure; all where none is named."_s, u"[NAME…]"_s);
    parser.process(arguments);
    Options options;
    options.quick = parser.isSet(quick);
    options.runs = qMax(1, parser.value(runs).toInt());
    options.names = parser.positionalArguments();
    options.buildDir = QDir(QCoreApplication::applicationDirPath() + "/.."_L1).canonicalPath();
    return options;
}

int measure(const Options &options)
{
    QList<Figure> figures;
    bool known = options.names.isEmpty();
    {
        Bench bench(options);
        for (const auto &[name, run] : allMeasures()) {
            if (!options.names.isEmpty() && !options.names.contains(name))
                continue;
            known = true;
            Bench::say(u"measuring "_s + name);
            figures += run(bench);
        }
    }
    if (!known) {
        std::fprintf(stderr, "kittiwake-bench: no figure of that name; see --help.\n");
        return 2;
    }
    const QString context = u"%1, %2 cores, %3 messages, %4 runs"_s.arg(QSysInfo::prettyProductName())
                                .arg(QThread::idealThreadCount())
                                .arg(options.quick ? u"few (--quick)"_s : u"100,000 and 1,000,000"_s)
                                .arg(options.runs);
    std::printf("%s\n\n%s", qPrintable(context), tableOf(figures).toUtf8().constData());
    QFile file(options.buildDir + (options.quick ? "/bench-quick.json"_L1 : "/bench.json"_L1));
    if (!file.open(QIODevice::WriteOnly) || file.write(jsonOf(figures, context)) < 0) {
        std::fprintf(stderr, "kittiwake-bench: couldn't write %s.\n", qPrintable(file.fileName()));
        return 1;
    }
    // A missed goal is a finding, not a failure; a figure that could not be measured is one.
    const auto unmeasured = [](const Figure &figure) { return figure.samples.isEmpty(); };
    return std::any_of(figures.begin(), figures.end(), unmeasured) ? 1 : 0;
}

} // namespace

int main(int argc, char **argv)
{
    const bool child = argc > 2 && qstrcmp(argv[1], "child") == 0;
    QCoreApplication::setQuitLockEnabled(false); // KIMAP's jobs hold it; the last one would end us
    if (child) {
        QApplication application(argc, argv);
        return childMain(application.arguments().mid(2));
    }
    QCoreApplication application(argc, argv);
    return measure(optionsFrom(application.arguments()));
}
