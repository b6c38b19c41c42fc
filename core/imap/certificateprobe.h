#pragma once

#include "core/base/deferred.h"
#include "core/imap/imaplink.h"

#include <QObject>
#include <QSslCertificate>
#include <QSslError>
#include <QTimer>

class QSslSocket;

namespace kw {

// What a server shows when asked for TLS.
struct ShownCertificate {
    QByteArray pem; // what LinkSettings::pinnedCertificate takes
    QString fingerprint; // SHA-256, "AB:CD:…"
    QStringList problems; // translated, "it expired on 3 May 2025"; empty: nothing wrong with it
};

// Asks a server for its certificate, with the settings' own pin taken into account, and hangs up: nobody
// signs in, no secret is sent. Lives on the thread that created it, which needs an event loop; whoever awaits
// run() keeps it. Errors: Network, Tls (the server does not speak TLS there), Cancelled.
class CertificateProbe : public QObject
{
    Q_OBJECT
public:
    explicit CertificateProbe(LinkSettings settings);
    ~CertificateProbe() override;

    Task<Result<ShownCertificate>> run();
    void cancel();

private:
    void begin();
    void talk(); // STARTTLS is asked for in clear text
    void finish(Result<ShownCertificate> result);
    Error noTls() const;
    Error unreachable() const;

    const LinkSettings m_settings;
    const Deferred<Result<ShownCertificate>> m_waiting;
    std::unique_ptr<QSslSocket> m_socket;
    QTimer m_timeout;
    QByteArray m_received;
    bool m_asked = false;
    bool m_finished = false;
};

// The sentence for a person whose server's certificate was refused.
QString certificateSentence(const QString &host, const ShownCertificate &shown);

} // namespace kw
