#include "core/base/logging.h"

#include <algorithm>

namespace kw {

Q_LOGGING_CATEGORY(logProgram, "kittiwake.program", QtWarningMsg)
Q_LOGGING_CATEGORY(logAccount, "kittiwake.account", QtWarningMsg)
Q_LOGGING_CATEGORY(logChanges, "kittiwake.changes", QtWarningMsg)
Q_LOGGING_CATEGORY(logFolder, "kittiwake.folder", QtWarningMsg)
Q_LOGGING_CATEGORY(logStore, "kittiwake.store", QtWarningMsg)

const char *forLog(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled:
        return "cancelled";
    case ErrorKind::Network:
        return "network";
    case ErrorKind::Auth:
        return "sign-in";
    case ErrorKind::Tls:
        return "tls";
    case ErrorKind::Protocol:
        return "protocol";
    case ErrorKind::Refused:
        return "refused";
    case ErrorKind::Storage:
        return "storage";
    case ErrorKind::NotFound:
        return "not-found";
    case ErrorKind::Unsupported:
        return "unsupported";
    case ErrorKind::Invalid:
        return "invalid";
    case ErrorKind::Busy:
        return "busy";
    }
    return "unknown";
}

// A server may put anything where its code belongs.
QByteArray forLog(const Error &error)
{
    constexpr qsizetype Longest = 24;
    const QByteArray code = error.code.section(QLatin1Char(' '), 0, 0).toUtf8();
    const bool isCode = !code.isEmpty() && code.size() <= Longest
        && std::all_of(code.begin(), code.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; });
    return isCode ? QByteArray(forLog(error.kind)) + ' ' + code : QByteArray(forLog(error.kind));
}

} // namespace kw
