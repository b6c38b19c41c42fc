#include "core/smtp/refusals.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

using Reason = RefusalReason;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Smtp)
};

// Subject and detail of RFC 3463; X.7.57 and X.7.60 are Exchange's. What is missing says too little.
Reason byEnhancedCode(const QString &code)
{
    static const QHash<QString, Reason> known{
        {u"1.1"_s, Reason::UnknownRecipient},  {u"1.2"_s, Reason::BadAddress},
        {u"1.3"_s, Reason::BadAddress},        {u"1.6"_s, Reason::UnknownRecipient},
        {u"1.7"_s, Reason::SenderNotAllowed},  {u"1.8"_s, Reason::SenderNotAllowed},
        {u"1.10"_s, Reason::UnknownRecipient}, {u"2.1"_s, Reason::UnknownRecipient},
        {u"2.2"_s, Reason::MailboxFull},       {u"2.3"_s, Reason::TooLarge},
        {u"3.1"_s, Reason::ServerTrouble},     {u"3.2"_s, Reason::ServerTrouble},
        {u"3.4"_s, Reason::TooLarge},          {u"3.5"_s, Reason::ServerTrouble},
        {u"4.5"_s, Reason::ServerTrouble},     {u"5.3"_s, Reason::TooManyRecipients},
        {u"7.8"_s, Reason::NotSignedIn},       {u"7.10"_s, Reason::NeedsTls},
        {u"7.11"_s, Reason::NeedsTls},         {u"7.57"_s, Reason::NotSignedIn},
        {u"7.60"_s, Reason::SenderNotAllowed},
    };
    return known.value(code.section(u'.', 1), Reason::Unsaid);
}

// The first that fits: what is precise comes before what also stands in other refusals.
Reason byWords(const QString &text)
{
    static const QList<std::pair<QRegularExpression, Reason>> known = [] {
        const std::pair<QString, Reason> words[]{
            {u"starttls|(encryption|tls|secure connection) (is )?(required|needed)"_s, Reason::NeedsTls},
            {u"authentication (is )?(required|needed)|not (authenticated|logged in)|must (first )?"
             "(authenticate|log ?in)|authenticate first"_s,
             Reason::NotSignedIn},
            {u"gr[ea]y-?list"_s, Reason::Greylisted},
            {u"insufficient system|system (is )?full|disk (is )?full"_s, Reason::ServerTrouble},
            {u"too many recipients|recipients? limit"_s, Reason::TooManyRecipients},
            {u"too many (messages|e?-?mails|connections)|(rate|sending|hourly|daily|message) (limit|quota)|"
             "throttl"_s,
             Reason::TooMuchMail},
            {u"too (large|big)|size limit|(exceeds?|maximum).{0,30} size"_s, Reason::TooLarge},
            {u"quota|(mailbox|inbox) (is )?full|insufficient (mailbox )?storage|out of storage"_s,
             Reason::MailboxFull},
            {u"relay"_s, Reason::NoRelay},
            {u"sender( address)? (rejected|verif|not)|invalid sender|unauthori[sz]ed sender|not owned by|"
             "send ?as|not (allowed|permitted|authori[sz]ed) to send"_s,
             Reason::SenderNotAllowed},
            {u"spam|junk|bulk mail|black ?list|block ?list|blocked|dnsbl|reputation|virus|malware|phish|"
             "unsolicited"_s,
             Reason::Spam},
            {u"(user|recipient|mailbox|address) (is )?unknown|unknown (user|recipient|mailbox|address)|no "
             u"such|"
             "(does not|doesn'?t) exist|(mailbox|address|recipient) not found|mailbox "
             "unavailable|unrouteable|"
             "(invalid|bad) (recipient|mailbox)|recipient( address)? rejected"_s,
             Reason::UnknownRecipient},
        };
        QList<std::pair<QRegularExpression, Reason>> made;
        for (const auto &[pattern, reason] : words)
            made.append({QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption), reason});
        return made;
    }();
    for (const auto &[pattern, reason] : known) {
        if (pattern.match(text).hasMatch())
            return reason;
    }
    return Reason::Unsaid;
}

