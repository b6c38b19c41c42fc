#pragma once

#include "core/base/deferred.h"
#include "core/base/result.h"
#include "core/base/task.h"
#include "core/tls/showncertificate.h"
#include "core/tls/tlstarget.h"

#include <QObject>
#include <QSslError>
#include <QTimer>

#include <memory>

class QSslSocket;

namespace kw {

class PlainTalk;

// One connection from nothing to verified TLS, with everything done that can be got wrong on the way: the
// certificate judged, a pin taken at its word, STARTTLS insisted on, and nothing believed that came before
// the encryption. No secret passes here; whoever has an error back may be sure that none was sent. Lives on
// the thread that created it, which needs an event loop; whoever awaits run() keeps it. Once.
class SecureStart : public QObject
{
    Q_OBJECT
public:
    explicit SecureStart(TlsTarget target);
    ~SecureStart() override;

    // Errors: Network (unreachable, silent), Tls (TlsCode), Cancelled.
    Task<Result<void>> run();
    void cancel();

    // What the server showed, whether it was accepted or not; empty: it did not come to that.
    const ShownCertificate &shown() const { return m_shown; }
    // The connection, once run() has succeeded. The first octets of the encrypted stream may wait in it.
    std::unique_ptr<QSslSocket> takeSocket();

private:
    void begin();
    void talk();
    void handshake();
    void judge(const QList<QSslError> &errors);
    void encrypted();
    void failed(int socketError);
    void finish(Result<void> result);

    const TlsTarget m_target;
    const Deferred<Result<void>> m_waiting;
    std::unique_ptr<QSslSocket> m_socket;
    std::unique_ptr<PlainTalk> m_talk; // until STARTTLS is agreed on
    QTimer m_timeout;
    ShownCertificate m_shown;
    bool m_connected = false;
    bool m_finished = false;
};

// Our own sentences for that way.
Error tlsUnreachable(const TlsTarget &target);
Error tlsCutOff(const TlsTarget &target);
Error tlsTimeout(const TlsTarget &target);

} // namespace kw
