#include "app/ctl/arguments.h"
#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "core/account/coredumps.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

// Standard error is for sentences; KITTIWAKE_DEBUG=1 lets the libraries' chatter through.
void quietLogging()
{
    if (!qEnvironmentVariableIsSet("KITTIWAKE_DEBUG"))
        QLoggingCategory::setFilterRules(u"*=false"_s);
}

int run(const ctl::Arguments &arguments, ctl::Output &out)
{
    if (arguments.has(u"help"_s)) {
        out.text(ctl::helpText());
        return ctl::Fine;
    }
    if (arguments.has(u"version"_s)) {
        out.text(u"kittiwakectl %1\n"_s.arg(QCoreApplication::applicationVersion()));
        return ctl::Fine;
    }
    const auto *command = ctl::findCommand(arguments.command);
    if (!command) {
        out.error(u"No command was given. kittiwakectl --help shows how it is used."_s);
        return ctl::WrongUsage;
    }
    const auto profile = arguments.value(u"profile"_s);
    const auto paths = profile.isEmpty() ? Paths::standard() : Paths::profile(profile);
    return command->run({arguments, paths, out});
}

} // namespace

int main(int argc, char **argv)
{
    forbidCoreDumps();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"kittiwakectl"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(KW_VERSION));
    QCoreApplication::setQuitLockEnabled(
        false); // each KIMAP job holds one: the program would quit with the first
    quietLogging();
    const auto arguments = ctl::parseArguments(QCoreApplication::arguments().sliced(1));
    if (!arguments) {
        ctl::Output(false).error(arguments.error());
        return ctl::WrongUsage;
    }
    ctl::Output out(arguments->has(u"json"_s));
    const int status = run(*arguments, out);
    if (out.isGood())
        return status;
    out.error(u"The output could not be written completely."_s);
    return ctl::Failed;
}
