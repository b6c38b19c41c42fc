#include "app/kittiwake/unixsignals.h"

#include <QSocketNotifier>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace kw {

namespace {

int sockets[2] = {-1, -1}; // [0] is written by the handler: signal-safety(7) allows little else

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(sockets[0], &byte, 1);
}

void handle(void (*handler)(int))
{
    struct sigaction action{};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        ::sigaction(signal, &action, nullptr);
}

} // namespace

UnixSignals::UnixSignals(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0)
        return; // then signals end the program at once, as they do by default
    m_notifier = new QSocketNotifier(sockets[1], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(sockets[1], &byte, 1) == 1)
            Q_EMIT endRequested();
    });
    handle(onSignal);
}

UnixSignals::~UnixSignals()
{
    if (!m_notifier)
        return;
    handle(SIG_DFL);
    ::close(sockets[0]);
    ::close(sockets[1]);
}

} // namespace kw
