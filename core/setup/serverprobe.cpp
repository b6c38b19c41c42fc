#include "core/setup/serverprobe.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

constexpr qsizetype MaxTalk = 65'536; // octets; more is no greeting

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Discovery)
};

QString certificateProblem(const QSslError &error)
{
    const QSslCertificate shown = error.certificate();
    switch (error.error()) {
    case QSslError::HostNameMismatch: {
        const QString name = shown.subjectDisplayName().left(100);
        return name.isEmpty() ? Words::tr("it is for another server") : Words::tr("it is for “%1”").arg(name);
    }
    case QSslError::CertificateExpired:
        return Words::tr("it expired on %1").arg(QLocale().toString(shown.expiryDate().date()));
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
        return Words::tr("it is signed by itself, not by an authority");
    default:
        return error.errorString();
    }
}

} // namespace

ServerProbe::ServerProbe(const LookupPlaces &places, ProbeTarget target)
    : m_places(places)
    , m_target(std::move(target))
    , m_socket(std::make_unique<QSslSocket>())
{
}

ServerProbe::~ServerProbe()
{
    m_socket->disconnect(this);
}

bool ServerProbe::isEncrypted() const
{
    return m_socket->isEncrypted();
}

void ServerProbe::begin()
{
    const Endpoint where = m_places.where(m_target.host, m_target.port);
    if (where.address.isEmpty()) {
        finish(silent(Words::tr("There is no server named %1.").arg(m_target.host)));
        return;
    }
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.addCaCertificates(m_places.authorities);
    m_socket->setSslConfiguration(tls);
    m_socket->setReadBufferSize(MaxTalk);
    connect(m_socket.get(), &QSslSocket::sslErrors, this, &ServerProbe::onSslErrors);
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, &ServerProbe::onSocketError);
    connect(m_socket.get(), &QSslSocket::readyRead, this, &ServerProbe::read);
    connect(m_socket.get(), &QSslSocket::encrypted, this, [this] {
        if (m_phase == Phase::Handshake)
            askOffers();
    });
    if (m_target.security == ConnectionSecurity::Tls) {
        m_socket->connectToHostEncrypted(where.address, where.port, m_target.host);
        return;
    }
    m_socket->setPeerVerifyName(m_target.host);
    m_socket->connectToHost(where.address, where.port);
}

void ServerProbe::onSslErrors(const QList<QSslError> &errors)
{
    QStringList problems;
    for (const QSslError &error : errors) {
        if (const QString text = certificateProblem(error); !problems.contains(text))
            problems.append(text);
    }
    finish({ServerState::BadCertificate,
            Words::tr("The certificate of %1 cannot be verified: %2.")
                .arg(m_target.host, problems.join(Words::tr(", and ")))});
}

void ServerProbe::onSocketError()
{
    const auto error = m_socket->error();
    if (error == QAbstractSocket::HostNotFoundError)
        finish(silent(Words::tr("There is no server named %1.").arg(m_target.host)));
    else if (error == QAbstractSocket::SslHandshakeFailedError || error == QAbstractSocket::SslInternalError)
        finish(silent(Words::tr("%1 does not offer an encrypted connection on port %2.")
                          .arg(m_target.host)
                          .arg(m_target.port)));
    else
        finish(silent(Words::tr("%1 does not answer on port %2.").arg(m_target.host).arg(m_target.port)));
}

void ServerProbe::read()
{
    const bool mustBeEncrypted = m_target.security == ConnectionSecurity::Tls || m_phase == Phase::Handshake;
    if (isOver() || (mustBeEncrypted && !isEncrypted()))
        return;
    m_received.add(m_socket->readAll());
    while (!isOver()) {
        const auto line = m_received.take();
        if (!line)
            break;
        onLine(line->trimmed());
    }
    if (m_received.total() > MaxTalk && !isOver())
        finish(silent(Words::tr("What answers at %1 is no mail server.").arg(m_target.host)));
}

void ServerProbe::onLine(const QByteArray &line)
{
    if (m_target.kind == ProbeTarget::Kind::Imap)
        onImapLine(line);
    else
        onSmtpLine(line);
}

