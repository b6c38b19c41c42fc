#pragma once

#include <QByteArray>

namespace kw {

// KIMAP's sockets copy the process-wide default TLS configuration when they are made; that is the only way to
// have one of them accept a certificate of its own. While this object lives, `pem` is one more authority
// there; it must go as soon as the session is signed in, so that no other server is judged by it. Any thread.
class PinnedTrust
{
public:
    explicit PinnedTrust(QByteArray pem);
    ~PinnedTrust();
    PinnedTrust(const PinnedTrust &) = delete;
    PinnedTrust &operator=(const PinnedTrust &) = delete;

private:
    const QByteArray m_pem;
};

} // namespace kw
