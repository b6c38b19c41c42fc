#include "core/tls/tlsrelay.h"

#include <QNetworkProxy>
#include <QSslSocket>
#include <QTcpSocket>

namespace kw {

namespace {

constexpr qint64 MostHeld = 256 << 10; // octets in each direction
constexpr qsizetype LongestChallenge = 8192;
constexpr qint64 LongestReply = 65'536; // RFC 5321 4.5.3.1.5 has 512 for a line

void pass(QIODevice &from, QIODevice &to)
{
    qint64 room = MostHeld - to.bytesToWrite();
    while (room > 0 && from.bytesAvailable() > 0) {
        const QByteArray octets = from.read(room);
        if (octets.isEmpty() || to.write(octets) != octets.size())
            return;
        room -= octets.size();
    }
}

} // namespace

TlsRelay::TlsRelay(std::unique_ptr<QSslSocket> server, QByteArray first)
    : m_server(std::move(server))
    , m_first(std::move(first))
{
    m_door.setProxy(QNetworkProxy::NoProxy);
    m_server->setReadBufferSize(MostHeld);
    connect(m_server.get(), &QSslSocket::readyRead, this, &TlsRelay::pump);
    connect(m_server.get(), &QSslSocket::bytesWritten, this, &TlsRelay::pump);
    connect(m_server.get(), &QSslSocket::disconnected, this, &TlsRelay::serverGone);
    connect(&m_door, &QTcpServer::newConnection, this, &TlsRelay::welcome);
}

TlsRelay::~TlsRelay()
{
    if (m_server) {
        m_server->disconnect(this);
        m_server->abort();
    }
    if (m_client)
        m_client->disconnect(this);
}

std::unique_ptr<QSslSocket> TlsRelay::takeServer()
{
    m_server->disconnect(this);
    if (m_client)
        m_client->disconnect(this);
    m_door.close();
    return std::move(m_server);
}

bool TlsRelay::listen()
{
    return m_door.listen(QHostAddress::LocalHost);
}

// One client, and nobody after it has spoken; until then it may come once more (KimapSession::beginAgain).
void TlsRelay::welcome()
{
    while (QTcpSocket *next = m_door.nextPendingConnection()) {
        if (m_spoke) {
            next->abort();
            next->deleteLater();
            continue;
        }
        if (m_client) {
            m_client->disconnect(this);
            m_client->abort();
            m_client->deleteLater();
        }
        m_client = next;
        m_client->setReadBufferSize(MostHeld);
        m_client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(m_client, &QTcpSocket::readyRead, this, &TlsRelay::pump);
        connect(m_client, &QTcpSocket::bytesWritten, this, &TlsRelay::pump);
        connect(m_client, &QTcpSocket::disconnected, this, &TlsRelay::clientGone);
        m_client->write(m_first);
        if (m_server->state() != QAbstractSocket::ConnectedState)
            serverGone();
    }
    pump();
}

void TlsRelay::pump()
{
    if (!m_client)
        return;
    if (m_client->bytesAvailable() > 0 && !m_spoke) {
        m_spoke = true;
        m_door.close();
    }
    if (m_server->state() == QAbstractSocket::ConnectedState)
        pass(*m_client, *m_server);
    // What a server says before anybody has asked belongs to the client that stays.
    if (m_fillsChallenge)
        passChallenge();
    else if (m_spoke || m_first.isEmpty())
        passAnswers();
    if (m_server->state() == QAbstractSocket::UnconnectedState && m_server->bytesAvailable() == 0)
        m_client->disconnectFromHost();
}

void TlsRelay::passAnswers()
{
    if (m_expectsReplies)
        passReplies();
    else
        pass(*m_server, *m_client);
}

void TlsRelay::passReplies()
{
    const bool ended = m_server->state() == QAbstractSocket::UnconnectedState;
    while (m_client->bytesToWrite() < MostHeld && (m_server->canReadLine() || ended)) {
        const QByteArray line = m_server->readLine();
        if (line.isEmpty())
            break;
        m_reply += line;
        const bool goesOn = line.size() > 3 && line.at(3) == '-';
        if (!goesOn || m_reply.size() > LongestReply)
            m_client->write(std::exchange(m_reply, {}));
    }
    if (m_server->canReadLine() || m_server->bytesAvailable() <= LongestReply)
        return;
    m_server->abort();
    m_client->disconnectFromHost();
}

// Line by line, until the server has answered the first command in whatever way.
void TlsRelay::passChallenge()
{
    while (m_spoke && m_fillsChallenge && m_server->bytesAvailable() > 0) {
        m_challenge += m_server->readLine(LongestChallenge);
        const bool whole = m_challenge.endsWith('\n') || m_challenge.size() >= LongestChallenge;
        if (!whole)
            continue;
        m_fillsChallenge = m_challenge.startsWith('*');
        m_client->write(m_challenge.trimmed() == "+" ? QByteArray("+ =\r\n") : m_challenge);
        m_challenge.clear();
    }
    if (m_spoke && !m_fillsChallenge)
        pass(*m_server, *m_client);
}

void TlsRelay::serverGone()
{
    pump();
}

void TlsRelay::clientGone()
{
    if (m_spoke)
        m_server->disconnectFromHost();
}

} // namespace kw
