#include "core/smtp/smtpline.h"

#include "core/base/resumelater.h"
#include "core/smtp/envelopewords.h"
#include "core/smtp/smtperrors.h"
#include "core/smtp/submitting.h"

#include <QSslSocket>

namespace kw {

namespace {

constexpr qsizetype Piece = 64 << 10; // octets
constexpr qint64 MostHeld = 256 << 10; // octets given and not gone
constexpr qint64 MostHeard = 64 << 10; // octets at once
constexpr int GoodbyeMs = 1000;

qint64 held(const QSslSocket &socket)
{
    return socket.bytesToWrite() + socket.encryptedBytesToWrite();
}

} // namespace

SmtpLine::SmtpLine(SmtpSettings settings, SmtpFeatures features, std::unique_ptr<QSslSocket> socket)
    : m_settings(std::move(settings))
    , m_features(std::move(features))
    , m_socket(std::move(socket))
{
    m_socket->setReadBufferSize(MostHeard);
    connect(m_socket.get(), &QSslSocket::readyRead, this, &SmtpLine::hear);
    connect(m_socket.get(), &QSslSocket::bytesWritten, this, &SmtpLine::push);
    connect(m_socket.get(), &QSslSocket::encryptedBytesWritten, this, &SmtpLine::push);
    connect(m_socket.get(), &QSslSocket::disconnected, this, [this] {
        hear(); // the answer may have come with the end
        lost(SubmissionLoss::Cut);
    });
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { lost(SubmissionLoss::Silence); });
}

SmtpLine::~SmtpLine()
{
    close();
}

bool SmtpLine::isOpen() const
{
    return m_socket && m_socket->state() == QAbstractSocket::ConnectedState;
}

Task<Result<Submission>> SmtpLine::submit(SmtpEnvelope envelope, QByteArray message,
                                          SubmissionProgress progress)
{
    if (m_submitting)
        co_return smtpOccupiedError();
    if (const auto checked = checkEnvelope(m_settings, m_features, envelope, wireShape(message)); !checked)
        co_return checked.error();
    if (!isOpen())
        co_return smtpGoneError(m_settings);
    m_submitting
        = std::make_shared<Submitting>(m_settings, m_features, std::move(envelope), std::move(message));
    m_progress = std::move(progress);
    m_given = 0;
    m_waiting = {};
    const auto waiting = m_waiting;
    m_patience.start(m_settings.answerTimeoutMs);
    send(m_submitting->begin());
    co_return co_await waiting;
}

void SmtpLine::close()
{
    if (m_submitting)
        lost(SubmissionLoss::Closed);
    drop(true);
}

void SmtpLine::hear()
{
    if (!m_socket)
        return;
    const QByteArray octets = m_socket->readAll();
    if (octets.isEmpty())
        return;
    if (!m_submitting) {
        drop(false); // it says goodbye, or talks without being asked: no session for a message
        return;
    }
    const auto submitting = m_submitting;
    const QByteArray next = submitting->hear(octets);
    if (submitting->outcome()) {
        settle();
    } else if (!next.isEmpty()) {
        m_patience.start(m_settings.answerTimeoutMs);
        send(next);
    } else if (submitting->isFeeding()) {
        push();
    }
}

// Called again whenever something has left.
void SmtpLine::push()
{
    if (!m_submitting || !m_submitting->isFeeding() || m_isPushing)
        return;
    m_isPushing = true;
    m_patience.start(m_settings.answerTimeoutMs);
    while (m_socket && m_submitting && m_submitting->isFeeding()) {
        if (m_submitting->hasMore()) {
            if (held(*m_socket) >= MostHeld)
                break;
            const QByteArray octets = m_submitting->feed(Piece);
            m_given += octets.size();
            send(octets);
            report();
        } else {
            if (held(*m_socket) > 0 || !isOpen())
                break;
            m_patience.start(m_settings.verdictTimeoutMs);
            send(m_submitting->finalDot());
        }
    }
    m_isPushing = false;
}

void SmtpLine::send(const QByteArray &octets)
{
    if (m_socket)
        m_socket->write(octets);
}

void SmtpLine::report()
{
    const auto progress = m_progress; // it may end what holds it
    if (progress)
        progress(m_given, m_submitting->total());
}

void SmtpLine::lost(SubmissionLoss loss)
{
    if (m_submitting) {
        m_submitting->lost(loss);
        settle();
    } else {
        drop(false);
    }
}

void SmtpLine::settle()
{
    m_patience.stop();
    const auto submitting = std::exchange(m_submitting, nullptr);
    m_progress = {};
    if (!submitting->isLineGood())
        drop(false); // at once: words of goodbye in the middle of a message would become its text
    resumeLater(m_waiting, *submitting->outcome());
}

// This may be called from one of the socket's own signals.
void SmtpLine::drop(bool politely)
{
    if (!m_socket)
        return;
    QSslSocket *socket = m_socket.release();
    socket->disconnect(this);
    if (!politely || socket->state() != QAbstractSocket::ConnectedState) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
    QTimer::singleShot(GoodbyeMs, socket, &QObject::deleteLater);
    socket->write("QUIT\r\n");
    socket->disconnectFromHost(); // when that has left
}

} // namespace kw
