#include "core/imap/kimap/sessionreaper.h"

#include <KIMAP/Session>

#include <QTimer>

namespace kw {

namespace {

thread_local int reaping = 0;

} // namespace

void reapSession(KIMAP::Session *session)
{
    ++reaping;
    session->disconnect();
    QObject::connect(session, &QObject::destroyed, session, [] { --reaping; });
    QObject::connect(session, &KIMAP::Session::connectionLost, session, &QObject::deleteLater);
    QObject::connect(session, &KIMAP::Session::connectionFailed, session, &QObject::deleteLater);
    // The socket thread gives up by itself after 30 s; then nothing blocks any more.
    QTimer::singleShot(45'000, session, &QObject::deleteLater);
    session->close();
}

int sessionsBeingReaped()
{
    return reaping;
}

} // namespace kw
