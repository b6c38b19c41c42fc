#pragma once

#include "core/imap/kimap/kimaplink.h"
#include "tests/imap/silence.h"
#include "tests/support/scriptedserver.h"

#include <QCoroTask>

// What the tests of a link against scripted servers share.
namespace kw::scripted {

template <class T> T wait(Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

inline LinkSettings settings(quint16 port, int timeoutMs = 3000)
{
    LinkSettings s;
    s.host = QStringLiteral("127.0.0.1");
    s.port = port;
    s.security = Security::None;
    s.user = QStringLiteral("ann");
    s.timeoutMs = timeoutMs;
    return s;
}

inline QString secret()
{
    return QStringLiteral("secret");
}

// The well-behaved script with one answer of our own, which goes before the usual ones.
inline Script with(const QByteArray &command, const QByteArray &reply)
{
    Script script = ScriptedServer::wellBehaved();
    script.exchanges.prepend({command, reply});
    return script;
}

inline bool ends(const Error &error)
{
    return error.kind == ErrorKind::Network || error.kind == ErrorKind::Protocol;
}

} // namespace kw::scripted
