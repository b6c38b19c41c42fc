#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>

namespace kw::bench {

// The reference: an IMAP client of nothing but a blocking socket. It reads answers and throws them away (or
// keeps them), and counts bytes. One thread per object. Any failure closes the connection; isOpen() and
// lastError() tell.
class RawImap
{
public:
    RawImap() = default;
    ~RawImap();
    RawImap(const RawImap &) = delete;
    RawImap &operator=(const RawImap &) = delete;

    // Connects to 127.0.0.1, reads the greeting, signs in.
    bool open(quint16 port, const QByteArray &user, const QByteArray &password);
    bool isOpen() const { return m_socket >= 0; }
    QString lastError() const { return m_error; }
    void close();

    enum class Keep { Nothing, Answer };
    // True when the server says OK. With Keep::Answer the whole answer is in answer().
    bool command(const QByteArray &text, Keep keep = Keep::Nothing);
    // APPEND with a non-synchronising literal (RFC 7888); line ends of `message` become CRLF.
    bool append(const QByteArray &mailbox, const QByteArray &message, const QByteArray &flags = {});
    const QByteArray &answer() const { return m_answer; }

    // RFC 2177. waitForLine: the time at which a line containing `text` had arrived; nothing waits longer
    // than the timeout.
    using Instant = std::chrono::steady_clock::time_point;
    bool startIdle();
    bool waitForLine(const QByteArray &text, int timeoutMs, Instant &arrived);
    bool stopIdle();

    quint64 received() const { return m_received; }
    quint64 sent() const { return m_sent; }

private:
    bool fail(const QString &why);
    bool write(const QByteArray &bytes);
    bool readSome(int timeoutMs, QByteArray &into);
    bool readUntilTag(const QByteArray &tag, Keep keep);

    int m_socket = -1;
    int m_tag = 0;
    QByteArray m_answer;
    QByteArray m_idleText;
    QString m_error;
    quint64 m_received = 0;
    quint64 m_sent = 0;
};

// The header fields that every listing here fetches (the reference command), for `set`.
QByteArray listingFetch(const QByteArray &set);

// The number after `key` ("UIDVALIDITY ") in an answer; 0 when it is not there.
quint64 numberAfter(const QByteArray &answer, const QByteArray &key);

} // namespace kw::bench
