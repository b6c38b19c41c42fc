#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QLoggingCategory>

namespace kw {

// What the log of a profile tells: accounts by their key, folders by their number, errors by their kind and
// code. Never an address, a name, a subject, a folder's path or what a server said. Written only where a
// program asks for it (app/kittiwake/logfile.h); any thread.
Q_DECLARE_LOGGING_CATEGORY(logProgram)
Q_DECLARE_LOGGING_CATEGORY(logAccount)
Q_DECLARE_LOGGING_CATEGORY(logChanges)
Q_DECLARE_LOGGING_CATEGORY(logFolder)
Q_DECLARE_LOGGING_CATEGORY(logStore)

// "network timeout": the kind, and the first word of the code where it is nothing but a code.
QByteArray forLog(const Error &error);
const char *forLog(ErrorKind kind);

} // namespace kw
