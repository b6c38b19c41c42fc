#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace kw {

// An address as SMTP takes it (RFC 5321 4.1.2, RFC 6531).
struct SendableAddress {
    QByteArray text; // UTF-8; the domain always as A-labels
    bool needsSmtpUtf8 = false; // the local part is not ASCII

    QByteArray domain() const { return text.sliced(text.lastIndexOf('@') + 1); }
};

// None: no server could take it. Domains in Unicode become A-labels (RFC 5891), address literals
// ("[192.0.2.1]") and quoted local parts stay as they are. Pure; any thread.
std::optional<SendableAddress> sendableAddress(const QString &email);

} // namespace kw
