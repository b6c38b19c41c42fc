#include "core/imap/certificateprobe.h"

#include "core/base/resumelater.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QLocale>
#include <QSslConfiguration>
#include <QSslSocket>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Imap)
};

constexpr int MaxMs = 10'000;
constexpr qsizetype MaxTalk = 65'536; // of clear text before TLS; more is no greeting

QString problem(const QSslError &error, const QSslCertificate &shown)
{
    const QLocale locale;
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return Words::tr("it expired on %1").arg(locale.toString(shown.expiryDate().date()));
    case QSslError::CertificateNotYetValid:
        return Words::tr("it is not valid before %1").arg(locale.toString(shown.effectiveDate().date()));
    case QSslError::HostNameMismatch: {
        const QString name = shown.subjectDisplayName();
        return name.isEmpty() ? Words::tr("it is for another server")
                              : Words::tr("it is for \"%1\"").arg(name.left(100));
    }
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
        return Words::tr("it is signed by itself, not by an authority");
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return Words::tr("its issuer is not known here");
    default:
        return error.errorString();
    }
}

ShownCertificate describe(const QSslCertificate &certificate, const QList<QSslError> &errors)
{
    ShownCertificate shown;
    shown.pem = certificate.toPem();
    shown.fingerprint
        = QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
    for (const QSslError &error : errors) {
        const QString text = problem(error, certificate);
        if (!shown.problems.contains(text))
            shown.problems.append(text);
    }
    return shown;
}

} // namespace

QString certificateSentence(const QString &host, const ShownCertificate &shown)
{
    return Words::tr("The certificate of %1 cannot be trusted: %2. Nothing was sent. Its SHA-256 fingerprint "
                     "is %3. If you know that this is your server's, pin the certificate in the account's "
                     "settings.")
        .arg(host, shown.problems.join(Words::tr(", and ")), shown.fingerprint);
}

CertificateProbe::CertificateProbe(LinkSettings settings)
    : m_settings(std::move(settings))
    , m_socket(std::make_unique<QSslSocket>())
{
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, [this] { finish(unreachable()); });
}

CertificateProbe::~CertificateProbe()
{
    cancel();
}

Task<Result<ShownCertificate>> CertificateProbe::run()
{
    begin();
    const auto waiting = m_waiting;
    co_return co_await waiting;
}

void CertificateProbe::cancel()
{
    finish(Error{ErrorKind::Cancelled, {}, {}});
}

void CertificateProbe::begin()
{
    const auto pinned = QSslCertificate::fromData(m_settings.pinnedCertificate, QSsl::Pem);
    if (!pinned.isEmpty()) {
        QSslConfiguration config = m_socket->sslConfiguration();
        config.setCaCertificates(QSslConfiguration::systemCaCertificates() + pinned);
        m_socket->setSslConfiguration(config);
    }
    connect(m_socket.get(), &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        finish(describe(m_socket->peerCertificate(), errors));
    });
    connect(m_socket.get(), &QSslSocket::encrypted, this,
            [this] { finish(describe(m_socket->peerCertificate(), {})); });
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        const bool handshake
            = error == QAbstractSocket::SslHandshakeFailedError || error == QAbstractSocket::SslInternalError;
        finish(handshake ? noTls() : unreachable());
    });
    m_timeout.start(std::min(m_settings.timeoutMs, MaxMs));
    if (m_settings.security == Security::Tls) {
        m_socket->connectToHostEncrypted(m_settings.host, m_settings.port);
        return;
    }
    connect(m_socket.get(), &QSslSocket::readyRead, this, &CertificateProbe::talk);
    m_socket->connectToHost(m_settings.host, m_settings.port);
}

void CertificateProbe::talk()
{
    if (m_finished || m_socket->mode() != QSslSocket::UnencryptedMode)
        return;
    m_received += m_socket->read(MaxTalk);
    for (qsizetype end = m_received.indexOf('\n'); end >= 0; end = m_received.indexOf('\n')) {
        const QByteArray line = m_received.first(end);
        m_received.remove(0, end + 1);
        if (!m_asked) {
            m_asked = true;
            m_socket->write("K1 STARTTLS\r\n");
        } else if (line.startsWith("K1 OK")) {
            m_socket->startClientEncryption();
            return;
        } else if (line.startsWith("K1 ")) {
            finish(noTls());
            return;
        }
    }
    if (m_received.size() >= MaxTalk)
        finish(noTls());
}

void CertificateProbe::finish(Result<ShownCertificate> result)
{
    if (std::exchange(m_finished, true))
        return;
    m_timeout.stop();
    m_socket->disconnect(this);
    // Not now: this may be called from one of the socket's own signals.
    QMetaObject::invokeMethod(
        m_socket.get(), [socket = m_socket.get()] { socket->abort(); }, Qt::QueuedConnection);
    resumeLater(m_waiting, std::move(result));
}

Error CertificateProbe::noTls() const
{
    return {ErrorKind::Tls,
            Words::tr("%1 does not offer an encrypted connection on port %2. Nothing was sent; check the "
                      "port and the security setting.")
                .arg(m_settings.host)
                .arg(m_settings.port),
            {}};
}

Error CertificateProbe::unreachable() const
{
    return {ErrorKind::Network,
            Words::tr("%1 (port %2) cannot be reached. Check the server's name and your network; Kittiwake "
                      "tries again by itself.")
                .arg(m_settings.host)
                .arg(m_settings.port),
            {}};
}

} // namespace kw
