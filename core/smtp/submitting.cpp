#include "core/smtp/submitting.h"

#include "core/smtp/envelopewords.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

using Outcome = Submission::Outcome;

constexpr int GoAhead = 354;

// Postfix; Exim; Sendmail, OpenSMTPD; Google.
QString queueId(const QString &text)
{
    static const QRegularExpression known(
        u"queued as ([^\\s,;>]+)|\\bid=([^\\s,;>]+)|\\b([0-9A-Za-z]{6,}) Message accepted|^OK +(.+?) - gsmtp"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = known.match(text);
    return match.captured(match.lastCapturedIndex());
}

} // namespace

Submitting::Submitting(SmtpSettings settings, SmtpFeatures features, SmtpEnvelope envelope,
                       QByteArray message)
    : m_settings(std::move(settings))
    , m_features(std::move(features))
    , m_envelope(std::move(envelope))
    , m_shape(wireShape(message))
    , m_message(std::move(message))
{
}

QByteArray Submitting::begin()
{
    return mailCommand(m_features, m_envelope, m_shape);
}

QByteArray Submitting::feed(qsizetype most)
{
    return m_message.next(most);
}

QByteArray Submitting::finalDot()
{
    m_step = Step::Verdict;
    return ".\r\n";
}

QByteArray Submitting::hear(const QByteArray &octets)
{
    QByteArray next;
    m_heard.add(octets);
    while (!m_outcome) {
        const auto reply = m_heard.take();
        if (!reply)
            break;
        // One answer to one command: of more, the next command would get a wrong one.
        if (!next.isEmpty() || m_step == Step::Message) {
            unasked(*reply);
            return {};
        }
        next = answer(*reply);
    }
    if (!m_outcome && m_heard.isSenseless())
        senseless();
    if (m_outcome && !m_heard.isEmpty())
        m_lineGood = false;
    return m_outcome ? QByteArray() : next;
}

void Submitting::lost(SubmissionLoss loss)
{
    if (m_outcome)
        return;
    if (m_step == Step::Reset) {
        finish(*m_prepared, false);
        return;
    }
    const bool handedOver = m_step == Step::Verdict;
    Submission how = ended(handedOver ? Outcome::Uncertain : Outcome::NotSent);
    how.why = handedOver ? uncertainSentence(m_settings, loss) : notSentSentence(m_settings, loss);
    finish(how, false);
}

QByteArray Submitting::answer(const SmtpReply &reply)
{
    const bool isRefusal = reply.isForNow() || reply.isForGood();
    switch (m_step) {
    case Step::Mail:
        if (isRefusal)
            return refused(reply);
        if (!reply.isGood())
            break;
        m_step = Step::Rcpt;
        return nextRcpt();
    case Step::Rcpt:
        if (reply.isGoodbye())
            return refused(reply);
        if (!isRefusal && !reply.isGood())
            break;
        return answerToRcpt(reply);
    case Step::Data:
        if (isRefusal)
            return refused(reply);
        if (reply.code != GoAhead)
            break;
        m_step = Step::Message;
        return {};
    case Step::Verdict:
        verdict(reply);
        return {};
    case Step::Reset:
        finish(*m_prepared, reply.isGood());
        return {};
    case Step::Message:
    case Step::Over:
        return {};
    }
    senseless();
    return {};
}

QByteArray Submitting::answerToRcpt(const SmtpReply &reply)
{
    const QString address = m_envelope.recipients.at(m_recipient).address;
    if (!reply.isGood())
        m_refused.append({address, reply, refusalSentence(m_settings, SmtpStep::Rcpt, reply, address)});
    ++m_recipient;
    if (m_recipient < m_envelope.recipients.size())
        return nextRcpt();
    if (m_refused.size() == m_envelope.recipients.size()) {
        const auto forNow = std::find_if(m_refused.cbegin(), m_refused.cend(),
                                         [](const RefusedRecipient &r) { return r.reply.isForNow(); });
        const RefusedRecipient &speaks = forNow == m_refused.cend() ? m_refused.first() : *forNow;
        Submission how = ended(speaks.reply.isForNow() ? Outcome::Deferred : Outcome::Rejected, speaks.reply);
        how.why = speaks.why;
        return reset(how);
    }
    if (!m_refused.isEmpty() && m_envelope.ifSomeAreRefused == PartialPolicy::AskFirst) {
        Submission how = ended(Outcome::AskFirst, m_refused.first().reply);
        how.why = refusedSentence(m_refused, false);
        return reset(how);
    }
    m_step = Step::Data;
    return "DATA\r\n";
}

QByteArray Submitting::nextRcpt() const
{
    return rcptCommand(m_features, m_envelope.recipients.at(m_recipient));
}

// Before the final dot a server has nothing to say about the message but that it does not want it (many do,
// at their limits); it has not got all of it, so nothing else is believed.
void Submitting::unasked(const SmtpReply &reply)
{
    if (!reply.isForNow() && !reply.isForGood()) {
        senseless();
        return;
    }
    Submission how = ended(reply.isForNow() ? Outcome::Deferred : Outcome::Rejected, reply);
    how.why = refusalSentence(m_settings, how.step, reply, {});
    finish(how, false);
}

void Submitting::senseless()
{
    lost(SubmissionLoss::Senseless);
}

// Of the message as a whole, at a command.
QByteArray Submitting::refused(const SmtpReply &reply)
{
    Submission how = ended(reply.isForNow() ? Outcome::Deferred : Outcome::Rejected, reply);
    how.why = refusalSentence(m_settings, how.step, reply, {});
    if (!reply.isGoodbye() && m_step != Step::Mail)
        return reset(how);
    finish(how, !reply.isGoodbye());
    return {};
}

void Submitting::verdict(const SmtpReply &reply)
{
    if (reply.isForNow() || reply.isForGood()) {
        Submission how = ended(reply.isForNow() ? Outcome::Deferred : Outcome::Rejected, reply);
        how.why = refusalSentence(m_settings, how.step, reply, {});
        finish(how, !reply.isGoodbye());
        return;
    }
    if (!reply.isGood()) {
        senseless();
        return;
    }
    Submission how = ended(Outcome::Accepted, reply);
    how.queueId = queueId(reply.text);
    if (!m_refused.isEmpty())
        how.why = refusedSentence(m_refused, true);
    finish(how, true);
}

Submission Submitting::ended(Submission::Outcome outcome, const SmtpReply &reply) const
{
    Submission how;
    how.outcome = outcome;
    how.step = publicStep();
    how.reply = reply;
    how.refused = m_refused;
    return how;
}

// The session goes on only when the server has forgotten the recipients that it took (RFC 5321 4.1.1.5).
QByteArray Submitting::reset(Submission outcome)
{
    m_prepared = std::move(outcome);
    m_step = Step::Reset;
    return "RSET\r\n";
}

void Submitting::finish(Submission outcome, bool lineGood)
{
    m_outcome = std::move(outcome);
    m_lineGood = lineGood;
    m_step = Step::Over;
}

SmtpStep Submitting::publicStep() const
{
    switch (m_step) {
    case Step::Mail:
        return SmtpStep::Mail;
    case Step::Rcpt:
        return SmtpStep::Rcpt;
    case Step::Data:
        return SmtpStep::Data;
    case Step::Message:
        return SmtpStep::Message;
    case Step::Verdict:
    case Step::Reset:
    case Step::Over:
        break;
    }
    return SmtpStep::FinalDot;
}

} // namespace kw
