#pragma once

#include "core/tls/securestart.h"

#include <QStringList>

namespace kw {

class FirstWords;
class TlsRelay;

// TLS for libraries that do it less well than we need: the gate makes a verified connection (SecureStart) and
// offers its inside on a port of this computer, for one client that speaks there as if on an unencrypted
// line. Only a process that could read our memory anyway can read that line (docs/decisions.md). Lives on the
// thread that created it, which needs an event loop; the connection ends with the gate.
class TlsGate : public QObject
{
    Q_OBJECT
public:
    explicit TlsGate(TlsTarget target);
    ~TlsGate() override;

    struct Opened {
        quint16 port = 0; // on 127.0.0.1
        QStringList capabilities; // IMAP: what the server told inside the encryption, upper case
        ShownCertificate shown;
    };
    // Errors: those of SecureStart and FirstWords. Whoever awaits it keeps the gate. Once.
    Task<Result<Opened>> open();
    void cancel();
    // See TlsRelay. Before open().
    void fillEmptyChallenge() { m_fillsChallenge = true; }

private:
    Task<Result<void>> introduce();
    void hear();
    void settle(Result<void> result);

    const TlsTarget m_target;
    std::shared_ptr<SecureStart> m_start;
    std::unique_ptr<QSslSocket> m_socket;
    std::unique_ptr<FirstWords> m_words;
    std::unique_ptr<TlsRelay> m_relay;
    const Deferred<Result<void>> m_waiting;
    QTimer m_timeout;
    bool m_fillsChallenge = false;
};

} // namespace kw
