#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/compose/messagewriter.h"
#include "core/smtp/submission.h"
#include "core/store/letter.h"

namespace kw {

// A message ready to be queued: for the sending server, for the folder of sent mail, and for whom.
struct Outgoing {
    QString messageId; // without <>
    QString subject;
    QString recipients;
    LetterText text;
    MessageId answered{}; // marked so when it is delivered; of messages that are no drafts
};

// Whether the folder of sent mail gets a copy.
enum class SentCopy { Wanted, Unwanted };

// Who gets it and what is to be reported, as it is kept with the message (CBOR).
QByteArray savedEnvelope(const SmtpEnvelope &envelope, SentCopy copy = SentCopy::Wanted);
Result<SmtpEnvelope> readEnvelope(const QByteArray &saved);

SentCopy sentCopyOf(const QByteArray &savedEnvelope);

// A written message as it will go out. Linear; any thread.
Outgoing outgoingOf(const WrittenMessage &message, SentCopy copy = SentCopy::Wanted);

} // namespace kw
