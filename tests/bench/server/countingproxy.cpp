#include "bench/server/countingproxy.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <vector>

namespace kw::bench {

namespace {

struct Pair {
    int client;
    int server;
};

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

void noDelay(int socket)
{
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

// Octets moved; 0 or less at the end.
ssize_t pump(int from, int to, std::atomic<quint64> *lines = nullptr)
{
    std::array<char, 1 << 16> buffer;
    const ssize_t n = ::recv(from, buffer.data(), buffer.size(), 0);
    if (lines && n > 0)
        *lines += quint64(std::count(buffer.data(), buffer.data() + n, '\n'));
    for (ssize_t done = 0; done < n;) {
        const ssize_t sent = ::send(to, buffer.data() + done, size_t(n - done), MSG_NOSIGNAL);
        if (sent <= 0)
            return -1;
        done += sent;
    }
    return n;
}

bool acceptPair(int listener, quint16 serverPort, std::vector<Pair> &pairs)
{
    const int client = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
    const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(serverPort);
    if (client < 0 || server < 0
        || ::connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(client);
        ::close(server);
        return false;
    }
    noDelay(client);
    noDelay(server);
    pairs.push_back({client, server});
    return true;
}

} // namespace

CountingProxy::CountingProxy(quint16 serverPort)
    : m_serverPort(serverPort)
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (m_listener < 0 || ::bind(m_listener, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0
        || ::listen(m_listener, 16) != 0 || ::pipe2(m_stop, O_CLOEXEC) != 0
        || ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return;
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { run(); });
}

CountingProxy::~CountingProxy()
{
    if (m_thread.joinable()) {
        const char end = 'x';
        [[maybe_unused]] const ssize_t written = ::write(m_stop[1], &end, 1);
        m_thread.join();
    }
    for (const int file : {m_listener, m_stop[0], m_stop[1]}) {
        if (file >= 0)
            ::close(file);
    }
}

void CountingProxy::reset()
{
    m_up = 0;
    m_down = 0;
    m_lines = 0;
}

void CountingProxy::run()
{
    std::vector<Pair> pairs;
    const auto ready = [](const pollfd &file) { return (file.revents & (POLLIN | POLLHUP | POLLERR)) != 0; };
    for (;;) {
        std::vector<pollfd> files{{m_stop[0], POLLIN, 0}, {m_listener, POLLIN, 0}};
        for (const Pair &pair : pairs) {
            files.push_back({pair.client, POLLIN, 0});
            files.push_back({pair.server, POLLIN, 0});
        }
        if (::poll(files.data(), files.size(), -1) < 0 || ready(files[0]))
            break;
        std::vector<Pair> open;
        for (size_t i = 0; i < pairs.size(); ++i) {
            const ssize_t up = ready(files[2 + 2 * i]) ? pump(pairs[i].client, pairs[i].server, &m_lines) : 1;
            const ssize_t down = ready(files[3 + 2 * i]) ? pump(pairs[i].server, pairs[i].client) : 1;
            m_up += ready(files[2 + 2 * i]) && up > 0 ? quint64(up) : 0;
            m_down += ready(files[3 + 2 * i]) && down > 0 ? quint64(down) : 0;
            if (up > 0 && down > 0) {
                open.push_back(pairs[i]);
                continue;
            }
            ::close(pairs[i].client);
            ::close(pairs[i].server);
        }
        if (ready(files[1]))
            acceptPair(m_listener, m_serverPort, open);
        pairs.swap(open);
    }
    for (const Pair &pair : pairs) {
        ::close(pair.client);
        ::close(pair.server);
    }
}

} // namespace kw::bench
