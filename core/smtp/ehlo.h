#pragma once

#include "core/base/linebuffer.h"
#include "core/smtp/smtplink.h"

#include <optional>

namespace kw {

// The first exchange with a submission server inside the encryption: its greeting, where that has not been
// heard in clear text, and EHLO (RFC 5321 4.1.1.1, 4.2). Nothing heard before the encryption counts (RFC 3207
// 4.2). The server is hostile until proven otherwise. No socket; any thread.
class Ehlo
{
public:
    explicit Ehlo(SmtpSettings settings);

    QByteArray begin(); // said without being asked
    // More octets from the server. Returns what to send next, perhaps nothing.
    QByteArray hear(const QByteArray &octets);

    bool isDone() const { return m_done; }
    const SmtpFeatures &features() const { return m_features; }
    const std::optional<Error> &error() const { return m_error; } // Network (busy), Refused, Protocol

private:
    QByteArray line(const QByteArray &line);
    void take(const QString &keyword);
    void fail(const QByteArray &line);

    const SmtpSettings m_settings;
    LineBuffer m_heard;
    bool m_greeted = false;
    bool m_named = false; // the first line of the answer to EHLO is the server's name
    bool m_done = false;
    SmtpFeatures m_features;
    std::optional<Error> m_error;
};

} // namespace kw
