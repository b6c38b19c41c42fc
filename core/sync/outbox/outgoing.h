#pragma once

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
};

// Who gets it and what is to be reported, as it is kept with the message (CBOR).
QByteArray savedEnvelope(const SmtpEnvelope &envelope);
Result<SmtpEnvelope> readEnvelope(const QByteArray &saved);

// A written message as it will go out. Linear; any thread.
Outgoing outgoingOf(const WrittenMessage &message);

} // namespace kw
