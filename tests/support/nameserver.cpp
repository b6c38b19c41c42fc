#include "tests/support/nameserver.h"

#include <QHash>
#include <QMutex>
#include <QNetworkDatagram>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUdpSocket>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

constexpr quint16 A = 1;
constexpr quint16 Mx = 15;
constexpr quint16 Txt = 16;
constexpr quint16 Aaaa = 28;
constexpr quint16 Srv = 33;
constexpr qsizetype MostUdp = 512; // RFC 1035 4.2.1; more is asked for again over TCP

QByteArray number16(quint16 value)
{
    QByteArray bytes(2, 0);
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray encodedName(const QByteArray &name)
{
    QByteArray out;
    for (const QByteArray &label : name.split('.')) {
        if (!label.isEmpty())
            out += char(label.size()) + label;
    }
    return out + '\0';
}

struct Question {
    QByteArray name; // lower case, with dots
    quint16 type = 0;
    qsizetype end = 0; // octet behind it
};

Question questionOf(const QByteArray &packet)
{
    Question q;
    qsizetype at = 12;
    while (at < packet.size() && packet.at(at) != 0) {
        const qsizetype length = uchar(packet.at(at));
        q.name += (q.name.isEmpty() ? "" : ".") + packet.mid(at + 1, length).toLower();
        at += length + 1;
    }
    if (at + 5 <= packet.size())
        q.type = qFromBigEndian<quint16>(packet.constData() + at + 1);
    q.end = at + 5;
    return q;
}

} // namespace

class NameServer::Host : public QObject
{
public:
    Host()
        : m_udp(new QUdpSocket(this))
        , m_tcp(new QTcpServer(this))
    {
        // The same port for both: another process may have one of them.
        for (int tries = 0; tries < 20 && m_port == 0; ++tries) {
            if (m_tcp->listen(QHostAddress::LocalHost)
                && m_udp->bind(QHostAddress::LocalHost, m_tcp->serverPort()))
                m_port = m_tcp->serverPort();
            else
                m_tcp->close();
        }
        connect(m_udp, &QUdpSocket::readyRead, this, [this] {
            while (m_udp->hasPendingDatagrams()) {
                const QNetworkDatagram asked = m_udp->receiveDatagram();
                const QByteArray reply = replyTo(asked.data(), MostUdp);
                if (!reply.isEmpty())
                    m_udp->writeDatagram(asked.makeReply(reply));
            }
        });
        connect(m_tcp, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_tcp->nextPendingConnection();
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { serve(socket); });
        });
    }
    quint16 port() const { return m_port; }

    mutable QMutex mutex;
    QHash<std::pair<QByteArray, quint16>, QByteArrayList> records; // data by name and type
    QHash<QByteArray, Mood> moods;
    QStringList questions;
    Mood mood = Mood::Normal;

private:
    void serve(QTcpSocket *socket)
    {
        const QByteArray start = socket->peek(2);
        if (start.size() < 2 || socket->bytesAvailable() < 2 + qFromBigEndian<quint16>(start.constData()))
            return;
        socket->read(2);
        const QByteArray reply = replyTo(socket->read(qFromBigEndian<quint16>(start.constData())), 65'000);
        if (!reply.isEmpty())
            socket->write(number16(quint16(reply.size())) + reply);
    }
    QByteArray replyTo(const QByteArray &packet, qsizetype most)
    {
        const Question q = questionOf(packet);
        const QMutexLocker lock(&mutex);
        questions.append(QString::fromLatin1(q.name));
        const Mood now = moods.value(q.name, mood);
        if (now == Mood::Mute || q.end > packet.size())
            return {};
        if (now == Mood::Garbage)
            return packet.left(2) + "\x81\x80" + QByteArray(200, '\xc0') + "rubbish";
        const QByteArrayList data = records.value({q.name, q.type});
        const bool broken = now == Mood::Fails || now == Mood::Refuses;
        const char code = now == Mood::Fails ? 2 : now == Mood::Refuses ? 5 : isKnown(q.name) ? 0 : 3;
        const auto made = [&](const QByteArrayList &some, bool cut) {
            QByteArray reply = packet.left(2) + char(cut ? '\x87' : '\x85') + char('\x80' | code)
                + number16(1) + number16(quint16(some.size())) + number16(0) + number16(0)
                + packet.mid(12, q.end - 12);
            for (const QByteArray &one : some)
                reply += QByteArray("\xc0\x0c", 2) + number16(q.type) + number16(1)
                    + QByteArray("\0\0\0\x3c", 4) + number16(quint16(one.size())) + one;
            return reply;
        };
        const QByteArray whole = made(broken ? QByteArrayList() : data, false);
        return whole.size() > most ? made({}, true) : whole;
    }
    bool isKnown(const QByteArray &name) const
    {
        for (auto it = records.cbegin(); it != records.cend(); ++it) {
            if (it.key().first == name)
                return true;
        }
        return false;
    }

    QUdpSocket *m_udp;
    QTcpServer *m_tcp;
    quint16 m_port = 0;
};

NameServer::NameServer()
    : m_host(new Host)
{
    m_host->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_host, &QObject::deleteLater);
    m_thread.setObjectName("name server"_L1);
    m_thread.start();
}

NameServer::~NameServer()
{
    m_thread.quit();
    m_thread.wait();
}

quint16 NameServer::port() const
{
    return m_host->port();
}

void NameServer::addMx(const QByteArray &domain, const QByteArray &host, quint16 preference)
{
    const QMutexLocker lock(&m_host->mutex);
    m_host->records[{domain, Mx}].append(number16(preference) + encodedName(host));
}

void NameServer::addSrv(const QByteArray &name, const QByteArray &target, quint16 port, quint16 priority,
                        quint16 weight)
{
    const QMutexLocker lock(&m_host->mutex);
    m_host->records[{name, Srv}].append(number16(priority) + number16(weight) + number16(port)
                                        + encodedName(target));
}

void NameServer::addText(const QByteArray &name, const QByteArray &text)
{
    QByteArray data;
    for (qsizetype at = 0; at == 0 || at < text.size(); at += 255)
        data += char(uchar(std::min<qsizetype>(255, text.size() - at))) + text.mid(at, 255);
    const QMutexLocker lock(&m_host->mutex);
    m_host->records[{name, Txt}].append(data);
}

void NameServer::addAddress(const QByteArray &name, const QHostAddress &address)
{
    const QMutexLocker lock(&m_host->mutex);
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        QByteArray four(4, 0);
        qToBigEndian(address.toIPv4Address(), four.data());
        m_host->records[{name, A}].append(four);
        return;
    }
    const Q_IPV6ADDR six = address.toIPv6Address();
    m_host->records[{name, Aaaa}].append(QByteArray(reinterpret_cast<const char *>(six.c), 16));
}

void NameServer::setMood(Mood mood)
{
    const QMutexLocker lock(&m_host->mutex);
    m_host->mood = mood;
}

void NameServer::setMoodFor(const QByteArray &name, Mood mood)
{
    const QMutexLocker lock(&m_host->mutex);
    m_host->moods.insert(name, mood);
}

QStringList NameServer::questions() const
{
    const QMutexLocker lock(&m_host->mutex);
    return m_host->questions;
}

} // namespace kw
