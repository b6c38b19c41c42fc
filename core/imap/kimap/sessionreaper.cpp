#include "core/imap/kimap/sessionreaper.h"

#include "core/imap/leftovers.h"

#include <KIMAP/Session>

#include <QTimer>

namespace kw {

void reapSession(KIMAP::Session *session, bool gone)
{
    session->disconnect();
    Leftovers::add();
    QObject::connect(session, &QObject::destroyed, session, [] { Leftovers::remove(); });
    if (gone) { // not now: this may be called from one of its own signals
        session->deleteLater();
        return;
    }
    QObject::connect(session, &KIMAP::Session::connectionLost, session, &QObject::deleteLater);
    QObject::connect(session, &KIMAP::Session::connectionFailed, session, &QObject::deleteLater);
    // The socket thread gives up by itself after 30 s; then nothing blocks any more. One that was never
    // connected says nothing when it is closed.
    QTimer::singleShot(45'000, session, &QObject::deleteLater);
    // Closed before its thread has begun to connect, it connects all the same, and its login waits for the
    // greeting: once more, then, and in time.
    QObject::connect(session, &KIMAP::Session::stateChanged, session, [session](KIMAP::Session::State now) {
        if (now != KIMAP::Session::Disconnected)
            session->close();
    });
    session->close();
}

} // namespace kw
