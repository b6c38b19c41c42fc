#include "core/doctor/serverprobe.h"

#include "core/base/resumelater.h"
#include "core/doctor/words.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QSslCipher>
#include <QSslConfiguration>
#include <QSslSocket>

namespace kw::doctor {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostWays = 4; // addresses that are tried
constexpr int MostMsForOthers = 1500; // once one way works
constexpr qsizetype MostTalk = 65'536;
constexpr qsizetype MostGreeting = 4096;

QString protocolWord(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2:
        return u"TLS 1.2"_s;
    case QSsl::TlsV1_3:
        return u"TLS 1.3"_s;
    default:
        return u"TLS < 1.2"_s;
    }
}

QString connectReason(const QSslSocket &socket)
{
    switch (socket.error()) {
    case QAbstractSocket::ConnectionRefusedError:
        return Words::tr("refused");
    case QAbstractSocket::NetworkError:
        return Words::tr("no way there");
    default:
        return foreign(socket.errorString(), 100);
    }
}

} // namespace

ServerProbe::ServerProbe(DoctorSurroundings around, std::shared_ptr<Curfew> curfew, ProbeTarget target)
    : m_around(std::move(around))
    , m_curfew(std::move(curfew))
    , m_target(std::move(target))
{
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, &ServerProbe::step);
}

ServerProbe::~ServerProbe()
{
    for (const auto &socket : m_sockets) {
        socket->disconnect(this);
        socket->abort();
    }
}

qint64 ServerProbe::nowMs() const
{
    return m_around.nowMs ? m_around.nowMs() : QDateTime::currentMSecsSinceEpoch();
}

void ServerProbe::step()
{
    resumeLater(m_step, true);
}

Task<ServerSeen> ServerProbe::run()
{
    m_seen.name = co_await resolveHost(m_around, m_curfew,
                                       asciiDomain(m_target.host).isEmpty() ? m_target.host
                                                                            : asciiDomain(m_target.host));
    if (!m_seen.name.addresses.isEmpty() && !m_curfew->isOver())
        co_await connectAll();
    if (m_seen.isConnected() && !m_curfew->isOver())
        co_await talk();
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
    }
    co_return m_seen;
}

// All ways at once: the first that works is spoken to, the others only tell whether they would.
Task<void> ServerProbe::connectAll()
{
    const auto addresses = m_seen.name.addresses.first(std::min(MostWays, m_seen.name.addresses.size()));
    m_startedAt = QDateTime::currentMSecsSinceEpoch();
    m_answering = int(addresses.size());
    m_step = {};
    const auto waiting = m_step;
    m_timeout.start(m_around.stepMs);
    QSslConfiguration config = QSslConfiguration::defaultConfiguration();
    config.setCaCertificates(QSslConfiguration::systemCaCertificates() + m_around.authorities);
    for (qsizetype i = 0; i < addresses.size(); ++i) {
        m_seen.tried.append({addresses.at(i), false, 0, Words::tr("no answer")});
        auto *socket = m_sockets.emplace_back(std::make_unique<QSslSocket>()).get();
        socket->setSslConfiguration(config);
        socket->setPeerVerifyName(m_target.host);
        socket->setReadBufferSize(MostTalk * 2);
        connect(socket, &QSslSocket::connected, this, [this, i, socket] { tried(i, socket, true); });
        connect(socket, &QSslSocket::errorOccurred, this, [this, i, socket] { tried(i, socket, false); });
        socket->connectToHost(addresses.at(i), m_target.port);
    }
    const Curfew::Guard guard(m_curfew, [this] { step(); });
    co_await waiting;
    m_timeout.stop();
    for (const auto &socket : m_sockets) {
        socket->disconnect(this);
        if (socket.get() != m_socket)
            socket->abort();
    }
}

void ServerProbe::tried(qsizetype which, QSslSocket *socket, bool connected)
{
    socket->disconnect(this);
    TriedAddress &way = m_seen.tried[which];
    way.connected = connected;
    way.ms = QDateTime::currentMSecsSinceEpoch() - m_startedAt;
    way.reason = connected ? QString() : connectReason(*socket);
    if (connected && !m_socket) {
        m_socket = socket;
        m_timeout.start(MostMsForOthers);
    }
    if (--m_answering == 0)
        step();
}

