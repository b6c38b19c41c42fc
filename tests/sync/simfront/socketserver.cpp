#include "tests/sync/simfront/socketserver.h"

#include "tests/sync/simfront/conversation.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace kw::simfront {

namespace {

// Puts commands together from what a socket brings.
class Connection : public QObject
{
public:
    Connection(sim::SimNet &net, QTcpSocket *socket)
        : QObject(socket)
        , m_socket(socket)
        , m_conversation(
              net, [socket](const QByteArray &octets) { socket->write(octets); },
              [socket] { socket->disconnectFromHost(); })
    {
        connect(socket, &QTcpSocket::readyRead, this, &Connection::read);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        m_conversation.greet();
    }

private:
    void read()
    {
        m_in += m_socket->readAll();
        while (m_in.size() >= m_needed) {
            const qsizetype end = m_in.indexOf("\r\n", m_needed);
            if (end < 0)
                return;
            if (!beginsLiteral(end)) {
                const QByteArray command = m_in.left(end);
                m_in.remove(0, end + 2);
                m_needed = 0;
                m_conversation.take(command);
            }
        }
    }

    // "{12}" and, without waiting for us, "{12+}" (RFC 7888) end a line whose command goes on.
    bool beginsLiteral(qsizetype end)
    {
        const qsizetype open = m_in.lastIndexOf('{', end);
        if (m_in.at(std::max<qsizetype>(end - 1, 0)) != '}' || open < m_needed)
            return false;
        QByteArray digits = m_in.mid(open + 1, end - open - 2);
        const bool waits = !digits.endsWith('+');
        if (!waits)
            digits.chop(1);
        bool ok = false;
        const qint64 size = digits.toLongLong(&ok);
        if (!ok)
            return false;
        m_needed = end + 2 + size;
        if (waits)
            m_socket->write("+ go ahead\r\n");
        return true;
    }

    QTcpSocket *const m_socket;
    Conversation m_conversation;
    QByteArray m_in;
    qsizetype m_needed = 0; // octets of m_in that belong to the command before its line can end
};

} // namespace

class SocketServer::Host : public QTcpServer
{
public:
    Host(sim::SimFeatures features, const QString &secret)
        : server(features)
    {
        m_net.secret = secret;
    }
    ~Host() override { qDeleteAll(findChildren<QTcpSocket *>()); } // while the server is still there

    sim::SimServer server;

protected:
    void incomingConnection(qintptr handle) override
    {
        auto *socket = new QTcpSocket(this);
        socket->setSocketDescriptor(handle);
        new Connection(m_net, socket);
    }

private:
    sim::VirtualClock m_clock;
    sim::SimNet m_net{m_clock, server};
};

SocketServer::SocketServer(sim::SimFeatures features, QString secret)
    : m_host(new Host(features, secret))
{
    m_host->listen(QHostAddress::LocalHost);
    m_host->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_host, &QObject::deleteLater);
    m_thread.setObjectName("simulator"_L1);
    m_thread.start();
}

SocketServer::~SocketServer()
{
    m_thread.quit();
    m_thread.wait();
}

quint16 SocketServer::port() const
{
    return m_host->serverPort();
}

void SocketServer::change(const std::function<void(sim::SimServer &)> &act)
{
    QMetaObject::invokeMethod(m_host, [this, &act] { act(m_host->server); }, Qt::BlockingQueuedConnection);
}

} // namespace kw::simfront
