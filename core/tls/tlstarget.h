#pragma once

#include <QByteArray>
#include <QString>

namespace kw {

// Where an encrypted connection is wanted, and what is known of that server. Plain value.
struct TlsTarget {
    // What is spoken before the encryption begins, where it is asked for in clear text (RFC 3501 6.2.1,
    // RFC 3207).
    enum class Dialect { Imap, Smtp };

    QString host;
    quint16 port = 0;
    bool startTls = false; // false: encrypted from the first octet (RFC 8314)
    Dialect dialect = Dialect::Imap;
    // PEM, one certificate or several; then this server must show exactly one of these and no other, whoever
    // signed it. Empty: the system's authorities decide.
    QByteArray pinned;
    int timeoutMs = 30'000; // for each step of the way
};

// Error::code of what goes wrong on that way, and until a session is signed in; of kind Tls but where it says
// Network.
namespace TlsCode {
inline constexpr auto Untrusted = "certificate"; // may be looked at and pinned
inline constexpr auto Changed
    = "certificate-changed"; // another than the pinned one, and no authority vouches for it
inline constexpr auto Replaced = "certificate-replaced"; // another than the pinned one, rightly signed
inline constexpr auto Weak = "certificate-weak"; // cannot be pinned either
inline constexpr auto OldTls = "tls-too-old";
inline constexpr auto NoTls = "no-tls";
inline constexpr auto Stripped = "starttls-missing";
inline constexpr auto Injected = "starttls-injected";
inline constexpr auto SignedInAlready = "preauth";
inline constexpr auto Unreachable = "unreachable"; // kind Network
inline constexpr auto Timeout = "timeout"; // kind Network
inline constexpr auto TurnedAway = "turned-away"; // kind Network; it answers and lets nobody in at present
inline constexpr auto LostLogin
    = "lost-login"; // kind Network; the connection ended before the sign-in was answered
} // namespace TlsCode

// Whether this is about a certificate that the person may look at and decide about.
inline bool isAboutCertificate(const QString &code)
{
    return code == QLatin1StringView(TlsCode::Untrusted) || code == QLatin1StringView(TlsCode::Changed)
        || code == QLatin1StringView(TlsCode::Replaced) || code == QLatin1StringView(TlsCode::Weak);
}

} // namespace kw
