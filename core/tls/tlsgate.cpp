#include "core/tls/tlsgate.h"

#include "core/base/resumelater.h"
#include "core/tls/firstwords.h"
#include "core/tls/tlsrelay.h"

#include <QCoreApplication>
#include <QSslSocket>

namespace kw {

namespace {

QByteArray greetingFor(const TlsTarget &target)
{
    if (target.dialect == TlsTarget::Dialect::Imap)
        return "* OK ready\r\n";
    return target.startTls ? QByteArray("220 ready\r\n") : QByteArray(); // else the server's own is to come
}

} // namespace

TlsGate::TlsGate(TlsTarget target)
    : m_target(std::move(target))
    , m_start(std::make_shared<SecureStart>(m_target))
{
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, [this] { settle(tlsTimeout(m_target)); });
}

TlsGate::~TlsGate()
{
    cancel();
    if (m_socket)
        m_socket->disconnect(this);
}

void TlsGate::cancel()
{
    m_start->cancel();
    settle(Error{ErrorKind::Cancelled, {}, {}});
}

Task<Result<TlsGate::Opened>> TlsGate::open()
{
    const auto start = m_start;
    const auto secured = co_await start->run();
    if (!secured)
        co_return secured.error();
    m_socket = start->takeSocket();
    Opened opened;
    opened.shown = start->shown();
    if (m_target.dialect == TlsTarget::Dialect::Imap) {
        const auto introduced = co_await introduce();
        if (!introduced)
            co_return introduced.error();
        opened.capabilities = m_words->capabilities();
    }
    m_socket->disconnect(this);
    const QByteArray first = greetingFor(m_target) + (m_words ? m_words->rest() : QByteArray());
    m_relay = std::make_unique<TlsRelay>(std::move(m_socket), first);
    if (m_fillsChallenge)
        m_relay->fillEmptyChallenge();
    if (m_target.dialect == TlsTarget::Dialect::Smtp)
        m_relay->expectReplies();
    if (!m_relay->listen())
        co_return Error{ErrorKind::Network,
                        QCoreApplication::translate("kw::Tls",
                                                    "No connection can be made within this computer. Its "
                                                    "firewall must allow connections to 127.0.0.1."),
                        {}};
    opened.port = m_relay->port();
    co_return opened;
}

Task<Result<void>> TlsGate::introduce()
{
    m_words = std::make_unique<FirstWords>(m_target);
    connect(m_socket.get(), &QSslSocket::readyRead, this, &TlsGate::hear);
    connect(m_socket.get(), &QSslSocket::disconnected, this, [this] { settle(tlsCutOff(m_target)); });
    m_timeout.start(m_target.timeoutMs);
    m_socket->write(m_words->begin());
    hear();
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        settle(tlsCutOff(m_target));
    const auto waiting = m_waiting;
    co_return co_await waiting;
}

void TlsGate::hear()
{
    if (m_waiting.isResolved())
        return;
    const QByteArray answer = m_words->hear(m_socket->readAll());
    if (m_words->error()) {
        settle(*m_words->error());
        return;
    }
    if (!answer.isEmpty())
        m_socket->write(answer);
    if (m_words->isDone())
        settle({});
}

void TlsGate::settle(Result<void> result)
{
    m_timeout.stop();
    if (m_socket)
        m_socket->disconnect(this);
    resumeLater(m_waiting, std::move(result));
}

} // namespace kw
