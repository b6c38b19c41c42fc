#include "tests/support/submissionserver.h"

#include "tests/support/talkhost.h"

#include <QMutex>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTimer>

#include <atomic>

#include <sys/socket.h>

namespace kw {

namespace {

using Manners = SubmissionManners;
using Fault = SubmissionManners::Fault;

constexpr qsizetype EndSize = 5; // of the final dot with the line ends around it

struct Log {
    mutable QMutex mutex;
    QList<QByteArray> commands;
    QList<QByteArray> taken;
    std::atomic<qint64> octets = 0;
};

// One connection. Lives on the server's thread.
class Talk : public QObject
{
public:
    Talk(const Manners &manners, QSslSocket *socket, Log &log)
        : QObject(socket)
        , m_manners(manners)
        , m_socket(socket)
        , m_log(log)
    {
        connect(socket, &QSslSocket::readyRead, this, &Talk::read);
        connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        if (manners.identity.isEmpty()) {
            say("220 mail.example.org\r\n");
            return;
        }
        socket->setLocalCertificate(QSslCertificate(manners.identity.certificate, QSsl::Pem));
        socket->setPrivateKey(QSslKey(manners.identity.key, QSsl::Rsa));
        connect(socket, &QSslSocket::encrypted, this, [this] { say("220 mail.example.org\r\n"); });
        socket->startServerEncryption();
    }

private:
    void read()
    {
        while (!m_deaf && m_socket->bytesAvailable() > 0) {
            if (m_inMessage) {
                readMessage();
                continue;
            }
            if (!m_socket->canReadLine())
                return;
            const QByteArray line = m_socket->readLine().chopped(2);
            {
                const QMutexLocker lock(&m_log.mutex);
                m_log.commands.append(line);
            }
            if (line.startsWith("DATA")) {
                m_message.clear();
                m_log.octets = 0;
            }
            answer(line);
        }
    }

    void readMessage()
    {
        QByteArray octets = m_socket->readAll();
        const qint64 limit = m_manners.faultInMessage;
        const bool reached = limit >= 0 && m_log.octets + octets.size() >= limit;
        if (reached)
            octets.truncate(limit - m_log.octets);
        m_log.octets += octets.size();
        const qsizetype before = std::max<qsizetype>(0, m_message.size() - EndSize);
        m_message += octets;
        const bool isEmpty = m_message.startsWith(".\r\n");
        const qsizetype end = isEmpty ? 0 : m_message.indexOf("\r\n.\r\n", before);
        if (end >= 0) {
            m_inMessage = false;
            m_message.truncate(isEmpty ? 0 : end + 2);
            if (replyTo(".").startsWith('2'))
                take();
        } else if (!m_manners.keepsMessages) {
            m_message = "x" + m_message.last(std::min(m_message.size(), EndSize));
        }
        if (reached)
            inMessage();
        else if (end >= 0)
            answer(".");
    }

    void inMessage()
    {
        if (!m_manners.interjection.isEmpty()) {
            say(m_manners.interjection);
            m_deaf = true;
        } else if (m_manners.fault == Fault::Silence) {
            m_deaf = true;
            m_socket->setReadBufferSize(1);
        } else {
            cut(m_manners.fault == Fault::ResetBefore);
        }
    }

    void take()
    {
        QByteArray message = m_manners.keepsMessages ? m_message : QByteArray();
        if (message.startsWith('.'))
            message.remove(0, 1);
        const QMutexLocker lock(&m_log.mutex);
        m_log.taken.append(message.replace("\r\n.", "\r\n"));
    }

    QByteArray replyTo(const QByteArray &command) const
    {
        const QByteArray upper = command.toUpper();
        for (const auto &[begin, reply] : m_manners.replies) {
            if (upper.startsWith(begin.toUpper()))
                return reply;
        }
        if (upper.startsWith("EHLO"))
            return "250-mail.example.org\r\n" + m_manners.offers;
        if (upper.startsWith("AUTH"))
            return "235 2.7.0 welcome\r\n";
        if (upper.startsWith("DATA"))
            return "354 go ahead\r\n";
        if (upper.startsWith("QUIT"))
            return "221 2.0.0 bye\r\n";
        return upper == "." ? "250 2.0.0 Ok: queued as 4Qx7zR\r\n" : "250 2.1.0 Ok\r\n";
    }

    void answer(const QByteArray &command)
    {
        const QByteArray reply = replyTo(command);
        const bool isFault
            = !m_manners.faultAt.isEmpty() && command.toUpper().startsWith(m_manners.faultAt.toUpper());
        m_inMessage = command == "DATA" && reply.startsWith("354");
        switch (isFault ? m_manners.fault : Fault::None) {
        case Fault::None:
            say(reply);
            break;
        case Fault::CutBefore:
        case Fault::ResetBefore:
            cut(m_manners.fault == Fault::ResetBefore);
            break;
        case Fault::CutAfter:
            say(reply);
            cut(false);
            break;
        case Fault::Silence:
            m_deaf = true;
            break;
        case Fault::OneByOne:
            sayOneByOne(reply);
            break;
        case Fault::HalfAnswer:
            say(reply.first(reply.size() / 2));
            cut(false);
            break;
        }
    }

    void sayOneByOne(const QByteArray &octets)
    {
        if (octets.isEmpty())
            return;
        say(octets.first(1));
        QTimer::singleShot(0, this, [this, rest = octets.mid(1)] { sayOneByOne(rest); });
    }

    void say(const QByteArray &octets)
    {
        m_socket->write(octets);
        m_socket->flush();
    }

    void cut(bool reset)
    {
        m_deaf = true;
        if (reset) {
            const linger now{1, 0};
            ::setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
            m_socket->abort();
        } else {
            m_socket->disconnectFromHost();
        }
    }

    const Manners m_manners;
    QSslSocket *const m_socket;
    Log &m_log;
    QByteArray m_message;
    bool m_inMessage = false;
    bool m_deaf = false;
};

} // namespace

class SubmissionServer::Host : public TalkHost<Talk, SubmissionManners, Log>
{
public:
    using TalkHost::TalkHost;
};

SubmissionServer::SubmissionServer(SubmissionManners manners)
    : m_host(new Host(std::move(manners)))
{
    m_host->start(m_thread, QLatin1StringView("submission server"));
}

SubmissionServer::~SubmissionServer()
{
    m_thread.quit();
    m_thread.wait();
}

quint16 SubmissionServer::port() const
{
    return m_host->serverPort();
}

QList<QByteArray> SubmissionServer::commands() const
{
    const QMutexLocker lock(&m_host->log.mutex);
    return m_host->log.commands;
}

QList<QByteArray> SubmissionServer::taken() const
{
    const QMutexLocker lock(&m_host->log.mutex);
    return m_host->log.taken;
}

qint64 SubmissionServer::messageOctets() const
{
    return m_host->log.octets;
}

} // namespace kw
