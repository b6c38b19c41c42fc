#include "tests/setup/dnsserver.h"

#include <QMutex>
#include <QNetworkDatagram>
#include <QUdpSocket>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

constexpr quint16 Mx = 15;
constexpr quint16 Srv = 33;

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

class DnsServer::Host : public QObject
{
public:
    Host()
        : m_socket(new QUdpSocket(this))
    {
        m_socket->bind(QHostAddress::LocalHost);
        connect(m_socket, &QUdpSocket::readyRead, this, [this] {
            while (m_socket->hasPendingDatagrams())
                answer(m_socket->receiveDatagram());
        });
    }
    quint16 port() const { return m_socket->localPort(); }

    mutable QMutex mutex;
    QHash<std::pair<QByteArray, quint16>, QByteArrayList> records; // data by name and type
    QStringList questions;
    Mood mood = Mood::Normal;

private:
    void answer(const QNetworkDatagram &asked)
    {
        const QByteArray packet = asked.data();
        const Question q = questionOf(packet);
        const QMutexLocker lock(&mutex);
        questions.append(QString::fromLatin1(q.name));
        if (mood == Mood::Mute || q.end > packet.size())
            return;
        if (mood == Mood::Garbage) {
            m_socket->writeDatagram(
                asked.makeReply(packet.left(2) + "\x81\x80" + QByteArray(200, '\xc0') + "rubbish"));
            return;
        }
        const QByteArrayList data = records.value({q.name, q.type});
        const char code = mood == Mood::Refuses ? 5 : data.isEmpty() ? 3 : 0;
        QByteArray reply = packet.left(2) + '\x85' + char('\x80' | code) + number16(1)
            + number16(quint16(data.size())) + number16(0) + number16(0) + packet.mid(12, q.end - 12);
        for (const QByteArray &one : data)
            reply += QByteArray("\xc0\x0c", 2) + number16(q.type) + number16(1) + QByteArray("\0\0\0\x3c", 4)
                + number16(quint16(one.size())) + one;
        m_socket->writeDatagram(asked.makeReply(reply));
    }

    QUdpSocket *m_socket;
};

DnsServer::DnsServer()
    : m_host(new Host)
{
    m_host->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_host, &QObject::deleteLater);
    m_thread.setObjectName("name server"_L1);
    m_thread.start();
}

DnsServer::~DnsServer()
{
    m_thread.quit();
    m_thread.wait();
}

quint16 DnsServer::port() const
{
    return m_host->port();
}

void DnsServer::addService(const QByteArray &service, const QByteArray &target, quint16 port,
                           quint16 priority, quint16 weight)
{
    const QMutexLocker lock(&m_host->mutex);
    m_host->records[{service, Srv}].append(number16(priority) + number16(weight) + number16(port)
                                           + encodedName(target));
}

void DnsServer::addMailHost(const QByteArray &domain, const QByteArray &host, quint16 preference)
{
    const QMutexLocker lock(&m_host->mutex);
    m_host->records[{domain, Mx}].append(number16(preference) + encodedName(host));
}

void DnsServer::setMood(Mood mood)
{
    const QMutexLocker lock(&m_host->mutex);
    m_host->mood = mood;
}

QStringList DnsServer::questions() const
{
    const QMutexLocker lock(&m_host->mutex);
    return m_host->questions;
}

} // namespace kw
