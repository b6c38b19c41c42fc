#pragma once

#include "core/base/linebuffer.h"
#include "core/base/result.h"
#include "core/tls/tlstarget.h"

#include <optional>

namespace kw {

// What is said in clear text before TLS begins: the greeting, whether the server can do it, and that it
// should (RFC 3501 6.2.1, RFC 3207). Everything heard is hostile until proven otherwise. No socket; any
// thread.
class PlainTalk
{
public:
    explicit PlainTalk(TlsTarget target);

    // More octets from the server. Returns what to send next, perhaps nothing.
    QByteArray hear(const QByteArray &octets);

    bool isAgreed() const { return m_state == State::Agreed; } // the handshake comes next
    const std::optional<Error> &error() const { return m_error; }

private:
    enum class State { Greeting, Asking, Starting, Agreed };

    QByteArray line(const QByteArray &line);
    QByteArray imapLine(const QByteArray &line);
    QByteArray smtpLine(const QByteArray &line);
    QByteArray start();
    void fail(const char *code, const QString &sentence, ErrorKind kind = ErrorKind::Tls);
    void failMissing();
    void failBusy(const QByteArray &line);

    const TlsTarget m_target;
    State m_state = State::Greeting;
    LineBuffer m_heard;
    bool m_offered = false;
    std::optional<Error> m_error;
};

} // namespace kw