Task<void> ServerProbe::talk()
{
    m_step = {};
    const auto waiting = m_step;
    const Curfew::Guard guard(m_curfew, [this] { step(); });
    connect(m_socket, &QSslSocket::readyRead, this, &ServerProbe::hear);
    connect(m_socket, &QSslSocket::encrypted, this, &ServerProbe::secured);
    connect(m_socket, &QSslSocket::disconnected, this, &ServerProbe::step);
    connect(m_socket, &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_seen.errors = errors;
        m_socket->ignoreSslErrors();
    });
    connect(m_socket, &QSslSocket::errorOccurred, this, [this] {
        if (!m_seen.secured)
            m_seen.tlsReason = m_socket->errorString();
        step();
    });
    m_startedAt = QDateTime::currentMSecsSinceEpoch();
    m_timeout.start(m_around.stepMs);
    if (m_socket->state() != QAbstractSocket::ConnectedState && m_socket->bytesAvailable() == 0)
        step(); // hung up meanwhile
    else if (m_target.security == ConnectionSecurity::Tls)
        secure();
    else
        hear();
    co_await waiting;
    m_timeout.stop();
}

void ServerProbe::secure()
{
    m_await = m_target.security == ConnectionSecurity::Tls ? Await::Greeting : Await::Nothing;
    m_startedAt = QDateTime::currentMSecsSinceEpoch();
    m_socket->startClientEncryption();
}

void ServerProbe::secured()
{
    m_seen.secured = true;
    m_seen.tlsMs = QDateTime::currentMSecsSinceEpoch() - m_startedAt;
    m_seen.chain = m_socket->peerCertificateChain();
    if (m_seen.chain.isEmpty() && !m_socket->peerCertificate().isNull())
        m_seen.chain.append(m_socket->peerCertificate());
    m_seen.protocol = protocolWord(m_socket->sessionProtocol());
    m_seen.cipher = m_socket->sessionCipher().name();
    m_startedAt = QDateTime::currentMSecsSinceEpoch();
    if (m_target.speech == ProbeTarget::Speech::Https)
        m_socket->write("HEAD / HTTP/1.1\r\nHost: " + m_target.host.toLatin1()
                        + "\r\nUser-Agent: Kittiwake\r\nConnection: close\r\n\r\n");
    else if (m_await == Await::Nothing)
        step();
    m_timeout.start(m_around.stepMs);
}

void ServerProbe::hear()
{
    if (m_target.security == ConnectionSecurity::Tls && !m_seen.secured)
        return;
    m_received.add(m_socket->read(MostTalk));
    while (m_await != Await::Nothing) {
        const auto line = m_received.take();
        if (!line)
            break;
        understand(line->trimmed());
    }
    if (m_received.rest().size() >= MostTalk)
        step();
}

// One line without its end.
void ServerProbe::understand(const QByteArray &line)
{
    const bool imap = m_target.speech == ProbeTarget::Speech::Imap;
    const bool more = !imap && line.size() > 3 && line.at(3) == '-'; // RFC 5321 4.2.1
    if (m_await == Await::Greeting) {
        if (m_seen.greeting.size() < MostGreeting)
            m_seen.greeting += line.left(MostGreeting / 4) + '\n';
        if (m_target.speech == ProbeTarget::Speech::Https ? !line.isEmpty() : more)
            return;
        m_seen.greetingMs = QDateTime::currentMSecsSinceEpoch() - m_startedAt;
        m_seen.spokenAt = nowMs();
        if (m_target.security != ConnectionSecurity::StartTls) {
            m_await = Await::Nothing;
            step();
            return;
        }
        m_await = Await::Capabilities;
        m_socket->write(imap ? "K1 CAPABILITY\r\n" : "EHLO [127.0.0.1]\r\n");
        return;
    }
    if (more || (imap && line.startsWith('*')))
        return;
    if (m_await == Await::Capabilities) {
        m_await = Await::Consent;
        m_socket->write(imap ? "K2 STARTTLS\r\n" : "STARTTLS\r\n");
    } else if (m_await == Await::Consent) {
        m_await = Await::Nothing;
        m_seen.startTlsRefused = !line.startsWith(imap ? "K2 OK" : "220");
        m_seen.injected
            = !m_seen.startTlsRefused && (!m_received.rest().isEmpty() || m_socket->bytesAvailable() > 0);
        if (m_seen.startTlsRefused || m_seen.injected)
            step();
        else
            secure();
    }
}

} // namespace kw::doctor
