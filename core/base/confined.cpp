#include "core/base/confined.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFileInfo>
#include <QProcess>

#include <sys/resource.h>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

#ifdef KW_SANITIZED // slow; its shadow is larger than any limit and may lie in a file
constexpr int Slower = 12;
#else
constexpr int Slower = 1;
#endif

// False: not in time, or nobody wants it any more.
bool waitFor(QProcess &process, int patience, const std::function<bool()> &stop)
{
    constexpr int AskMs = 30;
    if (!stop)
        return process.waitForFinished(patience);
    for (const QDeadlineTimer deadline(patience); !deadline.hasExpired() && !stop();) {
        if (process.waitForFinished(int(std::min<qint64>(AskMs, deadline.remainingTime()))))
            return true;
        if (process.state() == QProcess::NotRunning)
            return true; // it ended before that was asked
    }
    return false;
}

void limit(int what, rlim_t most)
{
    const rlimit both{most, most};
    setrlimit(what, &both);
}

} // namespace

QString helperProgram(const QString &name)
{
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString &folder : {here, here + "/../libexec/kittiwake"_L1, u"" KW_LIBEXEC_DIR ""_s}) {
        if (const QString path = folder + u'/' + name; QFileInfo(path).isExecutable())
            return path;
    }
    return {};
}

std::optional<QByteArray> runConfined(const QString &program, const QStringList &arguments,
                                      const QByteArray &input, const Confines &confines)
{
    if (program.isEmpty())
        return {};
    QProcess process;
    process.setProgram(program);
    process.setArguments(arguments);
    process.setStandardErrorFile(QProcess::nullDevice());
    process.setChildProcessModifier([confines] {
#ifndef KW_SANITIZED
        limit(RLIMIT_DATA, rlim_t(confines.memory)); // not RLIMIT_AS: PDFium reserves far more than it uses
        limit(RLIMIT_FSIZE, 0);
#endif
        limit(RLIMIT_CPU, rlim_t(confines.seconds) * Slower);
        limit(RLIMIT_CORE, 0); // a core would hold the person's mail
    });
    const int patience = confines.seconds * Slower * 1000;
    process.start();
    if (!process.waitForStarted(patience))
        return {};
    process.write(input);
    process.closeWriteChannel();
    if (!waitFor(process, patience, confines.stop)) {
        process.kill();
        process.waitForFinished(1000);
        return {};
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return {};
    return process.readAllStandardOutput();
}

} // namespace kw
