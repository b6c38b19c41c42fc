#pragma once

#include "core/smtp/smtplink.h"

namespace kw {

// Why a server refuses, as far as its codes (RFC 3463, RFC 5321 4.2) and words tell. No two servers use them
// alike: what is precise among the enhanced codes counts first, then the words, then the bare code.
enum class RefusalReason {
    Unsaid,
    UnknownRecipient,
    BadAddress,
    MailboxFull,
    TooLarge,
    SenderNotAllowed,
    Greylisted,
    Spam,
    Policy,
    NotSignedIn,
    NeedsTls,
    NoRelay,
    TooMuchMail,
    TooManyRecipients,
    ServerTrouble,
};
RefusalReason refusalReason(SmtpStep step, const SmtpReply &reply);

// Sentences for the person, the server's own words in them. `address`: whom it is about; may be empty.
QString refusalSentence(const SmtpSettings &settings, SmtpStep step, const SmtpReply &reply,
                        const QString &address);
// Of several refused recipients; `sent`: the others get it.
QString refusedSentence(const QList<RefusedRecipient> &refused, bool sent);

// Why a session ended before the server had decided.
enum class SubmissionLoss { Cut, Silence, Senseless, Closed };
QString notSentSentence(const SmtpSettings &settings, SubmissionLoss loss);
QString uncertainSentence(const SmtpSettings &settings, SubmissionLoss loss);

} // namespace kw
