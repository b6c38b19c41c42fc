#include "tests/support/faultproxy.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <atomic>

namespace kw {

namespace {

struct Faults {
    bool blackHole = false;
    int delayMs = 0;
    qint64 cutIn = -1; // octets from the server until the cut
    qint64 cutOut = -1; // octets to the server until the cut
};

struct Counters {
    std::atomic<quint64> up = 0;
    std::atomic<quint64> down = 0;
    std::atomic<int> connections = 0;
};

// One relayed connection. Lives on the proxy's thread.
class Relay : public QObject
{
public:
    Relay(QTcpSocket *client, quint16 serverPort, Faults &faults, Counters &counters, QObject *parent)
        : QObject(parent)
        , m_client(client)
        , m_server(new QTcpSocket(this))
        , m_faults(faults)
        , m_counters(counters)
    {
        client->setParent(this);
        m_server->connectToHost(QHostAddress::LocalHost, serverPort);
        connect(m_client, &QTcpSocket::readyRead, this, [this] { soon(m_client); });
        connect(m_server, &QTcpSocket::readyRead, this, [this] { soon(m_server); });
        connect(m_client, &QTcpSocket::disconnected, m_server, &QTcpSocket::disconnectFromHost);
        connect(m_client, &QTcpSocket::disconnected, this, &QObject::deleteLater);
        connect(m_server, &QTcpSocket::disconnected, this, [this] {
            if (!m_faults.blackHole)
                m_client->disconnectFromHost();
        });
    }

    void flush()
    {
        soon(m_client);
        soon(m_server);
    }
    void cut()
    {
        m_server->abort();
        m_client->abort();
        deleteLater();
    }

private:
    void soon(QTcpSocket *from)
    {
        if (m_faults.delayMs > 0)
            QTimer::singleShot(m_faults.delayMs, this, [this, from] { pass(from); });
        else
            pass(from);
    }

    void pass(QTcpSocket *from)
    {
        if (m_faults.blackHole)
            return;
        QByteArray bytes = from->readAll();
        if (from == m_client) {
            up(bytes);
            return;
        }
        const bool cutNow = m_faults.cutIn >= 0 && bytes.size() >= m_faults.cutIn;
        if (m_faults.cutIn >= 0) {
            bytes.truncate(m_faults.cutIn);
            m_faults.cutIn -= bytes.size();
        }
        m_counters.down += quint64(bytes.size());
        m_client->write(bytes);
        if (cutNow) {
            m_faults.cutIn = -1;
            m_server->abort();
            m_client->disconnectFromHost();
        }
    }

    void up(QByteArray bytes)
    {
        const bool cutNow = m_faults.cutOut >= 0 && bytes.size() >= m_faults.cutOut;
        if (m_faults.cutOut >= 0) {
            bytes.truncate(m_faults.cutOut);
            m_faults.cutOut -= bytes.size();
        }
        m_counters.up += quint64(bytes.size());
        m_server->write(bytes);
        if (cutNow) {
            m_faults.cutOut = -1;
            m_server->flush(); // half a command arrives
            m_server->disconnectFromHost();
            m_client->abort();
        }
    }

    QTcpSocket *const m_client;
    QTcpSocket *const m_server;
    Faults &m_faults;
    Counters &m_counters;
};

} // namespace

class FaultProxy::Host : public QTcpServer
{
public:
    explicit Host(quint16 serverPort)
        : m_serverPort(serverPort)
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = nextPendingConnection()) {
                ++counters.connections;
                new Relay(client, m_serverPort, faults, counters, this);
            }
        });
    }

    template <class F> void change(F what)
    {
        QMetaObject::invokeMethod(this, what, Qt::BlockingQueuedConnection);
    }
    void forEach(void (Relay::*what)())
    {
        for (QObject *child : children()) {
            if (auto *relay = dynamic_cast<Relay *>(child))
                (relay->*what)();
        }
    }

    Faults faults;
    Counters counters;

private:
    const quint16 m_serverPort;
};

FaultProxy::FaultProxy(quint16 serverPort)
    : m_host(new Host(serverPort))
{
    m_host->listen(QHostAddress::LocalHost);
    m_host->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_host, &QObject::deleteLater);
    m_thread.setObjectName(QLatin1StringView("fault proxy"));
    m_thread.start();
}

FaultProxy::~FaultProxy()
{
    m_thread.quit();
    m_thread.wait();
}

quint16 FaultProxy::port() const
{
    return m_host->serverPort();
}

quint64 FaultProxy::fromServer() const
{
    return m_host->counters.down;
}

quint64 FaultProxy::toServer() const
{
    return m_host->counters.up;
}

int FaultProxy::connections() const
{
    return m_host->counters.connections;
}

void FaultProxy::setBlackHole(bool on)
{
    m_host->change([host = m_host, on] {
        host->faults.blackHole = on;
        if (!on)
            host->forEach(&Relay::flush);
    });
}

void FaultProxy::setDelay(int milliseconds)
{
    m_host->change([host = m_host, milliseconds] { host->faults.delayMs = milliseconds; });
}

void FaultProxy::cutAfter(qint64 octetsFromServer)
{
    m_host->change([host = m_host, octetsFromServer] { host->faults.cutIn = octetsFromServer; });
}

void FaultProxy::cutAfterSent(qint64 octetsToServer)
{
    m_host->change([host = m_host, octetsToServer] { host->faults.cutOut = octetsToServer; });
}

void FaultProxy::cutAll()
{
    m_host->change([host = m_host] { host->forEach(&Relay::cut); });
}

} // namespace kw
