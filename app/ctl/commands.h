#pragma once

#include "app/ctl/arguments.h"
#include "app/ctl/output.h"
#include "core/account/paths.h"

#include <QList>

namespace kw::ctl {

enum ExitStatus { Fine = 0, Failed = 1, WrongUsage = 2 };

// One run of one command.
struct Invocation {
    const Arguments &arguments;
    const Paths &paths;
    Output &out;
};

struct Command {
    QString name;
    QString usage;
    QString summary;
    QStringList options;
    int minOperands = 0;
    int maxOperands = 0; // -1: any number
    int (*run)(const Invocation &) = nullptr; // an ExitStatus
};

const QList<Command> &commands();
const Command *findCommand(const QString &name);

int runAccounts(const Invocation &run);
int runAccount(const Invocation &run);
int runFolders(const Invocation &run);
int runSync(const Invocation &run);
int runList(const Invocation &run);
int runShow(const Invocation &run);
int runSignIn(const Invocation &run);
int runVerify(const Invocation &run);
int runDiscover(const Invocation &run);
int runMark(const Invocation &run);
int runMove(const Invocation &run);
int runCopy(const Invocation &run);
int runDelete(const Invocation &run);
int runArchive(const Invocation &run);
int runJunk(const Invocation &run);
int runFolder(const Invocation &run);
int runJournal(const Invocation &run);
int runUndo(const Invocation &run);
int runVanished(const Invocation &run);
int runDoctor(const Invocation &run);
int runQuota(const Invocation &run);
int runStorage(const Invocation &run);
int runCleanup(const Invocation &run);
int runSettings(const Invocation &run);
int runSend(const Invocation &run);
int runOutbox(const Invocation &run);
int runSearch(const Invocation &run);
int runIndex(const Invocation &run);

} // namespace kw::ctl
