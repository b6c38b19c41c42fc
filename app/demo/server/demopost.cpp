#include "app/demo/server/demopost.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace kw {

namespace {

constexpr qsizetype LargestMessage = 50'000'000; // octets
constexpr qsizetype LongestLine = 4096; // of a command

// One session; a child of its socket.
class Talk : public QObject
{
public:
    Talk(QTcpSocket *socket, DemoPost::Deliver deliver)
        : QObject(socket)
        , m_socket(socket)
        , m_deliver(std::move(deliver))
    {
        connect(socket, &QTcpSocket::readyRead, this, &Talk::read);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        say("220 demo.example ESMTP");
    }

private:
    void say(const QByteArray &line) { m_socket->write(line + "\r\n"); }

    void read()
    {
        while (m_socket->canReadLine()) {
            const QByteArray line = m_socket->readLine();
            if (m_inMessage)
                takeLine(line);
            else
                answer(line.trimmed());
        }
        if (!m_inMessage && m_socket->bytesAvailable() > LongestLine)
            m_socket->abort();
    }

    static QByteArray addressIn(const QByteArray &line)
    {
        const qsizetype begin = line.indexOf('<') + 1;
        return line.sliced(begin, std::max<qsizetype>(line.indexOf('>', begin) - begin, 0));
    }

    void answer(const QByteArray &line)
    {
        const QByteArray verb = line.left(4).toUpper();
        if (verb == "EHLO") {
            say("250-demo.example\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-DSN\r\n250 SIZE "
                + QByteArray::number(LargestMessage));
        } else if (verb == "MAIL") {
            m_to.clear();
            say("250 2.1.0 Fine");
        } else if (verb == "RCPT") {
            m_to.append(addressIn(line));
            say("250 2.1.5 Fine");
        } else if (verb == "DATA") {
            m_inMessage = true;
            m_message.clear();
            say("354 Go on");
        } else if (verb == "QUIT") {
            say("221 Bye");
            m_socket->disconnectFromHost();
        } else {
            say(verb == "HELO" || verb == "NOOP" || verb == "RSET" ? "250 Fine" : "502 5.5.1 Not known here");
        }
    }

    void takeLine(const QByteArray &line)
    {
        if (line == ".\r\n") {
            m_inMessage = false;
            deliver();
        } else if (m_message.size() <= LargestMessage) {
            m_message += line.startsWith('.') ? line.sliced(1) : line;
        }
    }

    void deliver()
    {
        bool isDelivered = m_message.size() <= LargestMessage;
        for (const QByteArray &recipient : std::as_const(m_to))
            isDelivered = isDelivered && m_deliver(recipient, m_message);
        say(isDelivered ? "250 2.0.0 Delivered" : "452 4.3.1 No room");
        m_message.clear();
    }

    QTcpSocket *m_socket;
    const DemoPost::Deliver m_deliver;
    QByteArrayList m_to;
    QByteArray m_message;
    bool m_inMessage = false;
};

} // namespace

DemoPost::DemoPost(Deliver deliver, QObject *parent)
    : QObject(parent)
    , m_deliver(std::move(deliver))
    , m_server(new QTcpServer(this))
{
    connect(m_server, &QTcpServer::newConnection, this, &DemoPost::greet);
    m_server->listen(QHostAddress::LocalHost);
}

quint16 DemoPost::port() const
{
    return m_server->serverPort();
}

void DemoPost::greet()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection())
        new Talk(socket, m_deliver);
}

} // namespace kw
