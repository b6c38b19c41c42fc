#pragma once

#include <QFlags>
#include <QList>
#include <QString>

#include <functional>

// Handing one message over to a submission server (RFC 5321 3.3, RFC 6409), in plain values.
namespace kw {

// When the server should report to the envelope's sender (DSN, RFC 3461 4.1). None of them: as it usually
// does.
enum class ReportWhen { Never = 1, Delivered = 2, Failed = 4, Delayed = 8 };
Q_DECLARE_FLAGS(ReportsWhen, ReportWhen)
Q_DECLARE_OPERATORS_FOR_FLAGS(ReportsWhen)

// How much of the message a report of failure carries (RFC 3461 4.3).
enum class ReportContent { Unsaid, WholeMessage, Headers };

// What becomes of a message of which the server refuses some recipients, not all.
enum class PartialPolicy {
    SendToTheOthers,
    AskFirst, // nothing is sent to anybody
};

struct SmtpRecipient {
    QString address; // without angle brackets; a domain beyond ASCII goes out in its ASCII form (RFC 5891)
    ReportsWhen reports;
};

// 8BITMIME, SMTPUTF8 and SIZE follow from the message and the addresses. Wishes for reports are left out
// where the server has no DSN (SmtpFeatures::deliveryReports).
struct SmtpEnvelope {
    QString from; // empty: the message is a report itself, to which nobody must answer
    QList<SmtpRecipient> recipients;
    ReportContent reportContent = ReportContent::Unsaid;
    QString envelopeId; // comes back in reports; ASCII, at most 100 characters
    PartialPolicy ifSomeAreRefused = PartialPolicy::SendToTheOthers;
};

// A server's answer (RFC 5321 4.2).
struct SmtpReply {
    int code = 0; // 0: there was none
    QString enhanced; // "5.1.1" (RFC 3463); often empty
    QString text; // its own words on one line, made harmless; at most 300 characters

    bool isGood() const { return code / 100 == 2; }
    bool isForNow() const { return code / 100 == 4; }
    bool isForGood() const { return code / 100 == 5; }
    bool isGoodbye() const { return code == 421; } // the server closes the connection

    bool operator==(const SmtpReply &) const = default;
};

// Where in the dialogue. FinalDot: the message is handed over, the server decides.
enum class SmtpStep { Mail, Rcpt, Data, Message, FinalDot };

struct RefusedRecipient {
    QString address;
    SmtpReply reply;
    QString why; // a sentence for the person, the server's words in it

    bool operator==(const RefusedRecipient &) const = default;
};

// How far it came.
struct Submission {
    enum class Outcome {
        Accepted, // the server answers for it, for all recipients but `refused`
        Rejected, // for good (5yz): trying again changes nothing
        Deferred, // for now (4yz): nothing was sent; may be tried again later
        AskFirst, // `refused` were refused, nothing was sent to the others
        NotSent, // the session ended before the message was complete; may be tried again
        // The session ended when the message may have been complete and before the answer to it: sent or not,
        // nobody here can know. Must not be tried again without asking.
        Uncertain,
    };

    Outcome outcome = Outcome::NotSent;
    SmtpStep step = SmtpStep::Mail; // where it ended
    SmtpReply reply; // that decided it
    QString queueId; // the server's name for an accepted message, where it told one in a way that we know
    QList<RefusedRecipient> refused;
    QString why; // a sentence for the person; empty: accepted for all

    bool operator==(const Submission &) const = default;
};

// Octets of the message given to the connection, and all of them, as they go over the line. Called on the
// link's thread, and may close the link.
using SubmissionProgress = std::function<void(qint64 given, qint64 total)>;

// Error::code of what was found before anything was said to the server.
namespace SubmissionCode {
inline constexpr auto TooLarge = "message-too-large"; // kind Refused
inline constexpr auto NeedsEightBit = "8bitmime-missing"; // kind Unsupported; encoded anew it would do
inline constexpr auto NeedsUtf8 = "smtputf8-missing"; // kind Unsupported
inline constexpr auto BadAddress = "address"; // kind Invalid
} // namespace SubmissionCode

} // namespace kw
