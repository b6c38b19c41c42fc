#include "bench/server/rawimap.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

using namespace Qt::StringLiterals;

namespace kw::bench {

namespace {
constexpr int CommandTimeoutMs
    = 600'000; // the first FETCH after 1,000,000 messages were written takes minutes
}

RawImap::~RawImap()
{
    close();
}

void RawImap::close()
{
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
}

bool RawImap::fail(const QString &why)
{
    m_error = why;
    close();
    return false;
}

bool RawImap::open(quint16 port, const QByteArray &user, const QByteArray &password)
{
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (m_socket < 0 || ::connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        return fail(u"no connection to port %1"_s.arg(port));
    const int on = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    QByteArray greeting;
    while (!greeting.contains("\r\n")) {
        if (!readSome(10'000, greeting))
            return fail(u"no greeting"_s);
    }
    return command("LOGIN " + user + " " + password);
}

bool RawImap::write(const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t n
            = ::send(m_socket, bytes.constData() + done, size_t(bytes.size() - done), MSG_NOSIGNAL);
        if (n <= 0)
            return fail(u"cannot send"_s);
        done += n;
    }
    m_sent += quint64(bytes.size());
    return true;
}

bool RawImap::readSome(int timeoutMs, QByteArray &into)
{
    pollfd waiting{m_socket, POLLIN, 0};
    if (m_socket < 0 || ::poll(&waiting, 1, timeoutMs) != 1)
        return false;
    std::array<char, 1 << 16> buffer;
    const ssize_t n = ::recv(m_socket, buffer.data(), buffer.size(), 0);
    if (n <= 0)
        return false;
    m_received += quint64(n);
    into.append(buffer.data(), n);
    return true;
}

bool RawImap::readUntilTag(const QByteArray &tag, Keep keep)
{
    m_answer.clear();
    const QByteArray mark = "\r\n" + tag + " ";
    QByteArray window("\r\n");
    qsizetype searched = 0;
    for (;;) {
        if (!readSome(CommandTimeoutMs, window))
            return fail(u"no answer"_s);
        const qsizetype at = window.indexOf(mark, searched);
        if (at >= 0 && window.indexOf("\r\n", at + 2) >= 0) {
            if (keep == Keep::Answer)
                m_answer += window;
            const QByteArray last = window.mid(at + mark.size());
            return last.startsWith("OK") || (m_error = QString::fromUtf8(last.trimmed()), false);
        }
        if (at >= 0)
            continue; // the last line is not complete yet
        const qsizetype kept = qMin(window.size(), mark.size());
        if (keep == Keep::Answer)
            m_answer += window.chopped(kept);
        window = window.right(kept);
        searched = 0;
    }
}

bool RawImap::command(const QByteArray &text, Keep keep)
{
    const QByteArray tag = "r" + QByteArray::number(++m_tag);
    return write(tag + " " + text + "\r\n") && readUntilTag(tag, keep);
}

bool RawImap::append(const QByteArray &mailbox, const QByteArray &message, const QByteArray &flags)
{
    const QByteArray text = QByteArray(message).replace("\r\n", "\n").replace('\n', "\r\n");
    return command("APPEND " + mailbox + " (" + flags + ") {" + QByteArray::number(text.size()) + "+}\r\n"
                       + text,
                   Keep::Answer);
}

bool RawImap::startIdle()
{
    m_idleText.clear();
    if (!write("r" + QByteArray::number(++m_tag) + " IDLE\r\n"))
        return false;
    while (!m_idleText.contains("+ idling")) {
        if (!readSome(10'000, m_idleText))
            return fail(u"the server does not idle"_s);
    }
    m_idleText.clear();
    return true;
}

bool RawImap::waitForLine(const QByteArray &text, int timeoutMs, Instant &arrived)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(timeoutMs);
    while (!m_idleText.contains(text)) {
        const auto left
            = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        if (left.count() <= 0 || !readSome(int(left.count()), m_idleText))
            return false;
    }
    arrived = std::chrono::steady_clock::now();
    m_idleText.clear();
    return true;
}

bool RawImap::stopIdle()
{
    return write("DONE\r\n") && readUntilTag("r" + QByteArray::number(m_tag), Keep::Nothing);
}

QByteArray listingFetch(const QByteArray &set)
{
    return "UID FETCH " + set
        + " (UID FLAGS RFC822.SIZE INTERNALDATE BODY.PEEK[HEADER.FIELDS (TO FROM MESSAGE-ID REFERENCES "
          "IN-REPLY-TO"
          " SUBJECT DATE)])";
}

quint64 numberAfter(const QByteArray &answer, const QByteArray &key)
{
    const qsizetype at = answer.lastIndexOf(key);
    if (at < 0)
        return 0;
    qsizetype end = at + key.size();
    while (end < answer.size() && answer.at(end) >= '0' && answer.at(end) <= '9')
        ++end;
    return answer.mid(at + key.size(), end - at - key.size()).toULongLong();
}

} // namespace kw::bench
