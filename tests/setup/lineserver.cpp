#include "tests/setup/lineserver.h"

#include <QMutex>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>

using namespace Qt::StringLiterals;

namespace kw {

LineScript imapScript(const TestIdentity &identity, bool isTls)
{
    LineScript script;
    script.greeting = "* OK at your service\r\n";
    const QByteArray offers = "* CAPABILITY IMAP4rev1 IDLE AUTH=PLAIN";
    script.answers = {{"K1 CAPABILITY", offers + (isTls ? "" : " STARTTLS") + "\r\nK1 OK done\r\n"},
                      {"K1 STARTTLS", "K1 OK go ahead\r\n"},
                      {"K2 LOGOUT", "* BYE\r\nK2 OK bye\r\n"}};
    script.otherwise = "* BAD what\r\n";
    script.identity = identity;
    script.isTls = isTls;
    return script;
}

LineScript smtpScript(const TestIdentity &identity, bool isTls)
{
    LineScript script;
    script.greeting = "220 mail at your service\r\n";
    const QByteArray offers
        = QByteArray("250-hello\r\n250-SIZE 1000\r\n") + (isTls ? "" : "250-STARTTLS\r\n");
    script.answers = {{"EHLO", offers + "250 AUTH PLAIN LOGIN\r\n"},
                      {"STARTTLS", "220 go ahead\r\n"},
                      {"QUIT", "221 bye\r\n"}};
    script.otherwise = "502 what\r\n";
    script.identity = identity;
    script.isTls = isTls;
    return script;
}

class LineServer::Host : public QTcpServer
{
public:
    explicit Host(LineScript script)
        : m_script(std::move(script))
    {
    }
    QByteArray received() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_received;
    }
    int made() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_made;
    }

protected:
    void incomingConnection(qintptr handle) override
    {
        auto *socket = new QSslSocket(this);
        if (!socket->setSocketDescriptor(handle)) {
            delete socket;
            return;
        }
        {
            const QMutexLocker lock(&m_mutex);
            ++m_made;
        }
        connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QSslSocket::readyRead, this, [this, socket] { read(socket); });
        const bool hasIdentity = !m_script.identity.certificate.isEmpty();
        if (hasIdentity) {
            socket->setLocalCertificate(QSslCertificate(m_script.identity.certificate, QSsl::Pem));
            socket->setPrivateKey(QSslKey(m_script.identity.key, QSsl::Rsa));
        }
        if (m_script.isMute)
            return;
        if (hasIdentity && m_script.isTls) {
            connect(socket, &QSslSocket::encrypted, this, [this, socket] { say(socket, m_script.greeting); });
            socket->startServerEncryption();
        } else {
            say(socket, m_script.greeting);
        }
    }

private:
    void read(QSslSocket *socket)
    {
        while (socket->canReadLine()) {
            const QByteArray line = socket->readLine();
            {
                const QMutexLocker lock(&m_mutex);
                m_received += line;
            }
            if (!m_script.isMute)
                answer(socket, line.trimmed());
        }
    }
    void answer(QSslSocket *socket, const QByteArray &line)
    {
        for (const auto &[begin, reply] : std::as_const(m_script.answers)) {
            if (!line.toUpper().startsWith(begin))
                continue;
            say(socket, reply);
            if (line.toUpper().endsWith("STARTTLS") && !m_script.identity.certificate.isEmpty())
                socket->startServerEncryption();
            return;
        }
        say(socket, m_script.otherwise);
    }
    static void say(QSslSocket *socket, const QByteArray &bytes)
    {
        socket->write(bytes);
        socket->flush();
    }

    const LineScript m_script;
    mutable QMutex m_mutex;
    QByteArray m_received;
    int m_made = 0;
};

LineServer::LineServer(LineScript script)
    : m_host(new Host(std::move(script)))
{
    m_host->listen(QHostAddress::LocalHost);
    m_host->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_host, &QObject::deleteLater);
    m_thread.setObjectName("line server"_L1);
    m_thread.start();
}

LineServer::~LineServer()
{
    m_thread.quit();
    m_thread.wait();
}

quint16 LineServer::port() const
{
    return m_host->serverPort();
}

QByteArray LineServer::received() const
{
    return m_host->received();
}

int LineServer::connections() const
{
    return m_host->made();
}

} // namespace kw
