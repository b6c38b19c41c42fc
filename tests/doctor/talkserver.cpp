#include "tests/doctor/talkserver.h"

#include <QMutex>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>

namespace kw {

Talk imapTalk(const Identity &identity, bool isTls)
{
    Talk talk;
    talk.greeting = "* OK at your service\r\n";
    talk.answers = {{"K1 CAPABILITY", "* CAPABILITY IMAP4rev1 STARTTLS IDLE\r\nK1 OK done\r\n"},
                    {"K2 STARTTLS", "K2 OK go ahead\r\n"}};
    talk.identity = identity;
    talk.isTls = isTls;
    return talk;
}

Talk smtpTalk(const Identity &identity, bool isTls)
{
    Talk talk;
    talk.greeting = "220-mail.example.org\r\n220 at your service\r\n";
    talk.answers
        = {{"EHLO", "250-hello\r\n250-STARTTLS\r\n250 SIZE 1000\r\n"}, {"STARTTLS", "220 go ahead\r\n"}};
    talk.identity = identity;
    talk.isTls = isTls;
    return talk;
}

Talk webTalk(const Identity &identity, const QByteArray &date)
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
    }
    static void say(QSslSocket *socket, const QByteArray &bytes)
    {
        socket->write(bytes);
        socket->flush();
    }

    const Talk m_talk;
    mutable QMutex m_mutex;
    QByteArray m_received;
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

} // namespace kw
