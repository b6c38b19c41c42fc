#pragma once

#include "tests/support/testcertificates.h"

#include <QList>
#include <QThread>

namespace kw {

// How a submission server behaves. Commands are named by their beginning, any case; "." is the final dot.
struct SubmissionManners {
    enum class Fault {
        None,
        CutBefore, // closes instead of answering
        CutAfter, // answers and closes
        ResetBefore, // the same by RST
        Silence,
        OneByOne, // the answer comes octet by octet
        HalfAnswer, // half of the answer, then it closes
    };

    QByteArray offers = "250-8BITMIME\r\n250-SMTPUTF8\r\n250-DSN\r\n250 SIZE 50000000\r\n";
    QList<std::pair<QByteArray, QByteArray>> replies; // the first that fits; else what RFC 5321 wants
    QByteArray faultAt;
    Fault fault = Fault::None;
    // Octets of the message (as they come, from the first) after which the connection is cut or, with
    // Silence, nothing is read any more. -1: never.
    qint64 faultInMessage = -1;
    QByteArray interjection; // said there instead, and nothing is cut
    bool keepsMessages = true; // false: only their number and size
    TestIdentity identity; // TLS from the first octet. Empty: none
};

// A submission server on loopback and a thread of its own. A message counts as taken when its final dot has
// come and the answer to it is 2yz, whether that could be sent or not. Ends with the object.
class SubmissionServer
{
public:
    explicit SubmissionServer(SubmissionManners manners = {});
    ~SubmissionServer();
    SubmissionServer(const SubmissionServer &) = delete;
    SubmissionServer &operator=(const SubmissionServer &) = delete;

    quint16 port() const; // 0 when it could not listen
    QList<QByteArray> commands() const; // of all connections, without line ends
    QList<QByteArray> taken() const; // messages without the dots that were put in; empty where not kept
    qint64 messageOctets() const; // of the newest message, as they came, the final dot too

private:
    class Host;
    QThread m_thread;
    Host *m_host;
};

} // namespace kw
