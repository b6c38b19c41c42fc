#pragma once

#include "core/base/deferred.h"
#include "core/smtp/smtplink.h"

#include <QObject>
#include <QTimer>

class QSslSocket;

namespace kw {

class Ehlo;
class SecureStart;
class TlsRelay;

// The way to a submission server up to where somebody could sign in: connected, encrypted and verified as
// SecureStart does it, and asked what it can do. The connection's inside can then be offered on a port of
// this computer to KSMTP, whose own TLS believes what it heard before the handshake and knows no pins, and be
// taken back when that has signed in. Lives on the thread that created it, which needs an event loop; the
// connection ends with the gate.
class SmtpGate : public QObject
{
    Q_OBJECT
public:
    explicit SmtpGate(SmtpSettings settings);
    ~SmtpGate() override;

    // Errors: those of SecureStart and Ehlo. Whoever awaits it keeps the gate. Once.
    Task<Result<SmtpFeatures>> open();
    // Lets one client in, on this port of 127.0.0.1. After open().
    Result<quint16> letIn();
    // The connection, from the client that was let in or from nobody; the gate is empty then. What the client
    // has not heard yet is in it.
    std::unique_ptr<QSslSocket> takeLine();
    void cancel();

private:
    Task<Result<void>> connectPlainly();
    Task<Result<void>> introduce();
    void hear();
    static void settle(Deferred<Result<void>> &waiting, Result<void> result);

    const SmtpSettings m_settings;
    std::shared_ptr<SecureStart> m_start;
    std::unique_ptr<QSslSocket> m_socket;
    std::unique_ptr<Ehlo> m_ehlo;
    std::unique_ptr<TlsRelay> m_relay;
    Deferred<Result<void>> m_connected;
    Deferred<Result<void>> m_introduced;
    QTimer m_timeout;
};

} // namespace kw
