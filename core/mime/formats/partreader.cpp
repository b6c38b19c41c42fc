#include "core/mime/formats/partreader.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>

#include <sys/resource.h>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LargestPart = 64 << 20; // octets
#ifdef KW_SANITIZED // slow, and its shadow is larger than any mail
constexpr int TimeoutMs = 60'000;
constexpr rlim_t MostSeconds = 60;
#else
constexpr int TimeoutMs = 5000;
constexpr rlim_t MostSeconds = 5;
constexpr rlim_t MostMemory = 1 << 30;
#endif

QString program()
{
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString &folder : {here, here + "/../libexec/kittiwake"_L1, u"" KW_LIBEXEC_DIR ""_s}) {
        if (const QString path = folder + "/kittiwake-parts"_L1; QFileInfo(path).isExecutable())
            return path;
    }
    return {};
}

void limit(int what, rlim_t most)
{
    const rlimit both{most, most};
    setrlimit(what, &both);
}

std::optional<PartFindings> readPart(PartFormat format, const QByteArray &octets)
{
    const QString path = program();
    if (path.isEmpty() || octets.size() > LargestPart)
        return {};
    QProcess process;
    process.setProgram(path);
    process.setArguments({nameOf(format)});
    process.setStandardErrorFile(QProcess::nullDevice());
    process.setChildProcessModifier([] {
#ifndef KW_SANITIZED
        limit(RLIMIT_AS, MostMemory);
#endif
        limit(RLIMIT_CPU, MostSeconds);
        limit(RLIMIT_CORE, 0); // a core would hold the person's mail
        limit(RLIMIT_FSIZE, 0);
    });
    process.start();
    if (!process.waitForStarted(TimeoutMs))
        return {};
    process.write(octets);
    process.closeWriteChannel();
    if (!process.waitForFinished(TimeoutMs)) {
        process.kill();
        process.waitForFinished(1000);
        return {};
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return {};
    return findingsFrom(process.readAllStandardOutput());
}

} // namespace

std::optional<PartFindings> PartReader::read(PartFormat format, const QByteArray &octets)
{
    if (m_left <= 0 || m_leftMs <= 0)
        return {};
    QElapsedTimer timer;
    timer.start();
    const auto found = readPart(format, octets);
    m_left = found ? m_left - 1 : 0;
    m_leftMs -= int(timer.elapsed());
    return found;
}

} // namespace kw
