#pragma once

#include <QByteArray>
#include <QList>
#include <QThread>

#include <memory>

namespace kw {

// What a scripted server says to a command. `%T` in the reply becomes the command's tag (after DONE: IDLE's).
struct Exchange {
    QByteArray command; // regular expression for the whole command without its tag, any case
    QByteArray reply;
    int times = -1; // on each connection; then the next one that fits has its turn. -1: always
};

struct Script {
    QByteArray greeting = "* OK at your service\r\n";
    QList<Exchange> exchanges; // the first that fits; what fits none gets a tagged BAD
    qint64 cutAfter = -1; // octets sent on a connection, then it is closed; -1: never
    qint64 stallAfter = -1; // octets sent on a connection, then silence; -1: never
    // PEM; a certificate makes TLS possible: from the first octet, or after an exchange whose reply is sent
    // for STARTTLS.
    QByteArray certificate;
    QByteArray key;
    QByteArray chain; // PEM of what is shown after it
    bool implicitTls = true;
    bool oldTls = false; // nothing newer than TLS 1.1
    bool literals = false; // literals in commands are taken, and stand there as <octets>
    bool tagged = true; // false: commands have no tag (SMTP)
};

// An IMAP server that follows a script, on loopback and on a thread of its own: for what real servers do not
// do when asked to. Ends with the object.
class ScriptedServer
{
public:
    explicit ScriptedServer(Script script);
    ~ScriptedServer();
    ScriptedServer(const ScriptedServer &) = delete;
    ScriptedServer &operator=(const ScriptedServer &) = delete;

    quint16 port() const; // 0 when it could not listen
    QList<QByteArray> commands() const; // received so far, without tags; of all connections
    QByteArray received() const; // every octet, decrypted, of all connections
    int connections() const; // open now
    qint64 sent() const; // octets sent on the newest connection

    // A well-behaved server with CONDSTORE, QRESYNC, IDLE and one mailbox INBOX of two messages, UIDs 1
    // and 3.
    static Script wellBehaved();

private:
    class Host;
    QThread m_thread;
    Host *m_host;
};

} // namespace kw
