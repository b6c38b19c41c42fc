#pragma once

#include "core/base/deferred.h"
#include "core/base/linebuffer.h"
#include "core/doctor/dnsquestion.h"

#include <QObject>
#include <QSslCertificate>
#include <QSslError>
#include <QTimer>

#include <algorithm>
#include <memory>
#include <vector>

class QSslSocket;

namespace kw::doctor {

// Which server, and how it is spoken to.
struct ProbeTarget {
    enum class Speech { Imap, Smtp, Https };
    Speech speech = Speech::Imap;
    QString host;
    quint16 port = 0;
    ConnectionSecurity security = ConnectionSecurity::Tls;
    QByteArray pin; // PEM
};

// One way to a server.
struct TriedAddress {
    QHostAddress address;
    bool connected = false;
    qint64 ms = 0;
    QString reason; // why not
};

// What a server shows to somebody who does not sign in.
struct ServerSeen {
    DnsAnswer name;
    QList<TriedAddress> tried;
    QByteArray greeting; // first line(s), at most 4,096 octets; of HTTPS: the answer's head
    qint64 greetingMs = -1; // -1: none came
    qint64 spokenAt = 0; // ms since the epoch when the greeting came

    bool secured = false; // the handshake ended well, whatever is thought of the certificate
    bool startTlsRefused = false;
    bool injected = false; // clear text came between the consent to TLS and its beginning
    QString tlsReason; // why there is no encryption
    QList<QSslCertificate> chain; // the server's own first
    QList<QSslError> errors;
    QString protocol; // "TLSv1.3"
    QString cipher;
    qint64 tlsMs = 0;

    bool isConnected() const
    {
        return std::ranges::any_of(tried, [](const TriedAddress &one) { return one.connected; });
    }
};

// Connects, listens to the greeting, begins encryption and hangs up. Nothing secret is sent, so a bad
// certificate is looked at to the end. Keep it until run() has ended.
class ServerProbe : public QObject
{
    Q_OBJECT
public:
    ServerProbe(DoctorSurroundings around, std::shared_ptr<Curfew> curfew, ProbeTarget target);
    ~ServerProbe() override;

    Task<ServerSeen> run();

private:
    Task<void> connectAll();
    Task<void> talk();
    void tried(qsizetype which, QSslSocket *socket, bool connected);
    void secure();
    void secured();
    void hear();
    void understand(const QByteArray &line);
    void step(); // this is over
    qint64 nowMs() const;

    const DoctorSurroundings m_around;
    const std::shared_ptr<Curfew> m_curfew;
    const ProbeTarget m_target;
    ServerSeen m_seen;
    std::vector<std::unique_ptr<QSslSocket>> m_sockets;
    QSslSocket *m_socket = nullptr; // the one that is spoken to
    Deferred<bool> m_step; // resolved when the present step is over
    QTimer m_timeout;
    LineBuffer m_received;
    qint64 m_startedAt = 0;
    int m_answering = 0; // ways that neither worked nor failed yet
    enum class Await { Greeting, Capabilities, Consent, Nothing };
    Await m_await = Await::Greeting;
};

} // namespace kw::doctor
