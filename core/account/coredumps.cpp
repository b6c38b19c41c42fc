#include "core/account/coredumps.h"

#include <QtEnvironmentVariables>

#include <sys/resource.h>

namespace kw {

void forbidCoreDumps()
{
    if (qEnvironmentVariableIsSet("KITTIWAKE_COREDUMPS"))
        return;
    rlimit limit{};
    if (::getrlimit(RLIMIT_CORE, &limit) != 0)
        return;
    limit.rlim_cur = 0; // the soft one: whoever needs it can raise it again
    ::setrlimit(RLIMIT_CORE, &limit);
}

} // namespace kw