void ServerProbe::onImapLine(const QByteArray &line)
{
    const QByteArray upper = line.toUpper();
    if (m_phase == Phase::Greeting) {
        if (!upper.startsWith("* OK"))
            finish(silent(Words::tr("What answers at %1 lets nobody sign in.").arg(m_target.host)));
        else
            askOffers();
    } else if (m_phase == Phase::Offers && upper.startsWith("* CAPABILITY ")) {
        m_offers += upper.mid(13).split(' ');
    } else if (upper.startsWith("K1 ")) {
        if (m_phase == Phase::Offers)
            onOffers();
        else if (m_phase == Phase::StartTls && upper.startsWith("K1 OK"))
            startTls();
        else
            finish(silent(Words::tr("%1 refuses encryption.").arg(m_target.host)));
    }
}

void ServerProbe::onSmtpLine(const QByteArray &line)
{
    if (line.size() < 3 || line.at(0) == '4' || line.at(0) == '5') {
        finish(silent(Words::tr("What answers at %1 takes no mail now.").arg(m_target.host)));
        return;
    }
    const bool isLast = line.size() == 3 || line.at(3) == ' ';
    if (m_phase == Phase::Greeting) {
        if (!line.startsWith("220"))
            finish(silent(Words::tr("What answers at %1 is no mail server.").arg(m_target.host)));
        else if (isLast)
            askOffers();
    } else if (m_phase == Phase::Offers) {
        const QByteArrayList words = line.mid(4).toUpper().replace('=', ' ').split(' ');
        const bool isAuth
            = words.first() == "AUTH"; // "AUTH PLAIN LOGIN" becomes AUTH=PLAIN, as IMAP writes it
        for (const QByteArray &word : words)
            m_offers += isAuth ? "AUTH=" + word : word;
        if (isLast)
            onOffers();
    } else if (m_phase == Phase::StartTls && isLast) {
        startTls();
    }
}

void ServerProbe::askOffers()
{
    m_phase = Phase::Offers;
    m_offers.clear();
    m_socket->write(m_target.kind == ProbeTarget::Kind::Imap ? "K1 CAPABILITY\r\n" : "EHLO [127.0.0.1]\r\n");
}

void ServerProbe::onOffers()
{
    if (!isEncrypted()) {
        if (m_target.security == ConnectionSecurity::StartTls && m_offers.contains("STARTTLS")) {
            m_phase = Phase::StartTls;
            m_socket->write(m_target.kind == ProbeTarget::Kind::Imap ? "K1 STARTTLS\r\n" : "STARTTLS\r\n");
            return;
        }
        finish({ServerState::ClearTextOnly,
                Words::tr("%1 offers no encryption on port %2.").arg(m_target.host).arg(m_target.port)});
        return;
    }
    const auto offersAny = [this](const QByteArrayList &ways) {
        return std::ranges::any_of(ways, [this](const QByteArray &way) { return m_offers.contains(way); });
    };
    ProbeResult result{ServerState::Verified, {}};
    result.oauth = offersAny({"AUTH=XOAUTH2", "AUTH=OAUTHBEARER"});
    result.password
        = offersAny({"AUTH=PLAIN", "AUTH=LOGIN", "AUTH=CRAM-MD5", "AUTH=SCRAM-SHA-1", "AUTH=SCRAM-SHA-256"})
        || (m_target.kind == ProbeTarget::Kind::Imap && !m_offers.contains("LOGINDISABLED"));
    if (m_target.kind == ProbeTarget::Kind::Smtp && !result.oauth && !result.password)
        result = silent(Words::tr("%1 lets nobody sign in to send mail on port %2.")
                            .arg(m_target.host)
                            .arg(m_target.port));
    finish(result);
}

void ServerProbe::startTls()
{
    if (!m_received.rest().isEmpty() || m_socket->bytesAvailable() > 0) {
        finish(silent(Words::tr("Somebody meddles with the connection to %1: more came than the server may "
                                "send before encryption begins.")
                          .arg(m_target.host)));
        return;
    }
    m_phase = Phase::Handshake;
    m_socket->startClientEncryption();
}

ProbeResult ServerProbe::tooLate() const
{
    return silent(Words::tr("%1 does not answer on port %2.").arg(m_target.host).arg(m_target.port));
}

void ServerProbe::end()
{
    m_socket->disconnect(this);
    if (m_socket->state() == QAbstractSocket::ConnectedState && m_phase == Phase::Offers) {
        m_socket->write(m_target.kind == ProbeTarget::Kind::Imap ? "K2 LOGOUT\r\n" : "QUIT\r\n");
        m_socket->flush();
    }
    // Not now: this may be called from one of the socket's own signals.
    QMetaObject::invokeMethod(
        m_socket.get(), [socket = m_socket.get()] { socket->abort(); }, Qt::QueuedConnection);
}

} // namespace kw
