#include "tests/setup/pageserver.h"

#include <QHash>
#include <QMutex>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>

using namespace Qt::StringLiterals;

namespace kw {

class PageServer::Host : public QTcpServer
{
public:
    explicit Host(TestIdentity identity)
        : m_identity(std::move(identity))
    {
    }

    mutable QMutex mutex;
    QHash<QByteArray, QByteArray> answers;
    QByteArray requests;

protected:
    void incomingConnection(qintptr handle) override
    {
        auto *socket = new QSslSocket(this);
        if (!socket->setSocketDescriptor(handle)) {
            delete socket;
            return;
        }
        connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QSslSocket::readyRead, this, [this, socket] { read(socket); });
        if (m_identity.certificate.isEmpty())
            return;
        socket->setLocalCertificate(QSslCertificate(m_identity.certificate, QSsl::Pem));
        socket->setPrivateKey(QSslKey(m_identity.key, QSsl::Rsa));
        socket->startServerEncryption();
    }

private:
    void read(QSslSocket *socket)
    {
        const QByteArray head = socket->property("head").toByteArray() + socket->readAll();
        socket->setProperty("head", head);
        if (!head.contains("\r\n\r\n"))
            return;
        socket->setProperty("head", QByteArray());
        const QByteArray path = head.mid(head.indexOf(' ') + 1).split(' ').first().split('?').first();
        const qsizetype at = head.toLower().indexOf("\r\nhost: ") + 8;
        const QByteArray name = head.mid(at, head.indexOf("\r\n", at) - at).split(':').first();
        QByteArray answer = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        {
            const QMutexLocker lock(&mutex);
            requests += head;
            if (answers.contains(name + path))
                answer = answers.value(name + path);
            else if (answers.contains(path))
                answer = answers.value(path);
        }
        if (answer.isEmpty())
            return;
        socket->write(answer);
        socket->disconnectFromHost();
    }

    const TestIdentity m_identity;
};

PageServer::PageServer(const TestIdentity &identity)
    : m_host(new Host(identity))
{
    m_host->listen(QHostAddress::LocalHost);
    m_host->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_host, &QObject::deleteLater);
    m_thread.setObjectName("page server"_L1);
    m_thread.start();
}

PageServer::~PageServer()
{
    m_thread.quit();
    m_thread.wait();
}

quint16 PageServer::port() const
{
    return m_host->serverPort();
}

void PageServer::addPage(const QByteArray &place, const QByteArray &body)
{
    addRaw(place,
           "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: " + QByteArray::number(body.size())
               + "\r\nConnection: close\r\n\r\n" + body);
}

void PageServer::addRedirect(const QByteArray &place, const QByteArray &target)
{
    addRaw(place,
           "HTTP/1.1 302 Found\r\nLocation: " + target
               + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
}

void PageServer::addRaw(const QByteArray &place, const QByteArray &raw)
{
    const QMutexLocker lock(&m_host->mutex);
    m_host->answers.insert(place, raw);
}

QByteArray PageServer::requests() const
{
    const QMutexLocker lock(&m_host->mutex);
    return m_host->requests;
}

} // namespace kw
