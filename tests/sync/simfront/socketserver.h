#pragma once

#include "tests/sync/sim/simlink.h"

#include <QThread>

namespace kw::simfront {

// The simulator's server on a socket: loopback, a port of its own, a thread of its own. Ends with the object.
class SocketServer
{
public:
    // `secret`: everybody's password.
    SocketServer(sim::SimFeatures features, QString secret);
    ~SocketServer();
    SocketServer(const SocketServer &) = delete;
    SocketServer &operator=(const SocketServer &) = delete;

    quint16 port() const; // 0 when it could not listen
    // Acts on the server, on its thread; returns when that is done.
    void change(const std::function<void(sim::SimServer &)> &act);

private:
    class Host;
    QThread m_thread;
    Host *m_host;
};

} // namespace kw::simfront
