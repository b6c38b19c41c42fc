#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/smtp/submission.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <memory>

// Our view of one session with a submission server (RFC 6409, 5321, 4954), in plain values. KSMTP signs in
// behind one implementation.
namespace kw {

enum class SmtpSecurity { Tls, StartTls, None };

struct SmtpSettings {
    QString host;
    quint16 port = 465;
    SmtpSecurity security = SmtpSecurity::Tls;
    QString user; // empty: nobody signs in
    bool oauth = false; // the secret is an access token (SASL XOAUTH2), no password
    QByteArray pinnedCertificate; // PEM; the only one accepted for this host. Empty: the system's authorities
    int timeoutMs = 30'000; // silence after which a step is given up and the session abandoned
    // The same while a message is handed over: a server may have to ask others first (RFC 5321 4.5.3.2), and
    // giving up on the verdict leaves everybody uncertain.
    int answerTimeoutMs = 300'000; // to a command, and until the connection takes more of the message
    int verdictTimeoutMs = 600'000; // to the final dot
};

// What the server says it can do (RFC 5321 4.1.1.1), inside the encryption where there is one.
struct SmtpFeatures {
    QStringList authMechanisms; // "PLAIN", "XOAUTH2" …, upper case
    qint64 sizeLimit = 0; // octets of a message (RFC 1870); 0: no limit told
    bool eightBitMime = false; // RFC 6152
    bool smtpUtf8 = false; // RFC 6531
    bool pipelining = false; // RFC 2920
    bool deliveryReports = false; // DSN, RFC 3461
    bool signedIn = false; // false: the server asks nobody to sign in
    QStringList capabilities; // as told, upper case, with their parameters

    bool operator==(const SmtpFeatures &) const = default;
};

// One session. Every error of open() means that it is dead. Errors: Network (also a server that is busy),
// Tls, Auth, Protocol, Unsupported (no way to sign in that both sides know), Cancelled. Lives on the thread
// that created it, which needs an event loop; tasks resume on that thread. Whoever awaits a call keeps the
// link; close() may be called at any time: what is awaited then ends with ErrorKind::Cancelled (open()) or
// its outcome (submit()), promptly and asynchronously.
class SmtpLink
{
public:
    virtual ~SmtpLink() = default;

    // Connects, secures, asks what the server can do and signs in.
    virtual Task<Result<SmtpFeatures>> open(SmtpSettings settings, QString secret) = 0;
    // Hands one message over, unchanged but for its line ends (CRLF). One at a time; the session may carry
    // another afterwards where isOpen() says so.
    //
    // A value says how far it came; see Submission::Outcome. NotSent is never said when the octet that
    // completes the message may have left this computer, nor Accepted before the server has said so. Being
    // closed meanwhile ends in NotSent or Uncertain. An error means that nothing of the message was said to
    // the server: Invalid, Refused or Unsupported (SubmissionCode; trying again changes nothing), Network
    // (the session has ended before), Busy (another message is on its way).
    //
    // Holds `message`, no copy of it, and about 0.5 MB besides.
    virtual Task<Result<Submission>> submit(SmtpEnvelope envelope, QByteArray message,
                                            SubmissionProgress progress)
        = 0;
    virtual void close() = 0; // says goodbye where that is possible
    virtual bool isOpen() const = 0;
};

// Makes an unopened link.
using SmtpLinkFactory = std::function<std::unique_ptr<SmtpLink>()>;

} // namespace kw
