#include "tests/support/talkserver.h"

#include <QMutex>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>

namespace kw {

Talk imapTalk(const TestIdentity &identity, bool isTls)
{
    Talk talk;
    talk.greeting = "* OK at your service\r\n";
    const QByteArray offers = "* CAPABILITY IMAP4rev1 IDLE AUTH=PLAIN";
    talk.answers = {{"K1 CAPABILITY", offers + (isTls ? "" : " STARTTLS") + "\r\nK1 OK done\r\n"},
                    {"K1 STARTTLS", "K1 OK go ahead\r\n"},
                    {"K2 STARTTLS", "K2 OK go ahead\r\n"},
                    {"K2 LOGOUT", "* BYE\r\nK2 OK bye\r\n"}};
    talk.otherwise = "* BAD what\r\n";
    talk.identity = identity;
    talk.isTls = isTls;
    return talk;
}

Talk smtpTalk(const TestIdentity &identity, bool isTls)
{
    Talk talk;
    talk.greeting = "220-mail.example.org\r\n220 at your service\r\n";
    const QByteArray offers
        = QByteArray("250-hello\r\n250-SIZE 1000\r\n") + (isTls ? "" : "250-STARTTLS\r\n");
    talk.answers = {{"EHLO", offers + "250 AUTH PLAIN LOGIN\r\n"},
                    {"STARTTLS", "220 go ahead\r\n"},
                    {"QUIT", "221 bye\r\n"}};
    talk.otherwise = "502 what\r\n";
    talk.identity = identity;
    talk.isTls = isTls;
    return talk;
}

Talk webTalk(const TestIdentity &identity, const QByteArray &date)
{
    Talk talk;
    talk.answers = {{"HEAD", "HTTP/1.1 301 Moved\r\nServer: x\r\nDate: " + date + "\r\n\r\n"}};
    talk.identity = identity;
    return talk;
}

class TalkServer::Host : public QTcpServer
{
public:
    explicit Host(Talk talk)
        : m_talk(std::move(talk))
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
        if (isEncrypted()) {
            socket->setLocalCertificate(QSslCertificate(m_talk.identity.certificate, QSsl::Pem));
            const auto kind = m_talk.identity.key.contains("BEGIN EC") ? QSsl::Ec : QSsl::Rsa;
            socket->setPrivateKey(QSslKey(m_talk.identity.key, kind));
        }
        if (m_talk.isMute)
            return;
        if (isEncrypted() && m_talk.isTls) {
            connect(socket, &QSslSocket::encrypted, this, [this, socket] { say(socket, m_talk.greeting); });
            socket->startServerEncryption();
        } else {
            say(socket, m_talk.greeting);
        }
    }

private:
    bool isEncrypted() const { return !m_talk.identity.certificate.isEmpty(); }
    void read(QSslSocket *socket)
    {
        while (socket->canReadLine()) {
            const QByteArray line = socket->readLine();
            {
                const QMutexLocker lock(&m_mutex);
                m_received += line;
            }
            if (!m_talk.isMute)
                answer(socket, line.trimmed());
        }
    }
    void answer(QSslSocket *socket, const QByteArray &line)
    {
        for (const auto &[begin, reply] : std::as_const(m_talk.answers)) {
            if (!line.toUpper().startsWith(begin))
                continue;
            say(socket, reply);
            if (line.toUpper().endsWith("STARTTLS") && isEncrypted())
                socket->startServerEncryption();
            return;
        }
        if (!m_talk.otherwise.isEmpty())
            say(socket, m_talk.otherwise);
    }
    static void say(QSslSocket *socket, const QByteArray &bytes)
    {
        socket->write(bytes);
        socket->flush();
    }

    const Talk m_talk;
    mutable QMutex m_mutex;
    QByteArray m_received;
    int m_made = 0;
};

TalkServer::TalkServer(Talk talk)
    : m_host(new Host(std::move(talk)))
{
    m_host->listen(QHostAddress::LocalHost);
    m_host->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_host, &QObject::deleteLater);
    m_thread.setObjectName(QLatin1StringView("talk server"));
    m_thread.start();
}

TalkServer::~TalkServer()
{
    m_thread.quit();
    m_thread.wait();
}

quint16 TalkServer::port() const
{
    return m_host->serverPort();
}

QByteArray TalkServer::received() const
{
    return m_host->received();
}

int TalkServer::connections() const
{
    return m_host->made();
}

} // namespace kw
