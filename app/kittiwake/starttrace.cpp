#include "app/kittiwake/starttrace.h"

#include <QFile>

#include <cstdio>
#include <ctime>
#include <unistd.h>

namespace kw {

qint64 msSinceProcessStart()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly))
        return -1;
    // proc(5): field 22 in clock ticks since boot; the name in field 2 may contain blanks.
    const auto text = stat.readAll();
    const auto fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    const qint64 startedMs = fields.value(19).toLongLong() * 1000 / ::sysconf(_SC_CLK_TCK);
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000 - startedMs;
}

void traceStart(const char *what)
{
    static const bool wanted = qEnvironmentVariableIntValue("KITTIWAKE_TRACE_START") == 1;
    if (wanted)
        std::fprintf(stderr, "KITTIWAKE_TRACE %s %lld\n", what,
                     static_cast<long long>(msSinceProcessStart()));
}

} // namespace kw
