#pragma once

#include <QtGlobal>

#include <atomic>
#include <thread>

namespace kw::bench {

// A TCP relay on loopback that counts what passes, on a thread of its own. Ends with the object.
class CountingProxy
{
public:
    // port() is 0 when it could not listen.
    explicit CountingProxy(quint16 serverPort);
    ~CountingProxy();
    CountingProxy(const CountingProxy &) = delete;
    CountingProxy &operator=(const CountingProxy &) = delete;

    quint16 port() const { return m_port; }
    // Octets in both directions, without TCP's own.
    quint64 bytes() const { return m_up + m_down; }
    quint64 fromServer() const { return m_down; }
    quint64 toServer() const { return m_up; }
    // Lines that clients sent: commands, and the ends of IDLE.
    quint64 lines() const { return m_lines; }
    void reset();

private:
    void run();

    const quint16 m_serverPort;
    quint16 m_port = 0;
    int m_listener = -1;
    int m_stop[2] = {-1, -1}; // a pipe: writing ends the thread
    std::atomic<quint64> m_up = 0;
    std::atomic<quint64> m_down = 0;
    std::atomic<quint64> m_lines = 0;
    std::thread m_thread;
};

} // namespace kw::bench
