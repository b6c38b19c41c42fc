#pragma once

#include "core/base/linebuffer.h"
#include "core/base/result.h"
#include "core/tls/tlstarget.h"

#include <QStringList>

#include <optional>

namespace kw {

// The first exchange with an IMAP server inside the encryption: its greeting, where that has not been heard
// in clear text, and what it can do, of which nothing heard before counts (RFC 3501 6.2.1). No socket; any
// thread.
class FirstWords
{
public:
    explicit FirstWords(TlsTarget target);

    // Said without being asked: after STARTTLS there is no second greeting.
    QByteArray begin();
    // More octets from the server. Returns what to send next, perhaps nothing.
    QByteArray hear(const QByteArray &octets);

    bool isDone() const { return m_done; }
    const QStringList &capabilities() const { return m_capabilities; } // upper case
    const QByteArray &rest() const { return m_heard.rest(); } // what came after
    // Network (busy), Protocol (no mail server), Tls (PREAUTH).
    const std::optional<Error> &error() const { return m_error; }

private:
    QByteArray line(const QByteArray &line);
    QByteArray greeting(const QByteArray &line);
    void take(const QByteArray &capabilities);

    const TlsTarget m_target;
    LineBuffer m_heard;
    QStringList m_capabilities;
    bool m_greeted = false;
    bool m_done = false;
    std::optional<Error> m_error;
};

} // namespace kw