Reason byCode(SmtpStep step, const SmtpReply &reply)
{
    const bool aboutRecipient = step == SmtpStep::Rcpt;
    switch (reply.code) {
    case 421:
    case 451:
        return reply.enhanced.startsWith("4.7."_L1) && aboutRecipient ? Reason::Greylisted
                                                                      : Reason::ServerTrouble;
    case 450:
        return aboutRecipient ? Reason::Greylisted : Reason::Unsaid;
    case 452:
        return Reason::ServerTrouble;
    case 501:
        return aboutRecipient ? Reason::BadAddress : Reason::Unsaid;
    case 530:
    case 535:
        return Reason::NotSignedIn;
    case 538:
        return Reason::NeedsTls;
    case 552:
        return aboutRecipient ? Reason::MailboxFull : Reason::TooLarge;
    default:
        break;
    }
    if (reply.enhanced.startsWith("5.7."_L1))
        return Reason::Policy;
    if (reply.code == 550 || reply.code == 551 || reply.code == 553)
        return aboutRecipient        ? Reason::UnknownRecipient
            : step == SmtpStep::Mail ? Reason::SenderNotAllowed
                                     : Reason::Policy;
    return reply.code == 554 && step == SmtpStep::FinalDot ? Reason::Policy : Reason::Unsaid;
}

bool isAboutRecipient(Reason reason)
{
    return reason == Reason::UnknownRecipient || reason == Reason::BadAddress || reason == Reason::MailboxFull
        || reason == Reason::NoRelay;
}

// `whom`: may be empty.
QString cause(Reason reason, const QString &host, const QString &whom)
{
    if (whom.isEmpty() && isAboutRecipient(reason))
        return Words::tr("%1 cannot deliver the message to one of the recipients.").arg(host);
    switch (reason) {
    case Reason::Unsaid:
        return Words::tr("%1 does not take this message.").arg(host);
    case Reason::UnknownRecipient:
        return Words::tr("%1 knows no mailbox %2.").arg(host, whom);
    case Reason::BadAddress:
        return Words::tr("%1 cannot send mail to %2.").arg(host, whom);
    case Reason::MailboxFull:
        return Words::tr("The mailbox %1 is full.").arg(whom);
    case Reason::TooLarge:
        return Words::tr("The message is too large for %1.").arg(host);
    case Reason::SenderNotAllowed:
        return Words::tr("%1 does not let you send with this sender's address.").arg(host);
    case Reason::Greylisted:
        return Words::tr("%1 wants the message to be brought again a little later.").arg(host);
    case Reason::Spam:
        return Words::tr("%1 takes the message for spam or for dangerous.").arg(host);
    case Reason::Policy:
        return Words::tr("%1 does not take the message; its rules forbid it.").arg(host);
    case Reason::NotSignedIn:
        return Words::tr("%1 sends only for those who have signed in.").arg(host);
    case Reason::NeedsTls:
        return Words::tr("%1 sends only over an encrypted connection.").arg(host);
    case Reason::NoRelay:
        return Words::tr("%1 does not pass mail on to %2.").arg(host, whom);
    case Reason::TooMuchMail:
        return Words::tr("%1 has got too much mail from you for the moment.").arg(host);
    case Reason::TooManyRecipients:
        return Words::tr("There are too many recipients for %1.").arg(host);
    case Reason::ServerTrouble:
        return Words::tr("%1 cannot take mail at the moment.").arg(host);
    }
    return {};
}

// What the person can do about what is for good.
QString advice(Reason reason)
{
    switch (reason) {
    case Reason::UnknownRecipient:
    case Reason::BadAddress:
        return Words::tr("Check the address for typing mistakes.");
    case Reason::MailboxFull:
        return Words::tr("Try again in a few days, or reach the recipient in another way.");
    case Reason::TooLarge:
        return Words::tr("Send smaller attachments, or a link to them.");
    case Reason::SenderNotAllowed:
        return Words::tr("Choose another sender, or ask your provider to allow this address.");
    case Reason::Spam:
    case Reason::Policy:
        return Words::tr("Change the text or the attachments, or ask your provider.");
    case Reason::NotSignedIn:
    case Reason::NoRelay:
        return Words::tr("Check user name and password in the account's settings for sending.");
    case Reason::NeedsTls:
        return Words::tr("Choose TLS in the account's settings for sending.");
    case Reason::TooMuchMail:
        return Words::tr("Wait for a few hours before you send it again.");
    case Reason::TooManyRecipients:
        return Words::tr("Send it to fewer people at a time.");
    case Reason::Unsaid:
    case Reason::Greylisted:
    case Reason::ServerTrouble:
        break;
    }
    return Words::tr("Ask your provider, or try again later.");
}

} // namespace

