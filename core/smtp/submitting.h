#pragma once

#include "core/smtp/dotstuffing.h"
#include "core/smtp/refusals.h"
#include "core/smtp/smtpreplies.h"

#include <optional>

namespace kw {

// One message's dialogue: MAIL, RCPT, DATA, the message, the final dot (RFC 5321 3.3), one command after the
// other. Knows at every octet what may be claimed about the message. Everything heard is hostile. No socket;
// any thread.
//
// Whoever carries it: send what begin() and hear() return; while isFeeding(), send what feed() returns until
// hasMore() is false and everything has left; then send what finalDot() returns. Report the end of the
// connection by lost(). Until there is an outcome.
class Submitting
{
public:
    // An envelope that checkEnvelope() found in order.
    Submitting(SmtpSettings settings, SmtpFeatures features, SmtpEnvelope envelope, QByteArray message);

    QByteArray begin();
    QByteArray hear(const QByteArray &octets);
    void lost(SubmissionLoss loss);

    bool isFeeding() const { return m_step == Step::Message; }
    bool hasMore() const { return !m_message.isDone(); }
    QByteArray feed(qsizetype most);
    // From this call on the message may have been sent: the octets returned are the last that the server
    // needs.
    QByteArray finalDot();
    bool isDecided() const { return m_step == Step::Verdict; } // by the server alone, from here on

    const std::optional<Submission> &outcome() const { return m_outcome; }
    // Whether the session may carry another message; once there is an outcome.
    bool isLineGood() const { return m_lineGood; }
    qint64 total() const { return m_shape.octets; }

private:
    enum class Step { Mail, Rcpt, Data, Message, Verdict, Reset, Over };

    QByteArray answer(const SmtpReply &reply);
    QByteArray answerToRcpt(const SmtpReply &reply);
    QByteArray nextRcpt() const;
    void unasked(const SmtpReply &reply);
    void senseless();
    QByteArray refused(const SmtpReply &reply);
    void verdict(const SmtpReply &reply);
    Submission ended(Submission::Outcome outcome, const SmtpReply &reply = {}) const;
    QByteArray reset(Submission outcome);
    void finish(Submission outcome, bool lineGood);
    SmtpStep publicStep() const;

    const SmtpSettings m_settings;
    const SmtpFeatures m_features;
    const SmtpEnvelope m_envelope;
    const WireShape m_shape;
    DotStuffing m_message;
    SmtpReplies m_heard;
    Step m_step = Step::Mail;
    qsizetype m_recipient = 0;
    QList<RefusedRecipient> m_refused;
    std::optional<Submission> m_prepared; // told when the server has forgotten the message (RSET)
    std::optional<Submission> m_outcome;
    bool m_lineGood = false;
};

} // namespace kw
