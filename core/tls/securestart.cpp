#include "core/tls/securestart.h"

#include "core/base/resumelater.h"
#include "core/tls/certificatejudge.h"
#include "core/tls/plaintalk.h"

#include <QCoreApplication>
#include <QNetworkProxy>
#include <QSslCipher>
#include <QSslConfiguration>
#include <QSslSocket>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Tls)
};

Error noTls(const TlsTarget &target)
{
    return {ErrorKind::Tls,
            Words::tr("%1 does not offer an encrypted connection on port %2. Nothing was sent; check the "
                      "port and the security setting.")
                .arg(target.host)
                .arg(target.port),
            QLatin1StringView(TlsCode::NoTls)};
}

Error oldTls(const TlsTarget &target)
{
    return {
        ErrorKind::Tls,
        Words::tr("%1 can only encrypt in an old way that can be broken (older than TLS 1.2). Nothing was "
                  "sent; ask your provider for a newer server, or try another port.")
            .arg(target.host),
        QLatin1StringView(TlsCode::OldTls)};
}

// What OpenSSL says where the other side knows no newer protocol.
bool soundsOld(const QString &text)
{
    return text.contains("unsupported protocol"_L1, Qt::CaseInsensitive)
        || text.contains("protocol version"_L1, Qt::CaseInsensitive)
        || text.contains("version too low"_L1, Qt::CaseInsensitive);
}

} // namespace

Error tlsUnreachable(const TlsTarget &target)
{
    return {ErrorKind::Network,
            Words::tr("%1 (port %2) cannot be reached. Check the server's name and your network; Kittiwake "
                      "tries again by itself.")
                .arg(target.host)
                .arg(target.port),
            QLatin1StringView(TlsCode::Unreachable)};
}

Error tlsCutOff(const TlsTarget &target)
{
    return {ErrorKind::Network,
            Words::tr("%1 closed the connection before it was encrypted. Kittiwake tries again by itself.")
                .arg(target.host),
            QLatin1StringView(TlsCode::Unreachable)};
}

Error tlsTimeout(const TlsTarget &target)
{
    return {ErrorKind::Network,
            Words::tr("%1 does not answer. Kittiwake tries again by itself.").arg(target.host),
            QLatin1StringView(TlsCode::Timeout)};
}

SecureStart::SecureStart(TlsTarget target)
    : m_target(std::move(target))
    , m_socket(std::make_unique<QSslSocket>())
{
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this,
            [this] { finish(m_connected ? tlsTimeout(m_target) : tlsUnreachable(m_target)); });
}

SecureStart::~SecureStart()
{
    cancel();
}

Task<Result<void>> SecureStart::run()
{
    begin();
    const auto waiting = m_waiting;
    co_return co_await waiting;
}

void SecureStart::cancel()
{
    finish(Error{ErrorKind::Cancelled, {}, {}});
}

std::unique_ptr<QSslSocket> SecureStart::takeSocket()
{
    return std::move(m_socket);
}

void SecureStart::begin()
{
    QSslConfiguration config = m_socket->sslConfiguration();
    config.setProtocol(QSsl::TlsV1_2OrLater);
    config.setPeerVerifyMode(QSslSocket::VerifyPeer);
    m_socket->setSslConfiguration(config);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setPeerVerifyName(m_target.host);
    connect(m_socket.get(), &QSslSocket::sslErrors, this, &SecureStart::judge);
    connect(m_socket.get(), &QSslSocket::encrypted, this, &SecureStart::encrypted);
    connect(m_socket.get(), &QSslSocket::errorOccurred, this,
            [this](QAbstractSocket::SocketError error) { failed(error); });
    connect(m_socket.get(), &QSslSocket::connected, this, [this] {
        m_connected = true;
        m_timeout.start();
    });
    m_timeout.start(m_target.timeoutMs);
    if (m_target.startTls) {
        m_talk = std::make_unique<PlainTalk>(m_target);
        connect(m_socket.get(), &QSslSocket::readyRead, this, &SecureStart::talk);
    } else {
        connect(m_socket.get(), &QSslSocket::connected, this, &SecureStart::handshake);
    }
    m_socket->connectToHost(m_target.host, m_target.port);
}

void SecureStart::talk()
{
    if (m_finished || !m_talk)
        return;
    const QByteArray answer = m_talk->hear(m_socket->readAll());
    if (m_talk->error()) {
        finish(*m_talk->error());
        return;
    }
    if (!answer.isEmpty()) {
        m_timeout.start(); // the next step; who only goes on talking gets no more time
        m_socket->write(answer);
    }
    if (!m_talk->isAgreed())
        return;
    m_talk.reset();
    handshake();
}

void SecureStart::handshake()
{
    if (m_finished)
        return;
    m_timeout.start();
    m_socket->startClientEncryption();
}

void SecureStart::judge(const QList<QSslError> &errors)
{
    if (m_finished)
        return;
    m_shown = judgeCertificate(m_target, m_socket->peerCertificateChain(), errors);
    if (m_shown.verdict == ShownCertificate::Verdict::Trusted)
        m_socket->ignoreSslErrors(errors); // these, of the pinned certificate; any other ends the connection
    else
        finish(certificateError(m_target, m_shown));
}

void SecureStart::encrypted()
{
    if (m_finished)
        return;
    m_shown = judgeCertificate(m_target, m_socket->peerCertificateChain(), m_socket->sslHandshakeErrors());
    m_shown.protocol = m_socket->sessionCipher().protocolString();
    const auto protocol = m_socket->sessionProtocol();
    const bool recent = protocol == QSsl::TlsV1_2 || protocol == QSsl::TlsV1_3;
    if (!recent)
        finish(oldTls(m_target));
    else if (m_shown.verdict != ShownCertificate::Verdict::Trusted)
        finish(certificateError(m_target, m_shown));
    else
        finish({});
}

void SecureStart::failed(int socketError)
{
    const bool handshake = socketError == QAbstractSocket::SslHandshakeFailedError
        || socketError == QAbstractSocket::SslInternalError
        || socketError == QAbstractSocket::SslInvalidUserDataError;
    if (handshake && soundsOld(m_socket->errorString()))
        finish(oldTls(m_target));
    else if (handshake)
        finish(noTls(m_target));
    else if (m_connected)
        finish(tlsCutOff(m_target));
    else
        finish(tlsUnreachable(m_target));
}

void SecureStart::finish(Result<void> result)
{
    if (std::exchange(m_finished, true))
        return;
    m_timeout.stop();
    if (m_socket) {
        m_socket->disconnect(this);
        if (!result) // not now: this may be called from one of the socket's own signals
            QMetaObject::invokeMethod(
                m_socket.get(), [socket = m_socket.get()] { socket->abort(); }, Qt::QueuedConnection);
    }
    resumeLater(m_waiting, std::move(result));
}

} // namespace kw