RefusalReason refusalReason(SmtpStep step, const SmtpReply &reply)
{
    Reason reason = byEnhancedCode(reply.enhanced);
    if (reason == Reason::Unsaid)
        reason = byWords(reply.text);
    if (reason == Reason::Unsaid)
        reason = byCode(step, reply);
    // "Recipient address rejected: try again" is no word about who exists.
    if (reason == Reason::UnknownRecipient && reply.isForNow())
        return Reason::Greylisted;
    // Said of the sender.
    if (step == SmtpStep::Mail && (reason == Reason::UnknownRecipient || reason == Reason::BadAddress))
        return Reason::SenderNotAllowed;
    return reason;
}

QString refusalSentence(const SmtpSettings &settings, SmtpStep step, const SmtpReply &reply,
                        const QString &address)
{
    const Reason reason = refusalReason(step, reply);
    const QString next = reply.isForNow() ? Words::tr("Kittiwake tries again by itself.") : advice(reason);
    const QString said = reply.text.isEmpty() ? QString::number(reply.code) : reply.text;
    //: %1: what happened, %2: what to do, %3: the server's words
    return Words::tr("%1 %2 The server says: \"%3\".").arg(cause(reason, settings.host, address), next, said);
}

QString refusedSentence(const QList<RefusedRecipient> &refused, bool sent)
{
    QStringList addresses;
    for (const RefusedRecipient &one : refused)
        addresses += one.address;
    constexpr qsizetype MostNamed = 5;
    const bool some = addresses.size() > MostNamed;
    const QString names
        = addresses.first(std::min(addresses.size(), MostNamed)).join(u", "_s) + (some ? u" …"_s : u""_s);
    return sent ? Words::tr("The server does not send the message to %1. The others get it. %2")
                      .arg(names, refused.first().why)
                : Words::tr("The server does not send the message to %1, so it was sent to nobody. %2")
                      .arg(names, refused.first().why);
}

QString notSentSentence(const SmtpSettings &settings, SubmissionLoss loss)
{
    switch (loss) {
    case SubmissionLoss::Cut:
        return Words::tr("The connection to %1 was lost before the message was handed over. It was not sent; "
                         "Kittiwake tries again by itself.")
            .arg(settings.host);
    case SubmissionLoss::Silence:
        return Words::tr(
                   "%1 stopped answering before the message was handed over. It was not sent; Kittiwake "
                   "tries again by itself.")
            .arg(settings.host);
    case SubmissionLoss::Senseless:
        return Words::tr(
                   "%1 answered with something that makes no sense. The message was not sent; Kittiwake "
                   "tries again by itself.")
            .arg(settings.host);
    case SubmissionLoss::Closed:
        break;
    }
    return Words::tr("The connection was closed before the message was handed over. It was not sent.");
}

QString uncertainSentence(const SmtpSettings &settings, SubmissionLoss loss)
{
    const QString ask
        = Words::tr("It may have been sent or not: look for an answer or ask a recipient before you "
                    "send it again.");
    switch (loss) {
    case SubmissionLoss::Cut:
        return Words::tr("The message was handed over to %1, but the connection was lost before the server "
                         "confirmed it. %2")
            .arg(settings.host, ask);
    case SubmissionLoss::Silence:
        return Words::tr("The message was handed over to %1, but the server has not confirmed it for a long "
                         "time. %2")
            .arg(settings.host, ask);
    case SubmissionLoss::Senseless:
        return Words::tr("The message was handed over to %1, but its answer makes no sense. %2")
            .arg(settings.host, ask);
    case SubmissionLoss::Closed:
        break;
    }
    return Words::tr(
               "The connection was closed when the message was handed over to %1 and not yet confirmed. %2")
        .arg(settings.host, ask);
}

} // namespace kw
