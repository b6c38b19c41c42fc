#include "core/smtp/smtpgate.h"

#include "core/base/resumelater.h"
#include "core/smtp/ehlo.h"
#include "core/smtp/smtperrors.h"
#include "core/tls/securestart.h"
#include "core/tls/tlsrelay.h"

#include <QCoreApplication>
#include <QNetworkProxy>
#include <QSslSocket>

namespace kw {

namespace {

TlsTarget target(const SmtpSettings &settings)
{
    TlsTarget target;
    target.host = settings.host;
    target.port = settings.port;
    target.startTls = settings.security == SmtpSecurity::StartTls;
    target.dialect = TlsTarget::Dialect::Smtp;
    target.pinned = settings.pinnedCertificate;
    target.timeoutMs = settings.timeoutMs;
    return target;
}

} // namespace

SmtpGate::SmtpGate(SmtpSettings settings)
    : m_settings(std::move(settings))
{
    if (m_settings.security == SmtpSecurity::None)
        m_socket = std::make_unique<QSslSocket>();
    else
        m_start = std::make_shared<SecureStart>(target(m_settings));
    m_timeout.setSingleShot(true);
}

SmtpGate::~SmtpGate()
{
    cancel();
    if (m_socket)
        m_socket->disconnect(this);
}

void SmtpGate::cancel()
{
    m_timeout.stop();
    if (m_start)
        m_start->cancel();
    settle(m_connected, smtpClosedError());
    settle(m_introduced, smtpClosedError());
}

void SmtpGate::settle(Deferred<Result<void>> &waiting, Result<void> result)
{
    resumeLater(waiting, std::move(result));
}

Task<Result<SmtpFeatures>> SmtpGate::open()
{
    if (m_start) {
        const auto start = m_start;
        const auto secured = co_await start->run();
        if (!secured)
            co_return secured.error();
        m_socket = start->takeSocket();
    } else if (const auto connected = co_await connectPlainly(); !connected) {
        co_return connected.error();
    }
    const auto introduced = co_await introduce();
    m_timeout.stop();
    if (!introduced)
        co_return introduced.error();
    m_socket->disconnect(this);
    co_return m_ehlo->features();
}

Result<quint16> SmtpGate::letIn()
{
    m_relay = std::make_unique<TlsRelay>(std::move(m_socket), "220 ready\r\n");
    m_relay->expectReplies();
    if (!m_relay->listen())
        return Error{ErrorKind::Network,
                     QCoreApplication::translate("kw::Smtp",
                                                 "No connection can be made within this computer. Its "
                                                 "firewall must allow connections to 127.0.0.1."),
                     {}};
    return m_relay->port();
}

std::unique_ptr<QSslSocket> SmtpGate::takeLine()
{
    return m_relay ? m_relay->takeServer() : std::move(m_socket);
}

Task<Result<void>> SmtpGate::connectPlainly()
{
    m_socket->setProxy(QNetworkProxy::NoProxy);
    connect(m_socket.get(), &QSslSocket::connected, this, [this] { settle(m_connected, {}); });
    connect(m_socket.get(), &QSslSocket::errorOccurred, this,
            [this] { settle(m_connected, smtpUnreachableError(m_settings)); });
    m_timeout.callOnTimeout(this, [this] { settle(m_connected, smtpUnreachableError(m_settings)); });
    m_timeout.start(m_settings.timeoutMs);
    m_socket->connectToHost(m_settings.host, m_settings.port);
    const auto waiting = m_connected;
    co_return co_await waiting;
}

Task<Result<void>> SmtpGate::introduce()
{
    m_ehlo = std::make_unique<Ehlo>(m_settings);
    connect(m_socket.get(), &QSslSocket::readyRead, this, &SmtpGate::hear);
    connect(m_socket.get(), &QSslSocket::disconnected, this,
            [this] { settle(m_introduced, smtpLostError(m_settings)); });
    m_timeout.callOnTimeout(this, [this] { settle(m_introduced, smtpTimeoutError(m_settings)); });
    m_timeout.start(m_settings.timeoutMs);
    m_socket->write(m_ehlo->begin());
    hear();
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        settle(m_introduced, smtpLostError(m_settings));
    const auto waiting = m_introduced;
    co_return co_await waiting;
}

void SmtpGate::hear()
{
    if (!m_socket || m_ehlo->isDone() || m_ehlo->error())
        return;
    const QByteArray answer = m_ehlo->hear(m_socket->readAll());
    if (!answer.isEmpty())
        m_socket->write(answer);
    if (m_ehlo->error())
        settle(m_introduced, *m_ehlo->error());
    else if (m_ehlo->isDone())
        settle(m_introduced, {});
    else if (!m_introduced.isResolved())
        return;
}

} // namespace kw
